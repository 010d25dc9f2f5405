import { after, before, describe, it } from "node:test"
import { setTimeout as pause } from "node:timers/promises"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { choose } from "./hands.ts"
import { ask, found, give } from "./people.ts"
import { reportPdf } from "./reports.ts"

// A report is read with a pencil, then comes again.
let app: App
let page: Page
let bodyId: string
let sittingId: string

before(async () => {
  app = await startApp()
  page = await app.visit({ width: 1280, height: 900 })
  bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@valmont.example" },
  })
  const day = Temporal.Now.plainDateISO("Europe/Brussels").add({ days: 20 }).toString()
  ;({ sittingId } = await give(page, "sittings.record", {
    bodyId,
    assembly: { name: "Conseil communal de Valmont", kind: "other" },
    title: "Conseil de décembre",
    day,
    at: "20:00",
  }))
})
after(() => app?.stop())

const first = [
  [
    "CONSEIL COMMUNAL DE VALMONT",
    "RAPPORT N° 12",
    "",
    "Objet : Aide aux librairies",
    "",
    "La commune verse une aide de dix mille euros",
    "aux librairies indépendantes.",
  ],
  ["Article 2", "Le comité se réunit deux fois par an."],
]
const second = [["Avant-propos"], first[0]!, ["Article 2", "Le comité est supprimé."]]

/** A report comes, and is read; answers its file. */
const comes = async (name: string, pages: string[][]): Promise<string> => {
  const multipart = { file: { name, mimeType: "application/pdf", buffer: Buffer.from(reportPdf(pages)) } }
  const kept = await page.request.post(`/api/files.keep?bodyId=${bodyId}`, {
    multipart,
    headers: { "x-command-id": crypto.randomUUID() },
  })
  const { fileId } = (await kept.json()).data
  await give(page, "sittings.receive", { sittingId, fileIds: [fileId] })
  for (let tries = 0; tries < 240; tries++) {
    const { items } = await ask(page, "sittings.read", { sittingId })
    const { papers } = items[0] ? await ask(page, "sittings.readItem", { itemId: items[0].id }) : { papers: [] }
    if (papers.some((one: any) => one.file_id === fileId && one.state === "read")) return fileId
    await pause(125)
  }
  throw new Error(`${name} was never read`)
}
// The form holds the same words until it is told that they were taken.
const note = (words: string) => page.locator(".annotated-note").filter({ hasText: words })
const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true })

describe("a report and its annotations", () => {
  it("is read page by page, and a note is written on a paragraph and on words", async () => {
    await step(page, "annotate", async () => {
      await comes("Rapport 12 - Librairies.pdf", first)
      const { items } = await ask(page, "sittings.read", { sittingId })
      await page.goto(`/seances/${sittingId}/points/${items[0].id}`)
      await page.getByRole("link", { name: "Lire et annoter" }).click()
      await page.getByText("Page 1 sur 2").waitFor()
      await page.getByText("Aucune note sur cette pièce").waitFor()
      await isFitForAll(page)
      const [from, to] = [
        page.locator("[data-word]", { hasText: "dix" }),
        page.locator("[data-word]", { hasText: "euros" }),
      ]
      const [a, b] = [(await from.boundingBox())!, (await to.boundingBox())!]
      await page.mouse.move(a.x + 1, a.y + a.height / 2)
      await page.mouse.down()
      await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 8 })
      await page.mouse.up()
      await page.locator("blockquote", { hasText: /^dix mille euros$/ }).waitFor()
      await page.getByLabel("Votre note", { exact: true }).fill("C’est moins que l’an dernier.")
      await choose(page, "Qui la lit", "Qui peut ouvrir cette pièce")
      await isFitForAll(page)
      await button("Écrire la note").click()
      await note("C’est moins que l’an dernier.").waitFor()
      await page.locator(".over.shared").first().waitFor()
      await page.keyboard.press("ArrowRight")
      await page.getByText("Page 2 sur 2").waitFor()
      await button(/Annoter ce paragraphe : .*Le comité se/).focus()
      await page.keyboard.press("Enter")
      await page.keyboard.type("Une fois suffirait.")
      await button("Écrire la note").click()
      await note("Une fois suffirait.").waitFor()
      await page.locator(".over.private").first().waitFor()
      await isFitForAll(page)
    })
  })

  it("is answered and settled, and its notes follow it to the next version", async () => {
    await step(page, "carry", async () => {
      await button("Répondre").click()
      await page.getByLabel("Votre réponse", { exact: true }).fill("Noté pour l’intervention.")
      await button("Envoyer la réponse").click()
      await page.locator(".annotated-reply", { hasText: "Noté pour l’intervention." }).waitFor()
      const fileId = await comes("Rapport 12 - Librairies, version 2.pdf", second)
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(`/pieces/${fileId}?page=2`)
      await page.getByText("Passage absent de cette version").waitFor()
      await page.getByText(/Venue de la version précédente/).waitFor()
      await page.locator(".over.shared").first().waitFor()
      await isFitForAll(page)
      await button("Marquer comme réglée").click()
      await page.getByText("Note réglée.").waitFor()
      await isFitForAll(page)
    })
  })
})
