import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { choose } from "./hands.ts"
import { found, give } from "./people.ts"

// A municipal council in its three weeks, from the convocation to the minutes that the assembly drew up.
let app: App
let page: Page
let bodyId: string
let sittingId: string
before(async () => {
  app = await startApp()
  page = await app.visit()
  bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@rives.example" },
  })
})
after(() => app?.stop())

const today = Temporal.Now.plainDateISO("Europe/Brussels")

describe("a municipal council in its three weeks", () => {
  it("begins with its convocation, which raises the item to add", async () => {
    await step(page, "convocation", async () => {
      const recorded = await give(page, "sittings.record", {
        bodyId,
        assembly: { name: "Conseil communal de Valmont", kind: "be_municipal_council", seats: 19 },
        title: "Conseil de Valmont",
        day: today.add({ days: 12 }).toString(),
        at: "19:30",
        convenedOn: today.toString(),
      })
      sittingId = recorded.sittingId
      await page.goto(`/seances/${sittingId}`)
      await page.getByRole("heading", { name: "Les trois semaines du conseil" }).waitFor()
      await page.getByRole("link", { name: "Ouvrir la tâche, encore sans personne" }).waitFor()
      await isFitForAll(page)
      await page.getByRole("button", { name: /^C’est fait\s*, Réunion du groupe/ }).click()
      await page.getByRole("button", { name: /^Pas encore fait\s*, Réunion du groupe/ }).waitFor()
    })
  })

  it("is moved, and a convocation that came too late says so", async () => {
    await step(page, "moved", async () => {
      await page.getByRole("link", { name: "Modifier", exact: true }).click()
      await page.getByLabel("Jour", { exact: true }).fill(today.toString())
      await page.getByRole("button", { name: "Enregistrer", exact: true }).click()
      await page.getByText("La convocation est arrivée trop tard").waitFor()
      await isFitForAll(page)
    })
  })

  it("is followed on one page: outcomes, a vote apart, a promise", async () => {
    await step(page, "follow", async () => {
      const item = await give(page, "sittings.addItem", { sittingId, number: "4", title: "Vente d’une parcelle" })
      await give(page, "sittings.takePosition", { itemId: item.itemId, stance: "against" })
      await page.goto(`/seances/${sittingId}/suivre`)
      const entry = page.getByRole("group", { name: "4 · Vente d’une parcelle" }).first()
      await entry.getByLabel("Issue", { exact: true }).selectOption("adopted")
      await entry.getByLabel("Notre vote", { exact: true }).selectOption("abstain")
      await entry.getByLabel("Pour", { exact: true }).fill("12")
      await isFitForAll(page)
      await page.getByRole("button", { name: "Enregistrer les issues" }).click()
      await page.getByLabel("Pourquoi, pour").fill("Le prix a été relevé en séance.")
      await page.getByRole("button", { name: "Enregistrer la raison" }).click()
      await page.getByText("Le prix a été relevé en séance.").first().waitFor()
      await page.getByLabel("Qui s’engage").fill("l’échevin des finances")
      await page.getByLabel("À quoi").fill("publier l’estimation")
      await page.getByRole("button", { name: "Noter l’engagement" }).click()
      await page.getByText("C’est noté, avec une tâche pour le rappeler.").waitFor()
      await page.getByRole("link", { name: /Commencer un communiqué\s*, Vente/ }).waitFor()
      await isFitForAll(page)
    })
  })

  it("ends with the minutes set beside ours", async () => {
    await step(page, "minutes", async () => {
      await page.getByText("Comparer le procès-verbal reçu").click()
      await choose(page, "Ce que dit le procès-verbal", "reporté")
      await page.getByRole("button", { name: "Comparer", exact: true }).click()
      await page.getByText(/^Vente d’une parcelle\s:\sreporté selon le procès-verbal, adopté selon nos notes/).waitFor()
      await isFitForAll(page)
    })
  })

  it("is counted in the record of the mandate, which opens to its lines", async () => {
    await step(page, "tally", async () => {
      await page.goto("/seances/bilan")
      await page.getByRole("heading", { name: "Nos votes" }).waitFor()
      await isFitForAll(page)
      await page.getByRole("link", { name: /abstention/ }).click()
      await page.getByRole("link", { name: "Vente d’une parcelle" }).waitFor()
      await isFitForAll(page)
    })
  })
})
