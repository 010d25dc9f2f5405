import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { enter, found, give } from "./people.ts"

// A secretary lends one list of people, and one activity, to somebody who is of another chapter and sees nothing else of this one.
let app: App
let page: Page
let phone: Page

before(async () => {
  app = await startApp()
  page = await app.visit({ width: 1280, height: 900 })
  phone = await app.visit({ width: 360, height: 740 })
  const bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@valmont.example" },
  })
  const ids: string[] = []
  for (const [given_name, family_name, ring, more] of [
    ["Sarah", "Duchemin", "member", { phone: "+32 470 11 22 33" }],
    ["Hugo", "Lambrechts", "member", { phone: "+32 470 44 55 66" }],
    ["Georgette", "Simonis", "member", {}],
    ["Bilal", "Oulhaj", "supporter", { email: "bilal@valmont.example" }],
  ] as const)
    ids.push(
      (
        await give(page, "people.add", {
          bodyId,
          given_name,
          family_name,
          ...more,
          sure: true,
          membership: { ring, since: "2024-01-01" },
        })
      ).personId,
    )
  await give(page, "accounts.invite", { personId: ids.at(-1) })
})
after(() => app?.stop())

// For whoever looks at the pages themselves: SHOTS=folder.
const shot = async (where: Page, name: string) => {
  const folder = process.env["SHOTS"]
  if (folder) await where.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const button = (where: Page, name: string | RegExp) => where.getByRole("button", { name, exact: true })
const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)

const lend = async (what: string, to: string) => {
  await page.getByText(what, { exact: true }).first().click()
  await page.getByRole("combobox", { name: "Personne" }).fill(to)
  await page.getByRole("option", { name: new RegExp(to) }).click()
  await page.getByLabel("Dernier jour").fill(soon)
  await page.getByLabel("Pourquoi").fill("Il s’est proposé.")
  await button(page, what).click()
  await page.getByRole("link", { name: new RegExp(to) }).waitFor()
}

describe("one list, one activity, and nothing else", () => {
  it("is made of people chosen by name, and lent", async () => {
    await step(page, "make", async () => {
      await page.goto("/personnes")
      for (const name of ["Sarah Duchemin", "Hugo Lambrechts", "Georgette Simonis"])
        await page.getByRole("checkbox", { name: new RegExp(name) }).check()
      await button(page, "En faire une liste à confier").click()
      await page.getByText("3 personnes choisies").waitFor()
      await page.getByLabel(/^Nom de la liste/).fill("Appels pour la fête")
      await page.getByLabel(/^Ce qu’il faut leur dire/).fill("La fête est le 12 juin, salle des Tilleuls.")
      await page.getByLabel(/^Dernier jour/).fill(soon)
      await isFitForAll(page)
      await button(page, "Créer la liste").click()
      await page.getByRole("heading", { level: 1, name: "Appels pour la fête" }).waitFor()
      await page.getByText("Cette liste n’est confiée à personne.").waitFor()
      await lend("Confier cette liste à quelqu’un", "Bilal")
      await isFitForAll(page)
    })
  })

  it("waits in the Today of whoever received it, and is worked through on a phone", async () => {
    await step(phone, "call", async () => {
      await enter(app, phone, "bilal@valmont.example")
      await phone.goto("/")
      await phone.getByRole("link", { name: "Ouvrir la liste" }).click()
      await phone.getByRole("heading", { level: 1, name: "Appels pour la fête" }).waitFor()
      await phone.getByRole("link", { name: "+32 470 11 22 33" }).waitFor()
      await isFitForAll(phone)
      const sarah = phone.getByRole("listitem").filter({ hasText: "Sarah Duchemin" })
      await sarah.getByRole("button", { name: "Jointe" }).click()
      await phone.getByText("1 sur 3", { exact: true }).waitFor()
      await sarah.getByRole("button", { name: "Écrire ce qui a été dit" }).click()
      await sarah.getByLabel("Ce qui a été dit").fill("Elle amène deux tables.")
      await sarah.getByRole("button", { name: "Enregistrer" }).click()
      await sarah.getByText("Elle amène deux tables.").first().waitFor()
      await shot(phone, "liste-360")
      await button(phone, /À essayer \(2\)/).click()
      await sarah.waitFor({ state: "detached" })
      await phone.goto("/personnes")
      await phone.getByText(/^Ici se lisent les personnes/).waitFor()
      if (await phone.getByText("Hugo Lambrechts").count())
        throw new Error("The file is open to whoever was lent a list.")
    })
  })

  it("gives one activity, prepared by whoever received it", async () => {
    await step(page, "activity", async () => {
      await page.goto("/reunions/nouvelle")
      await page.getByLabel(/^Titre/).fill("Stand au marché")
      await page
        .getByLabel(/^Jour|^Date/)
        .first()
        .fill(soon)
      await page.getByRole("button", { name: /Préparer|Créer/ }).click()
      await page.getByText("Confier cette réunion à quelqu’un", { exact: true }).first().waitFor()
      await lend("Confier cette réunion à quelqu’un", "Bilal")
      await phone.goto("/")
      await phone.getByText(/On vous a confié/).waitFor()
      await isFitForAll(phone)
      await phone
        .getByRole("link", { name: /^Préparer/ })
        .first()
        .click()
      await phone
        .getByRole("link", { name: /Ajouter un point/ })
        .first()
        .waitFor()
      await isFitForAll(phone)
    })
  })
})
