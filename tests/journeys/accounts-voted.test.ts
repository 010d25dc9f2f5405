import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { choose } from "./hands.ts"
import { found } from "./people.ts"

// A secretary puts the accounts of a year to the vote, with their papers, the discharge and the next budget, on a telephone.
let app: App
let page: Page
before(async () => {
  app = await startApp()
  page = await app.visit({ width: 360, height: 740 })
  await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@valmont.example" },
  })
})
after(() => app?.stop())

describe("the accounts of a year", () => {
  it("become three votes, each with its papers", async () => {
    await step(page, "accounts", async () => {
      await page.goto("/votes/comptes")
      await page.getByLabel("Exercice").fill("2025")
      const paper = { name: "comptes-2025.txt", mimeType: "text/plain", buffer: Buffer.from("Recettes 1 200 euros") }
      await page.getByLabel(/^Comptes annuels/).setInputFiles(paper)
      await page.getByText("comptes-2025.txt").first().waitFor()
      await choose(page, "Conclusion de la vérification", /conclut favorablement/)
      await isFitForAll(page)
      await page.getByRole("button", { name: "Préparer ces votes" }).click()
      await page.getByRole("link", { name: "Donner décharge pour 2025" }).waitFor()
      await page.getByRole("link", { name: "Adopter le budget 2026" }).waitFor()
      await page.getByRole("link", { name: "Approuver les comptes 2025" }).click()
      await page.getByText("comptes-2025.txt").first().waitFor()
      await page
        .getByText(/conclut favorablement/)
        .first()
        .waitFor()
      await isFitForAll(page)
    })
  })
})
