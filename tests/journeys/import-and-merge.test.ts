import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { strToU8, zipSync } from "fflate"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { found } from "./people.ts"

// A messy list of members, as a new secretary gets it: LibreOffice, accents broken, people written twice.
let app: App
let page: Page
before(async () => {
  app = await startApp()
  page = await app.visit()
  await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
    person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
  })
})
after(() => app?.stop())

const people = [
  ["Nom", "Prénom", "Courriel", "GSM", "Rue", "CP"],
  ["Lefèvre", "Anaïs", "anais@x.example", "0470 12 34 56", "Rue du Pont 1", "5000"],
  ["LEFEVRE", "Anais", "", "+32 470 12 34 56", "Rue du Pont, 1", "5000"],
  ["Kowalski", "Jan", "jan@x.example", "", "", "5004"],
  ["Jan", "Kowalski", "", "", "", "5004"],
  ["Lejeune", "Anne", "lejeune@x.example", "", "", ""],
  ["Lejeune", "Bruno", "lejeune@x.example", "", "", ""],
  ["CÃ©line", "Dupont", "", "", "", ""],
]
const sheet = () =>
  zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }],
    "content.xml": strToU8(
      `<office:document-content><office:body><office:spreadsheet><table:table>${people
        .map(
          (row) =>
            `<table:table-row>${row.map((cell) => `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`).join("")}</table:table-row>`,
        )
        .join("")}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  })

describe("a messy list of members", () => {
  it("is imported from LibreOffice, its accents put right", async () => {
    await step(page, "import", async () => {
      await page.goto("/personnes/importer")
      await page.getByLabel("Fichier", { exact: true }).setInputFiles({
        name: "membres.ods",
        mimeType: "application/vnd.oasis.opendocument.spreadsheet",
        buffer: Buffer.from(sheet()),
      })
      await page.getByRole("button", { name: "Regarder ligne par ligne" }).click()
      await page.getByText("Un accent abîmé a été remis").waitFor()
      await page.getByRole("button", { name: "Ajouter 7 personnes" }).click()
      await page.getByRole("heading", { name: "Import terminé" }).waitFor()
    })
  })

  it("shows who was written twice, and why", async () => {
    await step(page, "duplicates", async () => {
      await page.goto("/personnes")
      await page.getByRole("link", { name: "Doublons" }).click()
      await page.getByText("prénom et nom intervertis").waitFor({ timeout: 60_000 })
      await settled(page)
      await isFitForAll(page)
      assert.equal(await page.getByText("un seul courriel").count(), 0)
    })
  })

  it("joins two records field by field, once told what it will do", async () => {
    await step(page, "merge", async () => {
      await page
        .getByRole("link", { name: /Anaïs Lefèvre|Anais LEFEVRE/ })
        .first()
        .click()
      await page.getByRole("heading", { name: "Une personne ou deux" }).waitFor()
      await isFitForAll(page)
      await page.getByText("Cela ne se défait pas").first().waitFor()
      await page.getByRole("radio", { name: "Anaïs" }).check()
      await page.getByRole("radio", { name: "Lefèvre" }).check()
      await page.getByRole("button", { name: "C’est la même personne" }).click()
      await page.getByRole("button", { name: "Réunir", exact: true }).click()
      await page.getByRole("heading", { name: "Anaïs Lefèvre" }).waitFor()
      await page.getByText("anais@x.example").waitFor()
    })
  })

  it("never proposes again two who are two people", async () => {
    await step(page, "apart", async () => {
      await page.goto("/personnes/doublons")
      await page
        .getByRole("link", { name: /Kowalski/ })
        .first()
        .click()
      await page.getByRole("button", { name: "Ce sont deux personnes" }).click()
      await page.getByText("Aucun doublon en vue").waitFor()
      await page.getByRole("link", { name: "Montrer aussi" }).click()
      await page.getByText("sans doute un couple").waitFor()
    })
  })
})
