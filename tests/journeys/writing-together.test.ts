import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { ask, charge, enter, found, give } from "./people.ts"

// Two people, two browsers, one text at the same time: each sees the other's words come in, keeps the caret and may take back their
// own. And a base that is replaced while somebody writes an amendment of it.
let app: App
let amina: Page
let dario: Page
let bodyId: string

before(async () => {
  app = await startApp()
  ;[amina, dario] = await Promise.all([app.visit(), app.visit()])
  bodyId = await found(app, amina, {
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
})
after(() => app?.stop())

const words = (page: Page) => page.getByRole("textbox", { name: "Texte", exact: true })
const line = (page: Page, text: string | RegExp) => words(page).locator("p").filter({ hasText: text })
const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })

describe("two people before the same text", () => {
  let textId: string
  it("see each other’s words come in, and lose neither words nor caret", async () => {
    ;({ textId } = await give(amina, "texts.begin", { bodyId, kind: "note", title: "La gare" }))
    const doc = {
      type: "doc",
      content: ["La gare ferme.", "Le bus la remplace.", "Nous le regrettons."].map(paragraph),
    }
    await give(amina, "texts.save", { textId, doc, base: (await ask(amina, "texts.read", { textId })).text.doc })
    await Promise.all([amina, dario].map((page) => page.goto(`/textes/${textId}/ecrire`)))
    await Promise.all([amina, dario].map((page) => line(page, "Nous le regrettons.").waitFor()))
    await step(amina, "write together", async () => {
      await line(amina, "Le bus la remplace.").click()
      await amina.keyboard.press("End")
      await line(dario, "La gare ferme.").click()
      await dario.keyboard.press("End")
      // Amina never rests for as long as it takes to be saved; Dario writes above her.
      await Promise.all([
        amina.keyboard.type(" Il passe toutes les deux heures, et jamais le dimanche.", { delay: 130 }),
        dario.keyboard.type(" Les élèves attendent.", { delay: 60 }),
        line(amina, "Les élèves attendent.")
          .waitFor()
          .then(() => amina.getByText("Dario Lemmens écrit aussi").waitFor())
          .then(async () => assert.ok(!(await words(amina).innerText()).includes("dimanche"), "came after she rested")),
      ])
      await line(amina, "Les élèves attendent.").waitFor()
      await line(dario, "jamais le dimanche.").waitFor()
      await isFitForAll(amina)
      await amina.keyboard.type(" Rien le soir.")
      await line(dario, "jamais le dimanche. Rien le soir.").waitFor()
    })
    for (const page of [amina, dario])
      assert.deepEqual(await words(page).locator("p").allInnerTexts(), [
        "La gare ferme. Les élèves attendent.",
        "Le bus la remplace. Il passe toutes les deux heures, et jamais le dimanche. Rien le soir.",
        "Nous le regrettons.",
      ])
  })

  it("take back their own words and not the other’s, and are no longer named when they stop", async () => {
    await step(amina, "undo", async () => {
      await line(amina, "Nous le regrettons.").click()
      await amina.keyboard.press("End")
      await amina.keyboard.type(" Beaucoup.")
      await line(dario, "Nous le regrettons. Beaucoup.").waitFor()
      await dario.keyboard.type(" Les parents aussi.")
      await line(amina, "Les parents aussi.").waitFor()
      await amina.keyboard.press("ControlOrMeta+z")
      await line(amina, /^Nous le regrettons\.$/).waitFor()
      await line(dario, /^Nous le regrettons\.$/).waitFor()
      await line(amina, "Les élèves attendent. Les parents aussi.").waitFor()
      await amina.getByText("Dario Lemmens écrit aussi").waitFor({ state: "detached" })
    })
  })
})

describe("a base that is replaced while somebody amends it", () => {
  const first = ["Article 1er", "La Région aide les communes.", "L’aide est versée au printemps.", "Elle est publiée."]
  const second = [
    "Vu le budget ;",
    ...first.with(1, "La Région aide toutes les villes et les communes.").with(3, "Elle est nulle et non avenue."),
  ]
  it("says so, keeps what was typed, and carries it over", async () => {
    const { baseId } = await give(amina, "bases.bring", {
      bodyId,
      kind: "report",
      title: "Aide",
      text: first.join("\n"),
    })
    await give(amina, "bases.adopt", { baseId, revision: 0 })
    const other = async (number: string, operation: object) =>
      (
        await give(amina, "amendments.noteOther", {
          baseId,
          version: 1,
          group: "Crêtes",
          number,
          operations: [operation],
        })
      ).amendmentId
    const follows = await other("1", { from: 2, to: 3, put: [] })
    const flagged = await other("2", { from: 3, to: 4, put: ["Elle est publiée en ligne."] })
    await step(dario, "replaced", async () => {
      await dario.goto(`/amendements/${baseId}/ecrire?alinea=2`)
      await settled(dario)
      const typed = dario.getByLabel("L’alinéa tel qu’il devrait être", { exact: true })
      await typed.fill("L’aide est versée en automne.")
      await give(amina, "bases.bringVersion", { baseId, text: second.join("\n") })
      const adopted = await give(amina, "bases.adopt", { baseId, revision: 0 })
      assert.deepEqual([adopted.stand, adopted.snagged], [1, 1])
      await dario.getByText(/Pendant que vous écriviez, le texte a été remplacé par sa version 2/).waitFor()
      await dario.getByText("L’aide est versée en automne.").waitFor()
      await isFitForAll(dario)
      await dario.getByRole("button", { name: "Reporter sur la version 2" }).click()
      await dario
        .getByText(/alinéa 2, remplacer le mot «\s?printemps\s?»|remplacer les mots «.au printemps.»/)
        .first()
        .waitFor()
      await dario.getByRole("button", { name: "Enregistrer l’amendement" }).click()
      await dario.getByRole("heading", { name: /^Projet, Dario/ }).waitFor()
    })
    const { amendments } = await ask(dario, "bases.read", { baseId })
    const found = (id: string) => amendments.find((one: { id: string }) => one.id === id)
    assert.deepEqual([found(follows).version, found(follows).operations[0].from], [2, 3])
    assert.deepEqual([found(flagged).version, found(flagged).snags[0].snag], [1, "changed"])
    assert.equal(amendments.length, 3)
    const ours = amendments.find(({ text_id }: { text_id: string | null }) => text_id)
    assert.deepEqual(
      [ours.version, ours.operations[0].from, ours.operations[0].put],
      [2, 3, ["L’aide est versée en automne."]],
    )
  })
})
