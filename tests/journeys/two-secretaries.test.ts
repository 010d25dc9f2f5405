import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { charge, enter, found, give } from "./people.ts"

// Two people, two browsers, one agenda, the same evening. Whatever each of them wrote is still there at the end.
let app: App
let amina: Page
let dario: Page
let meetingId: string
let itemId: string

before(async () => {
  app = await startApp()
  ;[amina, dario] = await Promise.all([app.visit(), app.visit()])
  const bodyId = await found(app, amina, {
    organisation: "Les Rives",
    body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
    person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
  })
  const { personId } = await give(amina, "people.add", {
    bodyId,
    given_name: "Dario",
    family_name: "Lemmens",
    email: "dario@lisle.example",
    membership: { ring: "member", since: "2024-01-01" },
  })
  await charge(amina, bodyId, "administrative-secretary", [personId])
  await give(amina, "accounts.invite", { personId })
  await enter(app, dario, "dario@lisle.example")
  const day = Temporal.Now.plainDateISO("Europe/Brussels").add({ days: 40 }).toString()
  ;({ meetingId } = await give(amina, "meetings.prepare", { bodyId, day, at: "19:30", title: "Bureau de rentrée" }))
  ;({ itemId } = await give(amina, "agenda.add", {
    meetingId,
    title: "La salle",
    description: paragraph("Le bureau propose la salle des Tanneurs."),
  }))
  for (const title of ["Le budget", "Le tract"]) await give(amina, "agenda.add", { meetingId, title })
})
after(() => app?.stop())

describe("two secretaries before the same agenda", () => {
  it("keep a new title, a longer text and another order, all three", async () => {
    await Promise.all([open(amina), open(dario)])
    await step(dario, "write and rename", async () => {
      await title(amina).fill("La grande salle")
      await text(dario).fill("Le bureau propose la salle des Tanneurs, au premier étage.")
      await Promise.all([save(amina), save(dario)])
      await Promise.all([amina, dario].map((page) => line(page, "La grande salle").waitFor()))
    })
    await step(dario, "order while the other writes", async () => {
      await open(amina)
      await decision(amina).fill("La salle est louée pour un an.")
      const moved = dario.getByText("Le tract : place 2 sur 3")
      await dario.getByRole("button", { name: "Monter : Le tract" }).click()
      await Promise.all([save(amina), moved.waitFor({ state: "attached" })])
      await line(amina, "La grande salle").waitFor()
    })
    for (const page of [amina, dario])
      await step(page, "read again", async () => {
        await page.goto(`/reunions/${meetingId}/preparer`)
        await settled(page)
        assert.deepEqual(await page.locator("#ordre-du-jour li a").allInnerTexts(), [
          "La grande salle",
          "Le tract",
          "Le budget",
        ])
        await open(page)
        assert.equal(await title(page).inputValue(), "La grande salle")
        assert.match(await text(page).innerText(), /la salle des Tanneurs, au premier étage\.$/)
        assert.equal(await decision(page).inputValue(), "La salle est louée pour un an.")
      })
  })

  it("are shown both titles when both changed it, and keep the words of both in the text", async () => {
    await Promise.all([open(amina), open(dario)])
    await write(amina, "La salle des fêtes", "Le bureau propose la salle des Moulins, au premier étage.")
    await write(dario, "La salle du parc", "Le bureau propose la salle des Forges, au premier étage.")
    await Promise.all([save(amina), save(dario)])
    const crossed = (page: Page) => page.getByRole("alert").filter({ hasText: "pendant que vous écriviez" })
    const second = await Promise.any(
      [amina, dario].map((page) =>
        crossed(page)
          .waitFor()
          .then(() => page),
      ),
    )
    const [mine, theirs] =
      second === amina ? ["La salle des fêtes", "La salle du parc"] : ["La salle du parc", "La salle des fêtes"]
    await step(second, "choose", async () => {
      await crossed(second).getByText(`« ${theirs} »`).waitFor()
      await crossed(second).getByText(`« ${mine} »`).waitFor()
      await isFitForAll(second)
      await crossed(second).getByRole("button", { name: "Garder le mien" }).click()
      await crossed(second).waitFor({ state: "detached" })
      await save(second)
      await second.getByText("vos textes ont été réunis").waitFor()
    })
    for (const page of [amina, dario])
      await step(page, "read both", async () => {
        await open(page)
        assert.equal(await title(page).inputValue(), mine)
        for (const word of [/Moulins/, /Forges/, /au premier étage/]) assert.match(await text(page).innerText(), word)
      })
  })
})

const open = async (page: Page) => {
  await page.goto(`/reunions/${meetingId}/points/${itemId}`)
  await text(page).waitFor()
}
const write = async (page: Page, name: string, words: string) => {
  await title(page).fill(name)
  await text(page).fill(words)
}
const save = (page: Page) => page.getByRole("button", { name: "Enregistrer", exact: true }).click()
const title = (page: Page) => page.getByRole("textbox", { name: /^Titre/ })
const text = (page: Page) => page.getByRole("textbox", { name: /^De quoi il s’agit/ })
const decision = (page: Page) => page.getByRole("textbox", { name: /^Décision proposée/ })
const line = (page: Page, name: string) => page.locator("#ordre-du-jour").getByRole("link", { name })

const paragraph = (words: string) => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
})
