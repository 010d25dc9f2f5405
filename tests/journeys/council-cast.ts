import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { choose } from "./hands.ts"
import { charge, enter, found, give } from "./people.ts"
import { reportPdf } from "./reports.ts"

/** A chapter of Wallonia and those of it who prepare the council, each at their own screen; all that is there before they begin. */
export const cast = async () => {
  const app = await startApp()
  const phone = { width: 360, height: 740 }
  const [ines, salome, jeanne, karim, odile] = await Promise.all([
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
  return { app, ines, salome, jeanne, karim, odile }
}
export type Cast = Awaited<ReturnType<typeof cast>> & { app: App }

export const now = Temporal.Now.plainDateISO("Europe/Brussels")
export const day = now.add({ days: 12 })
export const title = "Conseil de décembre"

/** A page for whoever looks, where one is asked for. */
export const shot = async (page: Page, name: string) => {
  const to = process.env["SHOTS"]
  if (to) await page.screenshot({ path: `${to}/${name}.png`, fullPage: true })
}
export const paper = (name: string, ...lines: string[]) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from(reportPdf([lines])),
})

/** The secretary writes down the council that was convened; answers where its sitting is. */
export const convened = (ines: Page): Promise<string> =>
  step(ines, "convocation", async () => {
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
    return new URL(ines.url()).pathname
  })

/** Whoever answers for the texts of the chapter gives this one its number. */
export const validate = (page: Page, path: string, number: RegExp) =>
  step(page, "validate", async () => {
    await page.goto(path)
    await page.getByRole("button", { name: "Valider et numéroter" }).click()
    await page.getByText(number).first().waitFor()
  })

export const sign = (page: Page, path: string) =>
  step(page, "sign", async () => {
    await page.goto(path)
    await page.getByRole("button", { name: "Signer", exact: true }).click()
    await page.getByText("C’est signé.").waitFor()
  })
