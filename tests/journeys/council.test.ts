import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { choose, pick } from "./hands.ts"
import { charge, enter, found, give } from "./people.ts"
import { reportPdf } from "./reports.ts"

// A municipal council in its three weeks, prepared by several people, each at their own screen: from the convocation to the minutes
// that the council drew up, and the answer it owes. Only the organisation, its people and their mandates are there before.
let app: App
let ines: Page
let salome: Page
let jeanne: Page
let karim: Page
let odile: Page
let sittingPath: string
let textPath: string
let questionPath: string

const now = Temporal.Now.plainDateISO("Europe/Brussels")
const day = now.add({ days: 12 })
const bike = "Piste cyclable de la rue Haute"
const plot = "Vente d’une parcelle communale"
const title = "Conseil de décembre"

before(async () => {
  app = await startApp()
  const phone = { width: 360, height: 740 }
  ;[ines, salome, jeanne, karim, odile] = await Promise.all([
    app.visit(),
    app.visit(),
    app.visit(phone),
    app.visit({ ...phone, colorScheme: "dark" }),
    app.visit(phone),
  ])
  const bodyId = await found(app, ines, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@rives.example" },
  })
  for (const [page, given_name, family_name, form, key] of [
    [salome, "Salomé", "Wathelet", "f", "political-secretary"],
    [jeanne, "Jeanne", "Collard", "f", "municipal-councillor"],
    [karim, "Karim", "Haddad", "m", "municipal-councillor"],
    [odile, "Odile", "Renson", "f", null],
  ] as const) {
    const email = `${given_name.toLowerCase().replace("é", "e")}@rives.example`
    const membership = { ring: key ? "member" : "sympathiser", since: "2024-01-01" }
    const person = { bodyId, given_name, family_name, form, email, membership }
    const { personId } = await give(ines, "people.add", person)
    if (key) await charge(ines, bodyId, key, [personId])
    await give(ines, "accounts.invite", { personId })
    await enter(app, page, email)
  }
})
after(() => app?.stop())

/** A page for whoever looks, where one is asked for. */
const shot = async (page: Page, name: string) => {
  const to = process.env["SHOTS"]
  if (to) await page.screenshot({ path: `${to}/${name}.png`, fullPage: true })
}
const paper = (name: string, ...lines: string[]) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from(reportPdf([lines])),
})

describe("a municipal council in its three weeks", () => {
  it("begins with its convocation, on the desk of the secretary", async () => {
    await step(ines, "convocation", async () => {
      await ines.goto("/seances")
      await ines.getByRole("link", { name: "Nouvelle séance" }).first().click()
      await ines.getByLabel("Nom de l’assemblée", { exact: true }).fill("Conseil communal de Valmont")
      await choose(ines, "Genre d’assemblée", "Conseil communal")
      await ines.getByLabel(/^Nombre de sièges/).fill("19")
      await ines.getByLabel("Intitulé", { exact: true }).fill(title)
      await ines.getByLabel("Jour", { exact: true }).fill(day.toString())
      await ines.getByLabel("Heure", { exact: true }).fill("19:30")
      await ines.getByLabel(/^Convocation/).fill(now.toString())
      await isFitForAll(ines)
      await shot(ines, "01-new")
      await ines.getByRole("button", { name: "Noter la séance" }).click()
      await ines.getByRole("heading", { name: title }).waitFor()
      sittingPath = new URL(ines.url()).pathname
      await ines
        .getByLabel("Ordre du jour de l’assemblée", { exact: true })
        .setInputFiles(paper("ordre-du-jour.pdf", "ORDRE DU JOUR", "", `1. ${bike}`, `2. ${plot}`))
      await ines.getByRole("button", { name: "Reprendre cet ordre du jour" }).click()
      await ines.getByText("Repris : 2 ajoutés, 0 renommés, 0 retirés.").waitFor()
      await ines.getByRole("link", { name: bike }).waitFor()
      await ines.getByRole("heading", { name: "Les trois semaines du conseil" }).waitFor()
      await isFitForAll(ines)
      await shot(ines, "02-sitting")
    })
  })
})
