import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { found, give, letterTo } from "./people.ts"

// A body asks what its members can do; one of them answers from her phone, by the link of a real letter; somebody is found for a task.
let app: App
let page: Page
let phone: Page
let bodyId: string
before(async () => {
  app = await startApp()
  page = await app.visit()
  phone = await app.visit({ width: 360, height: 740 })
  bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
    person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
  })
  for (const [given_name, family_name, more] of [
    ["Sarah", "Duchemin", { email: "sarah@lisle.example" }],
    ["Hugo", "Lambrechts", { email: "hugo@lisle.example" }],
    ["Georgette", "Simonis", { phone: "081 22 33 44" }],
  ] as const)
    await give(page, "people.add", {
      bodyId,
      given_name,
      family_name,
      ...more,
      sure: true,
      membership: { ring: "member", since: "2024-01-01" },
    })
})
after(() => app?.stop())

const title = (where: Page, name: string | RegExp) => where.getByRole("heading", { level: 1, name }).waitFor()
// For whoever looks at the pages themselves: SHOTS=folder.
const shot = async (where: Page, name: string) => {
  const folder = process.env["SHOTS"]
  if (folder) await where.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const link = async (address: string) => {
  const { html } = await letterTo(app, address, /Deux minutes/)
  return /href="([^"]*\/s\/v1[^"?]*)"/.exec(html || "")![1]!
}

const say = (skill: string, role: "radio" | "checkbox", name: string) =>
  phone.getByRole("group", { name: skill }).getByRole(role, { name }).check({ force: true })

describe("what members can do, from the list to a task", () => {
  it("begins with a list that the body makes its own", async () => {
    await step(page, "begin", async () => {
      await page.goto("/competences")
      await page.getByRole("button", { name: /Prendre ces 25 compétences/ }).click()
      await page.getByRole("link", { name: "La liste", exact: true }).click()
      await title(page, "Liste des compétences")
      await page.getByLabel("Nouveau thème").fill("Vie du quartier")
      await page.getByRole("button", { name: "Ajouter ce thème" }).click()
      await page.getByRole("button", { name: /Monter.*Vie du quartier/ }).click()
      await page.getByText(/Vie du quartier.*place 6 sur 7/).waitFor({ state: "attached" })
      await page.getByLabel("Nom", { exact: true }).first().fill("Réparer un vélo")
      await page.getByLabel("Thème", { exact: true }).first().selectOption({ label: "Vie du quartier" })
      await page.getByRole("button", { name: "Ajouter", exact: true }).click()
      await page.getByRole("heading", { level: 2, name: "Vie du quartier" }).waitFor()
      await isFitForAll(page)
      await shot(page, "list-1280")
      await page.setViewportSize({ width: 360, height: 740 })
      await isFitForAll(page)
      await shot(page, "list-360")
      await page.setViewportSize({ width: 1280, height: 900 })
    })
  })

  it("asks everyone at once, after saying how many", async () => {
    await step(page, "ask", async () => {
      await page.goto("/competences/inviter")
      await page.getByText("Une personne sans courriel", { exact: true }).waitFor()
      const list = await page.getByRole("link", { name: "Imprimer la liste" }).getAttribute("href")
      const paper = await page.request.get(list!)
      assert.equal(paper.headers()["content-type"], "application/pdf")
      if (process.env["SHOTS"]) {
        const { writeFile } = await import("node:fs/promises")
        await writeFile(`${process.env["SHOTS"]}/sans-courriel.pdf`, await paper.body())
      }
      await isFitForAll(page)
      await shot(page, "ask-1280")
      await page.getByRole("button", { name: "Écrire à 3 personnes" }).click()
      await page.getByRole("dialog").getByRole("button", { name: "Écrire à 3 personnes" }).click()
      await page.getByText("Les 3 demandes partent.").waitFor()
    })
  })

  it("is answered from a phone, by the link of the letter", async () => {
    await step(phone, "answer", async () => {
      await phone.goto(await link("sarah@lisle.example"))
      await title(phone, "Que savez-vous faire, Sarah ?")
      await isFitForAll(phone)
      await say("Réparer un vélo", "radio", "Je montre")
      await say("Droit", "checkbox", "J’aimerais")
      await phone.getByRole("checkbox", { name: "Samedi, matin" }).check({ force: true })
      await phone.getByLabel("Temps par mois, à peu près").fill("4")
      await shot(phone, "answer-360")
      await phone.getByRole("button", { name: "Envoyer" }).click()
      await phone.getByText(/Merci. C’est noté/).waitFor()
      await isFitForAll(phone)
      await shot(phone, "answered-360")
      await phone.goto(await link("hugo@lisle.example"))
      await say("Droit", "radio", "Bien")
      await phone.getByRole("button", { name: "Envoyer" }).click()
      await phone.getByText(/Merci. C’est noté/).waitFor()
    })
  })

  it("is seen as a grid, with what hangs on one person", async () => {
    await step(page, "grid", async () => {
      // The third answer, from which what is missing means something: a word said at the counter.
      await page.goto("/personnes")
      await page.getByRole("link", { name: "Georgette Simonis" }).first().click()
      await page.getByRole("link", { name: "Saisir ses réponses" }).click()
      const cooking = page.getByRole("group", { name: "Cuisiner pour trente" })
      await cooking.getByRole("radio", { name: "Bien" }).check({ force: true })
      await page.getByRole("radio", { name: "de vive voix" }).check({ force: true })
      await page.getByRole("button", { name: "Enregistrer" }).click()
      await title(page, "Georgette Simonis")
      await page.goto("/competences")
      const row = page.getByRole("row", { name: /Sarah Duchemin/ })
      await row.getByText("peut l’apprendre à d’autres").waitFor({ state: "attached" })
      await page.getByRole("columnheader", { name: "Vie du quartier" }).waitFor()
      const missing = page.getByRole("region", { name: /manquent ou tiennent à une seule personne/ })
      await missing.getByRole("button", { name: /Voir les/ }).click()
      await missing.getByText(/Une seule personne sait.*Réparer un vélo.*Sarah Duchemin/).waitFor()
      await isFitForAll(page)
      await shot(page, "grid-1280")
      await page.setViewportSize({ width: 360, height: 740 })
      await isFitForAll(page)
      await shot(page, "grid-360")
      await page.setViewportSize({ width: 1280, height: 900 })
    })
  })

  it("finds whom to ask from a task that nobody has", async () => {
    await step(page, "task", async () => {
      const { taskId } = await give(page, "tasks.give", { bodyId, what: "Atelier vélo de la fête" })
      await page.goto(`/taches/${taskId}`)
      await title(page, "Atelier vélo de la fête")
      await page.getByRole("link", { name: "Confier", exact: true }).click()
      await page.getByText("À qui demander ?").click()
      await page.getByLabel("Pour quoi").selectOption({ label: "Réparer un vélo" })
      await page.getByText("on ne lui a encore rien demandé").waitFor()
      await shot(page, "who-1280")
      await page.getByRole("button", { name: /Choisir.*Sarah Duchemin/ }).click()
      await page.getByRole("button", { name: "Enregistrer" }).click()
      await title(page, "Atelier vélo de la fête")
      await page.getByRole("link", { name: "Sarah Duchemin" }).first().waitFor()
    })
  })
})
