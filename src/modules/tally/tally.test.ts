import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import { sql } from "kysely"
import { noteOutcomes } from "../sittings/follow/note-outcomes.ts"
import { notePromise } from "../sittings/follow/note-promise.ts"
import { addSittingItem } from "../sittings/items/add.ts"
import { takePosition } from "../sittings/items/take-position.ts"
import { noteAttendance } from "../sittings/prepare/note-attendance.ts"
import { recordSitting } from "../sittings/record.ts"
import { listTallyLines } from "./list-lines.ts"
import { readTally } from "./read-tally.ts"

describe("the tally of a mandate", () => {
  let w: World
  before(async () => {
    w = await world()
    const told = {
      bodyId: w.lisle,
      assembly: { name: "Conseil", kind: "be_municipal_council" },
      title: "Conseil d’avril",
      day: "2026-04-23",
      at: "19:30",
    }
    const { sittingId } = await w.do(recordSitting, told, w.people.amina)
    const item = async (title: string, stance: string, voted: string, outcome: string) => {
      const { itemId } = await w.do(addSittingItem, { sittingId, title }, w.people.amina)
      await w.do(takePosition, { itemId, stance }, w.people.amina)
      await w.do(noteOutcomes, { sittingId, items: [{ itemId, outcome, voted }] }, w.people.amina)
    }
    await item("Cantines", "for", "for", "adopted")
    await item("Parcelle", "against", "abstain", "adopted")
    await item("Terrasses", "for", "for", "postponed")
    await w.do(noteAttendance, { sittingId, personId: w.dario, state: "present" }, w.people.amina)
    await w.do(notePromise, { sittingId, who: "l’échevine", what: "un bilan" }, w.people.amina)
    await w.look(async (db) => {
      await sql`
        insert into texts (organisation_id, id, body_id, kind, title, state, author_id, lodged_on, created_at, changed_at)
        select ${w.organisation}, gen_random_uuid(), ${w.lisle}, kind, kind || ' ' || n, state, ${w.dario}, day, now(), now()
          from (values ('motion', 'adopted', '2026-04-23'::date), ('motion', 'rejected', '2026-04-23'),
                       ('written_question', 'lodged', '2026-03-02'), ('wish', 'draft', null)) as t(kind, state, day),
               generate_series(1, 2) n`.execute(db)
    })
  })
  after(() => w.end())

  const counted = async (figure: string, more: object = {}) =>
    Object.fromEntries(
      (await w.ask(readTally, { bodyId: w.lisle, ...more }, w.people.amina)).figures
        .filter((one) => one.figure === figure)
        .map(({ key, name, count }) => [name ?? key ?? "", count]),
    )

  it("counts the texts that left and what became of them, and no draft", async () => {
    assert.deepEqual(await counted("text_kind"), { motion: 4, written_question: 2 })
    assert.deepEqual(await counted("text_state"), { adopted: 2, rejected: 2, lodged: 2 })
    assert.deepEqual(await counted("text_member"), { "Dario Lemmens": 6 })
    assert.deepEqual(await counted("awaited"), { written_question: 2 })
  })

  it("counts votes, outcomes, attendance and promises", async () => {
    assert.deepEqual(await counted("item_vote"), { for: 2, abstain: 1 })
    assert.deepEqual(await counted("item_outcome"), { adopted: 2, postponed: 1 })
    assert.deepEqual(await counted("item_apart"), { apart: 1 })
    assert.deepEqual(await counted("attendance"), { "Dario Lemmens": 1 })
    assert.deepEqual(await counted("promise"), { open: 1 })
  })

  it("keeps to a period and to a person", async () => {
    assert.deepEqual(await counted("text_kind", { from: "2026-04-01" }), { motion: 4 })
    assert.deepEqual(await counted("text_kind", { to: "2026-03-31", personId: w.dario }), { written_question: 2 })
    assert.deepEqual(await counted("item_vote", { personId: w.dario }), {})
  })

  it("opens each figure to as many lines as it counts", async () => {
    const { figures } = await w.ask(readTally, { bodyId: w.lisle }, w.people.amina)
    for (const { figure, key, count } of figures) {
      const asked = { bodyId: w.lisle, figure, key: key ?? "" }
      const { rows } = await w.ask(listTallyLines, asked, w.people.amina)
      assert.equal(rows.length, count, `${figure} ${key}`)
    }
  })

  it("counts nothing for another organisation, nor another body’s", async () => {
    await assert.rejects(w.ask(readTally, { bodyId: w.lisle }, w.people.oscar), { code: "not_found" })
    assert.deepEqual((await w.ask(readTally, { bodyId: w.lisle }, w.people.ines)).figures, [])
  })
})
