import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { letterTo, onAPhone, pick, untilHolds } from "./hands.ts"
import { found, give } from "./people.ts"

// A letter to the prefect: addressed from the file, written, signed with one’s own hand, sent by mail; another printed and posted.
let app: App
let amina: Page

before(async () => {
  app = await startApp()
  amina = await app.visit()
  const bodyId = await found(app, amina, {
    organisation: "Les Rives",
    body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
    person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
  })
  const { counterpartId: outsideId } = await give(amina, "counterparts.add", {
    bodyId,
    nature: "organisation",
    kind: "public_service",
    name: "Province de la Vesle",
    street: "Place d’Armes 1",
    postcode: "5000",
    town: "Vesle",
    country: "BE",
    email: "courrier@vesle.example",
    sure: true,
  })
  const { counterpartId } = await give(amina, "counterparts.add", {
    bodyId,
    nature: "person",
    given_name: "Claire",
    name: "Vasseur",
    form: "f",
    sure: true,
  })
  await give(amina, "counterparts.beginRole", { counterpartId, outsideId, title: "gouverneure de la Vesle" })
})
after(() => app?.stop())

const looked = async (page: Page) => {
  await isFitForAll(page)
  await onAPhone(page, isFitForAll)
}
const words = (page: Page) => page.locator(".ProseMirror")

describe("a letter", () => {
  it("is written on the paper of the body, signed with one’s own hand", async () => {
    await step(amina, "paper", async () => {
      await amina.goto("/secretariat/papier-a-lettres")
      await amina.getByLabel(/^Sous le nom, en tête/).fill("Rue Haute 1\n5000 Lisle\nlisle@lisle.example")
      await amina.getByLabel(/^Ville/).fill("Lisle")
      await looked(amina)
      await amina.getByRole("button", { name: "Garder le papier à lettres" }).click()
      await amina.getByText("Le papier à lettres est gardé.").waitFor()
      await amina.goto("/compte")
      await amina.getByLabel(/^Choisir une image/).setInputFiles({
        name: "signature.png",
        mimeType: "image/png",
        buffer: Buffer.from(PICTURE, "base64"),
      })
      await amina.getByRole("img", { name: "Votre signature" }).waitFor()
      await looked(amina)
    })
  })

  it("is addressed from the file, with the formula that fits", async () => {
    await step(amina, "address", async () => {
      await amina.goto("/courrier")
      await amina.getByRole("link", { name: "Nouvelle lettre" }).click()
      await amina.getByLabel(/^Objet/).fill("Le pont de Lisle")
      await pick(amina, /^Personne destinataire/, "Vasseur")
      await untilHolds(amina.locator("textarea").first(), /Province de la Vesle/)
      assert.equal(await amina.getByLabel(/^Titre/).inputValue(), "Madame la Gouverneure")
      await amina.getByLabel(/^Réponse attendue pour le/).fill(inDays(30))
      await looked(amina)
      await amina.getByRole("button", { name: "Commencer la lettre" }).click()
      await words(amina).fill("Le pont de Lisle menace. Une visite de sécurité est nécessaire avant l’hiver.")
      await amina.getByText("Enregistré", { exact: true }).waitFor()
      await amina.getByRole("link", { name: "Voir le texte" }).first().click()
      await amina.getByRole("heading", { name: "Destinataire" }).waitFor()
      await looked(amina)
    })
  })

  it("is validated, signed, and sent by mail with its PDF", async () => {
    await step(amina, "leave", async () => {
      await amina.getByRole("button", { name: "Valider et numéroter" }).click()
      await amina.getByRole("button", { name: "Signer", exact: true }).click()
      await amina.getByText("image de la personne qui a signé").waitFor()
      await looked(amina)
      await amina.getByRole("button", { name: "Envoyer par mail" }).click()
      await amina.getByRole("heading", { name: "Comment elle est partie" }).waitFor()
      const mail = await letterTo(app.post, "courrier@vesle.example", /Le pont de Lisle/, /Madame la Gouverneure,/)
      assert.match(mail.text ?? "", /Je vous prie d’agréer, Madame la Gouverneure,/)
      assert.equal(mail.attachments[0]?.mimeType, "application/pdf")
      await settled(amina)
      await amina.getByRole("link", { name: "Voir l’échange" }).click()
      await amina
        .getByText(/Le pont de Lisle/)
        .first()
        .waitFor()
    })
  })
})

const inDays = (days: number) => Temporal.Now.plainDateISO("Europe/Brussels").add({ days }).toString()

// A dark stroke on white.
const PICTURE =
  "iVBORw0KGgoAAAANSUhEUgAAACgAAAAYCAAAAACt7+AcAAAAHElEQVR4nGP4TyRgGNkKRXCAUYVDRiEhMKwUAgDHRcoHDbV5pAAAAABJRU5ErkJggg=="
