import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { choose, pick } from "./hands.ts"
import { found, give } from "./people.ts"

// Inès has just left a meeting with a journalist: she notes it on her phone, and asks the services what she was asked.
let app: App
let page: Page
const today = Temporal.Now.plainDateISO("Europe/Brussels")

before(async () => {
  app = await startApp()
  page = await app.visit({ width: 360, height: 780 })
  const bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@valmont.example" },
  })
  await give(page, "matters.open", { bodyId, title: "Place du Marché" })
})
after(() => app?.stop())

const field = (name: string | RegExp) => page.getByRole("textbox", { name })
const note = () => page.getByRole("button", { name: "Noter", exact: true }).click()

describe("a secretary and those outside", () => {
  it("writes down a newspaper and its journalist", async () => {
    await step(page, "newspaper", async () => {
      await page.goto("/interlocuteurs")
      await isFitForAll(page)
      await page.getByRole("link", { name: "Nouvel interlocuteur" }).first().click()
      await page.getByLabel("Nom", { exact: true }).fill("La Gazette des Deux-Rives")
      await choose(page, "Genre", "média")
      await page.getByLabel("Thèmes").fill("Mobilité, commerce")
      await isFitForAll(page)
      await page.getByRole("button", { name: "Ajouter", exact: true }).click()
      await page.getByRole("link", { name: "Ajouter une personne" }).click()
      await page.getByLabel("Prénom").fill("Delphine")
      await page.getByLabel("Nom de famille").fill("Hanssens-Moreau")
      await page.getByLabel("Rôle").fill("rédactrice")
      await page.getByLabel("Courriel").fill("delphine@gazette.example")
      await page.getByRole("button", { name: "Ajouter", exact: true }).click()
      await page.getByRole("link", { name: "Delphine Hanssens-Moreau" }).click()
      await page.getByRole("heading", { level: 1, name: /Delphine/ }).waitFor()
      await isFitForAll(page)
    })
  })

  it("notes in two gestures what was said, and what she must do next", async () => {
    await step(page, "exchange", async () => {
      await field("De quoi").fill("Entretien sur la place du Marché")
      await note()
      await page.getByRole("link", { name: "Entretien sur la place du Marché" }).waitFor()
      await page.goto("/interlocuteurs/echange")
      await page.getByRole("heading", { level: 1, name: "Noter un échange" }).waitFor()
      await pick(page, /Avec qui/, "Delphine")
      await field("De quoi").fill("Chiffres de fréquentation")
      await field(/Suite à donner/).fill("Envoyer les chiffres")
      await page.getByLabel("Pour le").fill(today.add({ days: 5 }).toString())
      await pick(page, /Dossier/, "Place")
      await isFitForAll(page)
      await note()
      await page.getByRole("heading", { level: 1, name: "Chiffres de fréquentation" }).waitFor()
      await isFitForAll(page)
      await page.getByRole("link", { name: "Place du Marché" }).click()
      await page.getByRole("link", { name: "Envoyer les chiffres" }).waitFor()
      await page.getByRole("link", { name: "Chiffres de fréquentation" }).waitFor()
    })
  })

  it("is told when the services are late, and reminds them", async () => {
    await step(page, "request", async () => {
      await page.goto("/interlocuteurs/nouveau")
      await page.getByLabel("Nom", { exact: true }).fill("Service des travaux")
      await choose(page, "Genre", "service public")
      await page.getByRole("button", { name: "Ajouter", exact: true }).click()
      await page.getByRole("link", { name: "Noter une demande" }).click()
      await field("De quoi").fill("Comptages de circulation")
      await page.getByLabel("Quand").fill(today.subtract({ days: 30 }).toString())
      await page.getByLabel("Réponse pour le").fill(today.subtract({ days: 3 }).toString())
      await note()
      await page
        .getByRole("link", { name: /Comptages de circulation/ })
        .first()
        .waitFor()
      await page.goto("/")
      await page.getByRole("link", { name: /^Réponse attendue/ }).click()
      await isFitForAll(page)
      await page.getByRole("button", { name: "J’ai relancé" }).click()
      await page.getByText("La relance est notée.").waitFor()
      await page.goto("/interlocuteurs/demandes")
      await settled(page)
      await isFitForAll(page)
      await page
        .getByRole("link", { name: /Comptages de circulation/ })
        .first()
        .click()
      await field(/La réponse/).fill("4 100 passages par jour")
      await page.getByRole("button", { name: "Noter la réponse" }).click()
      await page.getByText("4 100 passages par jour").waitFor()
    })
  })

  it("writes to the press with one list of addresses", async () => {
    await step(page, "press", async () => {
      await page.goto("/interlocuteurs/presse")
      await settled(page)
      await isFitForAll(page)
      await page.getByRole("button", { name: "Copier l’adresse" }).click()
      await page.getByLabel("Adresses à copier").waitFor()
    })
  })

  it("notes one meeting with several at once", async () => {
    await step(page, "several", async () => {
      await page.goto("/interlocuteurs/echange")
      await page.getByRole("heading", { level: 1, name: "Noter un échange" }).waitFor()
      await pick(page, /Avec qui/, "Delphine")
      await pick(page, /Avec qui/, "Service des travaux")
      await field("De quoi").fill("Visite du chantier à trois")
      await note()
      await page.getByRole("heading", { level: 1, name: "Visite du chantier à trois" }).waitFor()
      await page.getByRole("link", { name: "Delphine Hanssens-Moreau" }).waitFor()
      await page.getByRole("link", { name: "Service des travaux" }).waitFor()
    })
  })
})
