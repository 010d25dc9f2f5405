import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { toPlain } from "../../../kernel/rich-text/plain.ts"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { prepareMeeting } from "../prepare.ts"
import { readMeeting } from "../read-meeting.ts"
import { addItem } from "./add.ts"
import { changeItem } from "./change.ts"
import { mergePapers } from "./merge-changes.ts"

describe("agenda.change", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const first = text("Le bureau propose la salle des Tanneurs.")
  const added = async (more = {}) => {
    const { meetingId } = await w.do(
      prepareMeeting,
      { bodyId: w.lisle, day: "2026-05-21", at: "19:30" },
      w.people.amina,
    )
    return w.do(addItem, { meetingId, title: "La salle", description: first, ...more }, w.people.amina)
  }
  const read = async ({ itemId, meetingId }: { itemId: string; meetingId: string }) =>
    (await w.ask(readMeeting, { meetingId }, w.people.amina)).items.find(({ id }) => id === itemId)!

  trio(
    () => w,
    [
      {
        command: changeItem,
        capability: "meetings.prepare",
        input: async () => ({ itemId: (await added()).itemId, title: "Autre titre" }),
      },
    ],
  )

  it("loses no word when two secretaries write the same text at the same moment", async () => {
    const it = await added()
    const base = { description: first, minutes: 10, title: "La salle" }
    const one = text("Hier, le bureau propose la salle des Tanneurs.")
    const two = text("Le bureau propose la salle des Tanneurs, au premier étage.")
    await Promise.all([
      w.do(changeItem, { itemId: it.itemId, base, description: one, minutes: 25 }, w.people.amina),
      w.do(changeItem, { itemId: it.itemId, base, description: two, title: "La grande salle" }, w.people.amina),
    ])
    const item = await read(it)
    for (const word of ["Hier", "premier étage", "Tanneurs"]) assert.match(toPlain(item.description!), new RegExp(word))
    assert.equal(item.minutes, 25)
    assert.equal(item.title, "La grande salle")
    assert.equal(item.version, 3)
  })

  it("refuses to choose between two titles, and writes nothing", async () => {
    const it = await added()
    await w.do(changeItem, { itemId: it.itemId, base: { title: "La salle" }, title: "Une salle" }, w.people.amina)
    await assert.rejects(
      w.do(
        changeItem,
        { itemId: it.itemId, base: { title: "La salle", minutes: 10 }, title: "Deux salles", minutes: 50 },
        w.people.amina,
      ),
      { code: "agenda.conflict", facts: { fields: "title" } },
    )
    const item = await read(it)
    assert.deepEqual([item.title, item.minutes], ["Une salle", 10])
  })

  it("lets the presenter write the texts, and nothing else", async () => {
    const it = await added({ presenterId: w.dario })
    await w.do(changeItem, { itemId: it.itemId, proposedDecision: "La salle est louée." }, w.people.dario)
    assert.equal((await read(it)).proposed_decision, "La salle est louée.")
    await assert.rejects(w.do(changeItem, { itemId: it.itemId, minutes: 90 }, w.people.dario), {
      code: "agenda.only_texts",
    })
  })

  it("refuses a presenter whom one does not see", async () => {
    const it = await added()
    for (const presenterId of [w.people.oscar.personId, w.ines])
      await assert.rejects(w.do(changeItem, { itemId: it.itemId, presenterId }, w.people.amina), { code: "not_found" })
  })

  it("keeps the papers others brought meanwhile", () => {
    assert.deepEqual(mergePapers(["a", "theirs"], ["a"], ["mine"]), { add: ["mine"], drop: ["a"] })
  })
})

function text(words: string) {
  return {
    type: "doc" as const,
    content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: words }] }],
  }
}
