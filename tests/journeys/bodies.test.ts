import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { onAPhone, pick } from "./hands.ts"
import { found, give } from "./people.ts"

// A chapter splits, two become one, one goes under another: what each did is still found, and the tree stays a tree.
let app: App
let page: Page
let top = ""
const bodies: Record<string, string> = {}

before(async () => {
  app = await startApp()
  page = await app.visit()
  top = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Régionale des Rives", code: "RIV", profile: "be-wallonia-chapter" },
    person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@rives.example" },
  })
  for (const [name, code] of [
    ["Locale de Lisle", "LIS"],
    ["Locale de Brume", "BRU"],
    ["Locale du Val", "VAL"],
  ] as const) {
    const made = await give(page, "bodies.create", { parentId: top, name, code, profile: "be-wallonia-chapter" })
    bodies[code] = made.bodyId
  }
  for (const [given_name, code] of [
    ["Dario", "LIS"],
    ["Inès", "LIS"],
    ["Samir", "BRU"],
  ] as const)
    await give(page, "people.add", {
      bodyId: bodies[code],
      given_name,
      family_name: "Lemmens",
      email: `${code.toLowerCase()}-${given_name.length}@rives.example`,
      membership: { ring: "member", since: "2024-01-01" },
    })
  await decide(bodies["BRU"]!)
})
after(() => app?.stop())

/** A meeting that began two hours ago, held, with a decision: written up the day after, it would have to say its hours. */
const decide = async (bodyId: string) => {
  const { person } = await (await page.request.get("/api/session.read")).json().then(({ data }) => data)
  const began = Temporal.Now.plainDateTimeISO("Europe/Brussels").subtract({ hours: 2 })
  const [day, at] = [began.toPlainDate().toString(), began.toPlainTime().toString({ smallestUnit: "minute" })]
  const { meetingId } = await give(page, "meetings.prepare", { bodyId, day, at, title: "Bureau de Brume" })
  const { itemId } = await give(page, "agenda.add", { meetingId, title: "Le lavoir" })
  await give(page, "meetings.open", { meetingId, chairId: person.id })
  await give(page, "meetings.waiveQuorum", { meetingId, reason: "Les présents ont été convoqués de vive voix." })
  await give(page, "decisions.take", {
    itemId,
    how: "consent",
    text: "Le lavoir est rendu à la commune.",
  })
  await give(page, "meetings.close", { meetingId })
}

const title = (name: string) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor()
const goTo = async (code: string, name: string) => {
  await page.goto(`/secretariat/instances/${bodies[code]}`)
  await title(name)
  await settled(page)
}
/** One of the three folded forms, opened. */
const unfold = async (summary: string) => {
  const folded = page.locator("details").filter({ has: page.locator("summary", { hasText: summary }) })
  await folded.locator("summary").click()
  return folded
}

describe("a tree that changes", () => {
  it("shows on the page of a body what it does: its meetings, its decisions, its rules", async () => {
    await step(page, "what it does", async () => {
      await goTo("BRU", "Locale de Brume")
      await page.getByRole("link", { name: "Bureau de Brume" }).waitFor()
      await page.getByRole("heading", { name: "Décisions en vigueur" }).waitFor()
      await page.getByRole("link", { name: "Le lavoir" }).waitFor()
      await page.getByRole("heading", { name: "Règlement", exact: true }).waitFor()
      await isFitForAll(page)
      await onAPhone(page, isFitForAll)
    })
  })

  it("a chapter splits: the new one stands beside it, and each leads to the other", async () => {
    await step(page, "split", async () => {
      await goTo("LIS", "Locale de Lisle")
      const form = await unfold("Scinder")
      await form.getByLabel("Nom", { exact: true }).fill("Locale du Nord")
      await form.getByLabel("Sigle", { exact: true }).fill("NOR")
      await isFitForAll(page)
      await pickIn("Qui commence", "Dario")
      await pickIn("Qui passe dans l’autre", "Inès")
      await form.getByRole("button", { name: "Scinder" }).click()
      await title("Locale du Nord")
      bodies["NOR"] = page.url().split("/").at(-1)!.split("?")[0]!
      await page.getByText("Issue de").waitFor()
      await page.getByRole("link", { name: "Locale de Lisle", exact: true }).click()
      await title("Locale de Lisle")
      await page.getByText("Devenue").waitFor()
      await isFitForAll(page)
    })
  })

  it("two become one: what the first one did is found from the second", async () => {
    await step(page, "merge", async () => {
      await goTo("BRU", "Locale de Brume")
      const form = await unfold("Fusionner dans une autre instance")
      await pickIn("Dans quelle instance", "Locale du Val")
      await pickIn("Qui passe dans l’autre", "Samir")
      await form.getByRole("button", { name: "Fusionner dans une autre instance" }).click()
      await title("Locale du Val")
      await page.getByText("Issue de").waitFor()
      await page.getByRole("link", { name: "Locale de Brume" }).click()
      await title("Locale de Brume")
      await page.getByText(/^close le [^·]*$/).waitFor()
      await page.getByRole("link", { name: "Bureau de Brume" }).waitFor()
      await page.getByRole("link", { name: "Voir cette décision" }).click()
      await page.getByRole("link", { name: /Le lavoir/ }).click()
      await page.getByText("Le lavoir est rendu à la commune.").waitFor()
    })
  })

  it("refuses a circle in a sentence, and moves one with all that stands under it", async () => {
    await step(page, "circle", async () => {
      await goTo("LIS", "Locale de Lisle")
      const form = await unfold("Placer sous une autre instance")
      await pickIn("Sous quelle instance", "Locale du Val")
      await form.getByRole("button", { name: "Placer sous une autre instance" }).click()
      await page.getByText("L’instance a changé de place.").waitFor()
      const crumbs = page.getByRole("navigation", { name: "Où vous êtes" })
      await crumbs.getByRole("link", { name: "Locale du Val" }).waitFor()
      await goTo("VAL", "Locale du Val")
      const circle = await unfold("Placer sous une autre instance")
      await pickIn("Sous quelle instance", "Locale de Lisle")
      await circle.getByRole("button", { name: "Placer sous une autre instance" }).click()
      await page.getByText("L’arbre tournerait en rond : cette instance est au-dessus de l’autre.").waitFor()
      await isFitForAll(page)
      await page.goto("/secretariat/arbre")
      await page.getByLabel("Chercher une instance").fill("lisle")
      await page.getByText("LIS · Régionale des Rives · Locale du Val").waitFor()
      assert.equal(await page.getByRole("link", { name: "Locale de Brume" }).count(), 0)
    })
  })
})

const pickIn = (label: string, name: string) => pick(page, new RegExp(`^${label}`), name)
