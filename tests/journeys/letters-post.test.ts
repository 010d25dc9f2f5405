import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { setTimeout as pause } from "node:timers/promises"
import type { Page } from "playwright-core"
import { read as readPdf } from "../../src/kernel/typeset/pdf-for-tests.ts"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { letterTo, onAPhone, pick, untilHolds } from "./hands.ts"
import { charge, enter, found, give } from "./people.ts"

// What comes by post is scanned, given, answered in its thread; what is printed is folded and posted; one letter goes to three.
let app: App
let amina: Page
let dario: Page

before(async () => {
  app = await startApp()
  amina = await app.visit()
  dario = await app.visit()
  const bodyId = await found(app, amina, {
    organisation: "Les Rives",
    body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
    person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
  })
  const { personId } = await give(amina, "people.add", {
    bodyId,
    given_name: "Dario",
    family_name: "Lemmens",
    form: "m",
    email: "dario@lisle.example",
    membership: { ring: "member", since: "2024-01-01" },
  })
  await charge(amina, bodyId, "administrative-secretary", [personId])
  await give(amina, "accounts.invite", { personId })
  await enter(app, dario, "dario@lisle.example")
  const outside = (more: object) =>
    give(amina, "counterparts.add", { bodyId, nature: "organisation", kind: "association", sure: true, ...more })
  const at = { street: "Quai 3", postcode: "5000", town: "Lisle", country: "BE" }
  await outside({ kind: "public_service", name: "Service des routes", ...at })
  await outside({ name: "Amis du rail", email: "rail@asso.example" })
  await outside({ name: "Riverains du quai", email: "quai@asso.example" })
  await outside({ name: "Comité des aînés", ...at })
})
after(() => app?.stop())

const looked = async (page: Page) => {
  await isFitForAll(page)
  await onAPhone(page, isFitForAll)
}
const inDays = (days: number) => Temporal.Now.plainDateISO("Europe/Brussels").add({ days }).toString()

/** The words of the pages behind a link that opens a PDF. */
const pagesOf = async (page: Page, name: string): Promise<string[]> => {
  const href = await page.getByRole("link", { name }).first().getAttribute("href")
  const answer = await page.request.get(href ?? "")
  assert.equal(answer.headers()["content-type"], "application/pdf", await answer.text())
  return readPdf(await answer.body()).pages
}

/** Writes the text one is on, then leaves for its page. */
const write = async (page: Page, words: string) => {
  await page.locator(".ProseMirror").fill(words)
  await page.getByText("Enregistré", { exact: true }).waitFor()
  await page.getByRole("link", { name: "Voir le texte" }).first().click()
  await page.getByRole("heading", { name: "Destinataire" }).waitFor()
}
const validateAndSign = async (page: Page) => {
  await page.getByRole("button", { name: "Valider et numéroter" }).click()
  await page.getByRole("button", { name: "Signer", exact: true }).click()
  await page.getByText("Signé par").first().waitFor()
}

