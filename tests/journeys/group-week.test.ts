import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { ask, charge, found, letterTo } from "./people.ts"

// A group of twelve elected and its general secretary, from the spreadsheet to the decision. The meeting is in the coming hour,
// for a clock cannot be moved: it is late, and the product makes her say why.
let app: App
let page: Page
let bodyId: string
before(async () => {
  app = await startApp()
  page = await app.visit()
  bodyId = await found(app, page, {
    organisation: "Groupe Les Rives",
    body: { name: "Groupe Les Rives au conseil régional", code: "GRL", profile: "fr-regional-group" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@rives.example" },
  })
})
after(() => app?.stop())

const elected = [
  "M.;Adam;Léo",
  "Mme;Benali;Samira",
  "Mme;Costa;Lúcia",
  "M.;D’Hondt;Paul",
  "Mme;Évrard;Élise",
  "M.;Fontaine;Noé",
  "Mme;Guérin;Maëlle",
  "M.;Haddad;Yanis",
  "Mme;Jacquemin;Rose",
  "M.;Kowalski;Jan",
  "Mme;Lefèvre;Anaïs",
  "M.;Nguyên;Minh",
].map((person, n) => ({
  name: person.split(";").slice(1).toReversed().join(" "),
  person,
  email: `elu${n}@rives.example`,
}))

const soon = Temporal.Now.zonedDateTimeISO("Europe/Paris").add({ minutes: 75 })
const day = soon.toPlainDate().toString()
const hour = soon.toPlainTime().toString({ smallestUnit: "minute" })

describe("a week of a regional group", () => {
  it("begins with the list of its twelve elected", async () => {
    await step(page, "import", async () => {
      await page.goto("/personnes/importer")
      const lines = ["Civilité;Nom;Prénom;Courriel", ...elected.map(({ person, email }) => `${person};${email}`)]
      await page.getByLabel("Fichier", { exact: true }).setInputFiles({
        name: "elus.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`),
      })
      await page.getByRole("button", { name: "Regarder ligne par ligne" }).click()
      await page.getByRole("button", { name: "Ajouter 12 personnes" }).click()
      await page.getByRole("heading", { name: "Import terminé" }).waitFor()
      await page.getByText("12 ajoutées").waitFor()
    })
    const { rows } = await ask(page, "people.list", { bodyId })
    const added = rows.filter(({ name }: { name: string }) => !name.includes("Vandermeer"))
    assert.equal(added.length, elected.length)
    await charge(
      page,
      bodyId,
      "councillor",
      added.map(({ id }: { id: string }) => id),
    )
  })

  it("has its meeting prepared from its type, and convened by real mail", async () => {
    await step(page, "prepare", async () => {
      await page.goto("/reunions/nouvelle")
      await page.getByRole("radio", { name: /^Réunion de groupe/ }).check({ force: true })
      await page.getByLabel("Jour", { exact: true }).fill(day)
      await page.getByLabel("Heure", { exact: true }).fill(hour)
      await page.getByRole("textbox", { name: /^Lieu/ }).fill("Salle 204, hôtel de région")
      await page.getByRole("button", { name: "Préparer", exact: true }).click()
      await page.getByRole("link", { name: "Amendements, vœux et questions orales à déposer" }).waitFor()
    })
    await step(page, "convene", async () => {
      await page.getByRole("link", { name: "Passer à la convocation" }).click()
      await page.getByText("Convoquer irrégulièrement, en le disant").click()
      await page.getByRole("textbox", { name: /^Raison/ }).fill("La séance a été avancée.")
      await page.getByRole("button", { name: "Convoquer 13 personnes" }).click()
      await page.getByText("Sans réponse").first().waitFor()
      const letters = await Promise.all(elected.map(({ email }) => letterTo(app, email)))
      for (const { attachments } of letters)
        assert.deepEqual(
          ["application/pdf", "text/calendar"].filter((type) => !attachments.some(({ mimeType }) => mimeType === type)),
          [],
        )
    })
  })

  it("is held, and decides by a show of hands", async () => {
    await step(page, "open", async () => {
      await page.goto(page.url().replace("/convoquer", "/tenir"))
      const chair = page.getByRole("combobox", { name: /^Présidence de séance/ })
      await chair.fill("Jacquemin")
      await page.locator(".combo-list").getByText("Rose Jacquemin").click()
      await page.getByRole("button", { name: "Ouvrir la réunion" }).click()
      await page.getByRole("button", { name: /^Présences/ }).click()
      for (const { name } of elected) {
        const row = page.locator("li").filter({ hasText: name })
        await row.getByRole("button", { name: "Arrive" }).click()
        await row.getByRole("button", { name: /^Part\b/ }).waitFor()
      }
      await page.getByRole("button", { name: "Présences (12)" }).waitFor()
    })
    await step(page, "decide", async () => {
      await page.getByRole("button", { name: "Tous les points" }).click()
      await page.getByRole("button", { name: "Amendements, vœux et questions orales à déposer" }).click()
      await page
        .getByRole("textbox", { name: /^Texte de la décision/ })
        .fill("Le groupe dépose le vœu sur le fret fluvial.")
      await page.getByRole("radio", { name: "À main levée" }).check({ force: true })
      await page.getByLabel("Pour", { exact: true }).fill("9")
      await page.getByLabel("Contre", { exact: true }).fill("2")
      await page.getByLabel(/^Abstention/).fill("1")
      await page.getByRole("button", { name: "Prendre la décision" }).click()
      await page.getByText("Adopté par 9 voix pour, 2 contre, 1 abstention.").waitFor()
      await isFitForAll(page)
    })
  })

  it("has its year before it", async () => {
    await step(page, "year", async () => {
      await page.goto("/reunions/annee")
      await page.getByText("ce que l’année demande maintenant").waitFor()
      await isFitForAll(page)
    })
  })

  it("comes to a phone, at the hour of Paris, without what is confidential", async () => {
    const calendar = await step(page, "subscribe", async () => {
      await page.goto("/agenda/abonnements")
      await page.getByRole("button", { name: "Pour mes réunions", exact: true }).click()
      const address = await page.getByRole("textbox", { name: "Mes réunions" }).inputValue()
      await settled(page)
      const answer = await fetch(address)
      assert.equal(answer.status, 200)
      assert.match(answer.headers.get("content-type") ?? "", /^text\/calendar/)
      return answer.text()
    })
    assert.match(calendar, /BEGIN:VTIMEZONE\r\nTZID:Europe\/Paris\r\n/)
    const start = `${day}T${hour}`.replaceAll(/[-:]/g, "")
    assert.ok(calendar.includes(`DTSTART;TZID=Europe/Paris:${start}00`), calendar)
    assert.doesNotMatch(calendar, /fret fluvial|Salle 204/)
  })
})
