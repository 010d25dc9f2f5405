import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { onAPhone, pick } from "./hands.ts"
import { found } from "./people.ts"

// A general secretary reads the official lists, says where the chapter is at home, reads a later list in which its commune has merged,
// and then the outlines: the map shows where somebody is.
let app: App
let page: Page
let bodyId = ""

before(async () => {
  app = await startApp()
  page = await app.visit()
  bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Groupe local de Lisle", code: "LIS", profile: "fr-chapter" },
    person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
  })
})
after(() => app?.stop())

const head = "TYPECOM,COM,REG,DEP,LIBELLE,COMPARENT\n"
const departments = "DEP,REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE\n21,27,21231,3,COTE D'OR,Côte-d'Or,Côte-d'Or\n"
const of2023 = `${head}COM,21231,27,21,Dijon,\nCOM,21001,27,21,Agencourt,\n`
const of2024 = `${head}COM,21231,27,21,Dijon,\nCOMD,21001,,21,Agencourt,21231\n`
const square = (x: number, y: number) => [
  [
    [x, y],
    [x, y + 1],
    [x + 1, y + 1],
    [x + 1, y],
    [x, y],
  ],
]
const outlines = JSON.stringify({
  type: "FeatureCollection",
  features: ["21231", "21002"].map((code, n) => ({
    type: "Feature",
    properties: { code },
    geometry: { type: "Polygon", coordinates: square(4 + n, 47) },
  })),
})

const send = async (name: string, content: string) => {
  await page.goto("/secretariat/territoires/fichiers")
  await settled(page)
  await page
    .getByLabel("Fichier", { exact: true })
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) })
}
const apply = async (day: string, told: RegExp) => {
  await page.getByLabel("Jour dont parle le fichier").fill(day)
  await page.getByRole("button", { name: "Appliquer" }).click()
  await page.getByText(told).first().waitFor()
}

describe("official files, read in the browser", () => {
  it("say what they are and what they would change, and are applied", async () => {
    await step(page, "read the lists", async () => {
      await page.goto("/secretariat/carte")
      await page.getByText("Pas encore de contours").waitFor()
      await isFitForAll(page)
      await send("departements2023.csv", departments)
      await page.getByText("Départements de France (Insee)").waitFor()
      await apply("2023-01-01", /1 nouveau lieu/)
      await send("communes2023.csv", of2023)
      await page.getByText("2 lieux dans le fichier").waitFor()
      await isFitForAll(page)
      await onAPhone(page, isFitForAll)
      await apply("2023-01-01", /2 nouveaux lieux/)
      await page.getByText("2 communes").first().waitFor()
      await send("vide.csv", "nom;prenom\nDupont;Léa\n")
      await page.getByText("Ce n’est pas un fichier que nous connaissons").waitFor()
    })
  })

  it("tell a chapter that its commune is no more, and it goes over", async () => {
    await step(page, "merge a commune", async () => {
      await page.goto(`/secretariat/instances/${bodyId}`)
      await page.locator("summary", { hasText: "Choisir le territoire" }).click()
      await pick(page, /^Territoire/, "Agencourt")
      await page.getByRole("button", { name: "Enregistrer" }).click()
      await page.getByText("Le territoire est enregistré.").waitFor()
      await send("v_commune_2024.csv", of2024)
      await page.locator("summary", { hasText: "1 lieu n’est plus" }).click()
      await page.getByText(/Agencourt \(21001\), jusqu’au .*devenue Dijon/).waitFor()
      await page.getByText("est chez elle à Agencourt").waitFor()
      await isFitForAll(page)
      await apply("2024-01-01", /1 fin/)
      await page.goto("/")
      await page.getByRole("link", { name: /Agencourt n’est plus une commune/ }).waitFor()
      await page.goto(`/secretariat/instances/${bodyId}`)
      await page.getByText("n’est plus depuis le 31 décembre 2023").waitFor()
      await page.getByRole("button", { name: "Passer aux nouvelles communes" }).click()
      await page.getByText("code 21231").waitFor()
      assert.equal(await page.getByText("n’est plus depuis le").count(), 0)
    })
  })

  it("draw the map, on which the chapter is found with the keyboard", async () => {
    await step(page, "draw", async () => {
      await send("contours.geojson", outlines)
      await page.getByText("contours de 2 communes").first().waitFor()
      await page.getByLabel("Source et licence").fill("IGN, Licence ouverte 2.0")
      await apply("2024-01-01", /3 contours enregistrés/)
      await page.goto("/secretariat/carte")
      await page.getByText("Contours : IGN, Licence ouverte 2.0").waitFor()
      const area = page.getByRole("button", { name: /^Côte-d'Or/ })
      await area.focus()
      await page.keyboard.press("Enter")
      await page.getByRole("button", { name: "Voir ses communes" }).click()
      await page.getByRole("heading", { level: 1, name: "Carte : Côte-d'Or" }).waitFor()
      await page.getByRole("button", { name: /^Dijon/ }).focus()
      await page.keyboard.press("Enter")
      await isFitForAll(page)
      await onAPhone(page, isFitForAll)
      await page.getByRole("link", { name: "Groupe local de Lisle" }).first().click()
      await page.getByRole("heading", { level: 1, name: "Groupe local de Lisle" }).waitFor()
    })
  })
})