describe("the post", () => {
  it("comes in, is registered with its scan, given to somebody and found by the words of its pages", async () => {
    await step(amina, "incoming", async () => {
      await amina.goto("/courrier")
      await amina.getByRole("link", { name: "Enregistrer une lettre reçue" }).click()
      await amina.getByLabel(/^La lettre, scannée/).setInputFiles({
        name: "lettre du service.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from(pdfSaying("Le passage pour pietons sera repeint au printemps.")),
      })
      await amina.getByRole("link", { name: "lettre du service.pdf" }).waitFor()
      await amina.getByLabel(/^Objet/).fill("Passage devant l’école")
      await pick(amina, /^De quelle organisation/, "Service des routes")
      await amina.getByLabel(/^Leur référence/).fill("R/42")
      await amina.getByLabel(/^À répondre avant le/).fill(inDays(12))
      await looked(amina)
      await amina.getByRole("button", { name: "Enregistrer et numéroter" }).click()
      await amina.getByText(/LIS-\d{4}-ARR-0001 · Service des routes/).waitFor()
      await looked(amina)
      await pick(amina, /^Qui s’en charge/, "Dario")
      await amina.getByRole("button", { name: "Confier" }).click()
      await amina.getByText("La lettre est confiée.").waitFor()
      await amina.getByText("Dario Lemmens").first().waitFor()
      await amina.getByText("Qui peut voir ceci").click()
      await amina.getByText("Amina Belkacem").first().waitFor()
      await looked(amina)
      await untilFound(amina, "repeint", "Passage devant l’école")
    })
  })

  it("is answered in its thread by whoever it was given to", async () => {
    await step(dario, "answer", async () => {
      await dario.goto("/")
      await dario.getByText("Répondre à Service des routes").waitFor()
      await dario.goto("/courrier?state=open")
      await dario.getByRole("link", { name: "Passage devant l’école" }).click()
      await dario.getByRole("link", { name: "Répondre par une lettre" }).first().click()
      await untilHolds(
        dario
          .getByLabel(/^Adresse$/)
          .or(dario.locator("textarea").first())
          .first(),
        /Service des routes/,
      )
      assert.equal(await dario.getByLabel(/^Leur référence/).inputValue(), "R/42")
      await dario.getByLabel(/^Pièces jointes/).setInputFiles([
        { name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from(pdfSaying("Plan du passage")) },
        { name: "relevé.csv", mimeType: "text/csv", buffer: Buffer.from("rue;nombre\nQuai;12\n") },
      ])
      await dario.getByRole("link", { name: "relevé.csv" }).waitFor()
      await looked(dario)
      await dario.getByRole("button", { name: "Commencer la lettre" }).click()
      await write(dario, "Nous vous remercions, et joignons le plan des riverains.")
      await looked(dario)
      await validateAndSign(dario)
      await dario.getByRole("button", { name: "Mettre à imprimer" }).click()
      await dario.getByRole("link", { name: "À imprimer : ouvrir la pile" }).waitFor()
    })
  })

  it("is printed in one file with what is joined, posted, and the thread is closed", async () => {
    await step(amina, "pile", async () => {
      await amina.goto("/courrier/nouveau")
      await amina.getByLabel(/^Objet/).fill("Vœux aux aînés")
      await pick(amina, /^Organisation destinataire/, "Comité des aînés")
      await untilHolds(amina.locator("textarea").first(), /Comité des aînés/)
      await amina.getByRole("button", { name: "Commencer la lettre" }).click()
      await write(amina, "Nous vous souhaitons une bonne année.")
      await validateAndSign(amina)
      await amina.getByRole("button", { name: "Mettre à imprimer" }).click()
      await amina.getByRole("link", { name: "À imprimer : ouvrir la pile" }).click()
      await amina.getByRole("heading", { name: "2 lettres à imprimer" }).waitFor()
      await looked(amina)
      const pages = (await pagesOf(amina, "Imprimer tout (PDF)")).filter((page) => page.trim() !== "")
      for (const [at, words] of [
        /joignons le plan/,
        /Plan du passage/,
        /À joindre ici, imprimé à part\s: relevé\.csv/,
        /une bonne année/,
        /À plier et à poster/,
      ].entries())
        assert.match(pages[at] ?? "", words)
      await amina.getByRole("button", { name: "Noter qu’elles sont postées" }).click()
      await amina.getByText("Rien à imprimer").waitFor()
      await amina.goto("/courrier?way=in")
      await amina.getByText("classée").first().waitFor()
      await amina.getByRole("link", { name: "Passage devant l’école" }).click()
      await amina.getByRole("heading", { name: "Le fil" }).waitFor()
      await amina.getByText(/notre réponse · LIS-\d{4}-LET-0001/).waitFor()
      await looked(amina)
    })
  })

  it("goes out to several at once, each with their own words, and says what became of each", async () => {
    await step(amina, "mailing", async () => {
      await amina.goto("/courrier/nouveau")
      await amina.getByLabel(/^Objet/).fill("La fête du quai")
      await pick(amina, /^Organisation destinataire/, "Amis du rail")
      await untilHolds(amina.locator("textarea").first(), /Amis du rail/)
      await amina.getByRole("button", { name: "Commencer la lettre" }).click()
      await write(amina, "Nous invitons {organisation} à la fête du quai.")
      await amina.getByRole("link", { name: "L’adresser à plusieurs" }).click()
      await amina.getByLabel(/^De quel genre/).selectOption({ label: "association" })
      await looked(amina)
      await amina.getByRole("button", { name: "Trouver les destinataires" }).click()
      await amina.getByRole("heading", { name: "3 destinataires" }).waitFor()
      await looked(amina)
      await amina.getByRole("link", { name: "Ouvrir la lettre" }).click()
      await validateAndSign(amina)
      await looked(amina)
      await amina.getByRole("link", { name: "3 destinataires" }).click()
      await amina.getByRole("button", { name: "Faire partir à tous" }).click()
      await amina.getByRole("dialog").getByRole("button", { name: "Faire partir à tous" }).click()
      await amina.getByText("3 préparées sur 3").waitFor()
      for (const [address, name] of [
        ["rail@asso.example", "Amis du rail"],
        ["quai@asso.example", "Riverains du quai"],
      ] as const) {
        const mail = await letterTo(app.post, address, /La fête du quai/)
        assert.match(mail.text ?? "", new RegExp(`Nous invitons ${name} à la fête`))
        assert.equal(mail.attachments[0]?.mimeType, "application/pdf")
      }
      await amina.reload()
      await settled(amina)
      await amina.getByRole("row").filter({ hasText: "Comité des aînés" }).getByText("à poster").waitFor()
      await looked(amina)
      const pages = await pagesOf(amina, "Imprimer celles à poster (PDF)")
      assert.match(pages[0]!, /Nous invitons Comité des aînés/)
      await amina.getByRole("button", { name: "Noter qu’elles sont postées" }).click()
      await amina.getByRole("row").filter({ hasText: "Comité des aînés" }).getByText("posté").waitFor()
      const [log] = await Promise.all([
        amina.waitForEvent("download"),
        amina
          .getByText("Exporter")
          .click()
          .then(() => amina.getByRole("link", { name: "CSV, pour tout tableur" }).click()),
      ])
      assert.match(log.suggestedFilename(), /^Lettre à plusieurs/)
      await amina.goto("/courrier")
      await amina.getByRole("row").filter({ hasText: "La fête du quai" }).getByText("3 destinataires").waitFor()
    })
  })
})

// What was written is found some seconds later: the scan is read, and the journal followed.
const untilFound = async (page: Page, words: string, title: string) => {
  for (let tries = 0; tries < 30; tries++) {
    await page.goto(`/chercher?q=${words}`)
    await settled(page)
    if (await page.getByRole("link", { name: title }).count()) return
    await pause(1000)
  }
  throw new Error(`${words} is not found`)
}

/** A scan that was read: one page with one line. */
const pdfSaying = (words: string) => {
  const stream = `BT /F 16 Tf 60 760 Td (${words}) Tj ET`
  return [
    "%PDF-1.4",
    "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj",
    "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj",
    "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj",
    `4 0 obj <</Length ${stream.length}>> stream\n${stream}\nendstream endobj`,
    "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj",
    "trailer <</Root 1 0 R>>",
    "%%EOF",
  ].join("\n")
}
