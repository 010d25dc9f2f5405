import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { found } from "./people.ts"

// Inès takes up the subjects of her chapter: their themes, where each stands, and what hangs on it.
let app: App
let page: Page

before(async () => {
  app = await startApp()
  page = await app.visit({ width: 1280, height: 900 })
  await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@valmont.example" },
  })
})
after(() => app?.stop())

const button = (name: string) => page.getByRole("button", { name, exact: true })
const lines = () => page.locator(".themes > li")

describe("a secretary and the matters of her chapter", () => {
  it("takes the themes proposed, and moves one with the keyboard", async () => {
    await step(page, "themes", async () => {
      await page.goto("/secretariat/themes")
      await button("Prendre cette liste").click()
      await page.getByText("Mobilité", { exact: true }).waitFor()
      await isFitForAll(page)
      await page.getByText("Bus et train", { exact: true }).focus()
      await page.keyboard.press("Alt+ArrowUp")
      await page.getByText("Bus et train : rang 1 sur 3, sous Mobilité.").waitFor({ state: "attached" })
      await button("Sortir Bus et train de Mobilité").click()
      await page.getByText("Bus et train : rang 2 sur 11, premier rang.").waitFor({ state: "attached" })
      await lines().filter({ hasText: "Bus et train" }).getByText("Bus et train", { exact: true }).waitFor()
    })
  })

  it("opens a matter, reads what it lacks, and hangs a task on it from its words", async () => {
    await step(page, "matter", async () => {
      await page.goto("/dossiers/nouveau")
      await page.getByLabel("Sujet").fill("Place du Marché")
      await page.getByLabel("Où on en est").fill("Essai de six mois demandé au conseil.")
      await page.getByLabel("Thème").fill("espaces")
      await page.getByRole("option", { name: /Espaces publics/ }).click()
      await isFitForAll(page)
      await button("Ouvrir le dossier").click()
      await page.getByRole("link", { name: "Il n’y a pas de prochaine étape." }).waitFor()
      await page.getByText("Écrit aujourd’hui.").waitFor()
      await page.getByText("Ce qui est nouveau n’est dit à personne d’autre.").waitFor()
      await page.getByLabel("Me dire ce qui est nouveau", { exact: true }).selectOption("day")
      await page.getByText("Vous recevrez un courriel le matin, s’il y a du nouveau.").waitFor()
      await isFitForAll(page)
      await page.goto("/taches/nouvelle")
      await page.getByLabel("Quoi").fill("Mesurer la place du marché")
      await button("Prendre le dossier Place du Marché").click()
      await isFitForAll(page)
      await button("Confier").click()
      await page.getByRole("link", { name: "Place du Marché" }).click()
      await page.getByRole("link", { name: "Mesurer la place du marché" }).waitFor()
      await isFitForAll(page)
      await page.goto("/dossiers")
      await page.getByRole("link", { name: "Place du Marché" }).first().waitFor()
      await isFitForAll(page)
    })
  })
})
