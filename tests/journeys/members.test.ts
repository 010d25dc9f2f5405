import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { ask, charge, found, letterTo, useSecondFactor } from "./people.ts"

// Somebody asks to join; the secretary accepts, the treasurer notes the dues, and the roll of the next vote says why she votes.
let app: App
let page: Page
let bodyId = ""
before(async () => {
  app = await startApp()
  page = await app.visit()
  bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
    person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
  })
})
after(() => app?.stop())

const title = (name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor()

describe("a newcomer, from the application to the vote", () => {
  it("is typed from paper, accepted and told", async () => {
    await step(page, "accept", async () => {
      await page.goto("/membres")
      await title("Membres et cotisations")
      await page.getByText("Personne ne tient la trésorerie").waitFor()
      await isFitForAll(page)
      await page.getByRole("link", { name: "Nouvelle demande" }).click()
      await page.getByLabel("Prénom").fill("Aurélie")
      await page.getByLabel("Nom de famille").fill("Stassart")
      await page.getByLabel("Courriel").fill("aurelie@lisle.example")
      await page.getByRole("button", { name: "Enregistrer la demande" }).click()
      await title("Aurélie Stassart")
      await page.getByText("Il ne manque rien pour accepter").waitFor()
      await isFitForAll(page)
      await page.getByRole("button", { name: "Accepter la demande" }).click()
      await page.getByText("acceptée").first().waitFor()
      const letter = await letterTo(app, "aurelie@lisle.example", /accepte votre demande/)
      assert.match(letter.subject ?? "", /bienvenue/)
    })
  })

  it("pays, gets a numbered receipt, and is up to date", async () => {
    await step(page, "pay", async () => {
      // The secretary of this story keeps the treasury as well, which asks for a second factor.
      await useSecondFactor(page)
      const { person } = await ask(page, "session.read", {})
      await charge(page, bodyId, "treasurer", [person.id])
      await page.goto("/membres/bareme")
      await page.getByLabel("Nom du montant").fill("Ordinaire")
      await page.getByLabel("Montant par an").fill("30")
      await page.getByRole("button", { name: "Ajouter ce montant" }).click()
      await page.getByText("demandé d’habitude", { exact: true }).waitFor()
      await page.goto("/membres/cotisations")
      await page.getByRole("link", { name: "Aurélie Stassart" }).first().click()
      await title("Aurélie Stassart")
      await page.getByRole("button", { name: "Enregistrer le paiement" }).click()
      await page
        .getByText(/reçu LIS-\d{4}-REC-0001/)
        .first()
        .waitFor()
      const letter = await letterTo(app, "aurelie@lisle.example", /cotisation, merci/)
      assert.match(letter.attachments[0]?.filename ?? "", /LIS-\d{4}-REC-0001\.pdf/)
      await isFitForAll(page)
    })
  })

  it("is on the roll that is frozen for the vote, and the secretary who has not paid is not", async () => {
    await step(page, "roll", async () => {
      await page.goto("/membres/listes/nouvelle")
      await page.getByText("1 personne vote").waitFor()
      await page.getByRole("button", { name: "Figer la liste" }).click()
      await page.getByText("figée, intacte").waitFor()
      await page.getByText("aucune cotisation payée").waitFor()
      await page.getByText(/cotisation payée jusqu’au 31 décembre/).waitFor()
      await isFitForAll(page)
    })
  })
})
