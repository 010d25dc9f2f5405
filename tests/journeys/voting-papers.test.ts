import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { read } from "../../src/kernel/typeset/pdf-for-tests.ts"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { found, give } from "./people.ts"

// A secretary prints what an assembly needs on paper: ballot papers, a tally sheet, the list to sign, and the record.
let app: App
let page: Page
let operation: string
let ballot: string

const today = Temporal.Now.plainDateISO("Europe/Brussels").toString()

before(async () => {
  app = await startApp()
  page = await app.visit({ width: 1280, height: 900 })
  const bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@valmont.example" },
  })
  const of = { bodyId, onDay: today, electorate: "members" }
  const { operationId } = await give(page, "votes.prepareOperation", { ...of, title: "Assemblée statutaire" })
  const { ballotId } = await give(page, "votes.prepare", {
    ...of,
    operationId,
    title: "Élire deux porte-parole",
    kind: "candidates",
    candidates: "Ana Dupré\nBo Lemmens\nMarie-Charlotte-Élisabeth de Saint-Aubin-Vandenbroucke",
    seats: 2,
    method: "plurality",
    manner: "paper",
  })
  operation = operationId
  ballot = ballotId
})
after(() => app?.stop())

const shot = async (name: string) => {
  const folder = process.env["SHOTS"]
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
/** The words of the paper behind a link of the page, as the browser that is signed in gets it. */
const paper = async (href: string) => {
  const answer = await page.request.get(href)
  assert.equal(answer.headers()["content-type"], "application/pdf")
  return read(new Uint8Array(await answer.body()))
}
const linked = async (name: string) =>
  paper((await page.getByRole("link", { name, exact: true }).getAttribute("href"))!)

describe("the papers of a vote", () => {
  it("are printed from its page, as many ballot papers as are asked for", async () => {
    await step(page, "ballot", async () => {
      await page.goto(`/votes/${ballot}`)
      await page.getByRole("heading", { name: "Papiers", exact: true }).waitFor()
      await page.getByLabel("Combien de bulletins", { exact: true }).fill("10")
      const [opened] = await Promise.all([
        page.context().waitForEvent("request", (request) => request.url().includes("bulletins.pdf")),
        page.getByRole("button", { name: "Imprimer les bulletins", exact: true }).click(),
      ])
      assert.equal((await paper(opened.url())).pages.length, 3)
      assert.match((await linked("Feuille de dépouillement (PDF)")).text, /Ana Dupré/)
      assert.match((await linked("Liste d’émargement (PDF)")).text, /Inès Vandermeer/)
      await isFitForAll(page)
      await shot("papers-ballot-1280")
    })
  })

  it("are printed from the page of the operation, its record as a draft until all is counted", async () => {
    await step(page, "operation", async () => {
      await page.goto(`/votes/operations/${operation}`)
      assert.match((await linked("Projet de procès-verbal (PDF)")).text, /Ne se signe pas/)
      assert.match((await linked("Liste d’émargement (PDF)")).text, /provisoire/i)
      await isFitForAll(page)
      await shot("papers-operation-1280")
      await page.setViewportSize({ width: 360, height: 740 })
      await isFitForAll(page)
      await shot("papers-operation-360")
      await page.emulateMedia({ colorScheme: "dark" })
      await page.goto(`/votes/${ballot}`)
      await page.getByRole("heading", { name: "Papiers", exact: true }).waitFor()
      await isFitForAll(page)
      await shot("papers-ballot-360")
    })
  })
})
