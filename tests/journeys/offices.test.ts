import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { choose, pick } from "./hands.ts"
import { ask, found, give } from "./people.ts"

// The assembly sends Bastien to the mobility commission, and Élodie sits in the council: Inès writes both down, and is told in time.
let app: App
let page: Page
let bodyId: string
const today = Temporal.Now.plainDateISO("Europe/Brussels")
const folder = process.env["SHOTS"]
const look = async (name: string) => {
  await isFitForAll(page)
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

before(async () => {
  app = await startApp()
  page = await app.visit({ width: 360, height: 780 })
  bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@valmont.example" },
  })
  const { person } = await ask(page, "session.read", {})
  for (const [given_name, family_name, form] of [
    ["Élodie", "Lambert", "f"],
    ["Bastien", "Moreau", "m"],
  ])
    await give(page, "people.add", {
      bodyId,
      given_name,
      family_name,
      form,
      membership: { ring: "member", since: `${today.year - 3}-01-01` },
    })
  const { meetingId } = await give(page, "meetings.prepare", {
    bodyId,
    title: "Assemblée",
    day: today.toString(),
    at: "09:00",
  })
  const { itemId } = await give(page, "agenda.add", {
    meetingId,
    title: "Délégué à la mobilité",
    purpose: "decide",
    minutes: 10,
  })
  await give(page, "meetings.open", { meetingId, chairId: person.id })
  await give(page, "meetings.waiveQuorum", { meetingId, reason: "Peu de monde, tous d’accord" })
  await give(page, "decisions.take", {
    itemId,
    text: "L’assemblée envoie Bastien à la commission de la mobilité.",
    how: "consent",
  })
})
after(() => app?.stop())

const record = () => page.getByRole("button", { name: "Inscrire", exact: true }).click()

describe("a secretary and who sits outside", () => {
  it("writes down who was sent where, by the decision of the assembly", async () => {
    await step(page, "by-decision", async () => {
      await page.goto("/mandats/nouveau")
      await settled(page)
      await pick(page, /^Personne/, "Bastien")
      const institution = page.getByRole("combobox", { name: /^Institution/ })
      await institution.fill("Commission de la mobilité")
      await page.getByRole("option", { name: /Commission de la mobilité/ }).click()
      await choose(page, "Genre d’institution", /^Commission$/)
      await choose(page, "Fonction", /^membre$/)
      await choose(page, "Par qui", /décision de notre instance/)
      await pick(page, /^Décision du registre/, "mobilité")
      await page.getByLabel(/^Jusqu’au/).fill(today.add({ months: 2 }).toString())
      await look("office-form")
      await record()
      await page.getByRole("heading", { level: 1, name: /Bastien Moreau/ }).waitFor()
      await page.getByRole("link", { name: /^Par la décision / }).waitFor()
      await look("office")
    })
  })

  it("writes down a councillor, whose declaration comes due", async () => {
    await step(page, "councillor", async () => {
      await page.goto("/mandats/nouveau")
      await settled(page)
      await pick(page, /^Personne/, "Élodie")
      await page.getByRole("combobox", { name: /^Institution/ }).fill("Conseil communal de Valmont")
      await page.getByRole("option", { name: /Conseil communal/ }).click()
      await choose(page, "Genre d’institution", /^Conseil communal/)
      await choose(page, "Fonction", /^membre du conseil$/)
      await page.getByLabel(/^Depuis/).fill(`${today.year - 2}-12-02`)
      await record()
      await page.getByRole("heading", { level: 1, name: /Élodie Lambert/ }).waitFor()
      // Six weeks before it is due, and until it is lodged: in winter only its own page tells of it.
      const isNear = Temporal.PlainDate.compare(today, Temporal.PlainDate.from(`${today.year}-04-20`)) >= 0
      await page.goto(isNear ? "/" : "/mandats/declarations")
      if (isNear)
        await page
          .getByRole("link", { name: /^Déclaration à l’organe de contrôle pas encore déposée : Élodie Lambert/ })
          .first()
          .click()
      await page
        .getByRole("button", { name: /^C’est déposé/ })
        .first()
        .waitFor()
      await look("declarations")
    })
  })

  it("finds the end of a term in Today, in the calendar and by one search", async () => {
    await step(page, "end-of-term", async () => {
      await page.goto("/")
      await page
        .getByRole("link", { name: /Bastien Moreau.*Commission de la mobilité/ })
        .first()
        .waitFor()
      await page.goto(`/agenda?jour=${today.add({ months: 2 }).toString()}`)
      await page
        .getByRole("link", { name: /^Fin de mandat/ })
        .first()
        .waitFor()
      await look("calendar")
      await page.goto("/chercher?q=mobilit%C3%A9")
      await page.getByRole("link", { name: "Bastien Moreau, Commission de la mobilité" }).waitFor()
      await look("search")
    })
  })

  it("reads on the page of the institution who of ours sits there", async () => {
    await step(page, "institution", async () => {
      await page.goto("/mandats/institutions")
      await page.getByRole("link", { name: "Commission de la mobilité" }).click()
      await page.getByRole("heading", { level: 2, name: "Qui des nôtres y siège" }).waitFor()
      await page.getByRole("link", { name: "Bastien Moreau" }).waitFor()
      await look("institution")
    })
  })

  it("ends it, and it stays written there and with the person", async () => {
    await step(page, "ended", async () => {
      await page.getByRole("link", { name: "Bastien Moreau" }).click()
      await page.getByText("Mettre fin", { exact: false }).first().click()
      await page.getByLabel("Dernier jour", { exact: true }).fill(today.toString())
      await page.getByRole("button", { name: /^Mettre fin/ }).click()
      await page.getByText("Le mandat a pris fin.").waitFor()
      await look("ended")
    })
  })
})
