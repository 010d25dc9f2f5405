import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { type World, world } from "../../../tests/world.ts"
import { inOrganisation } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import { entriesBetween } from "../calendar/entries.ts"
import { keepFile, mayOpen } from "../documents/contract.ts"
import { answerAssemblyRules } from "../sittings/assemblies/answer-rules.ts"
import { followAssembly } from "../sittings/assemblies/follow.ts"
import { noteTextOutcome } from "./note-outcome.ts"
import { readText } from "./read-text.ts"
import { waiting } from "./waiting.ts"

describe("the answer to a written question", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const lodged = async (on: string, bodyId = w.lisle) => {
    const id = newId()
    await w.look((db) =>
      sql`
        insert into texts (organisation_id, id, body_id, kind, title, state, lodged_on, created_at, changed_at)
        values (${w.organisation}, ${id}, ${bodyId}, 'written_question', 'Passages piétons', 'lodged', ${on}, now(), now())`.execute(
        db,
      ),
    )
    return id
  }
  const due = async (textId: string) => (await w.ask(readText, { textId }, w.people.amina)).answer_due
  const asked = (textId: string) =>
    w.look(async (db) =>
      (await waiting({ ...w.equipment, db, actor: w.people.amina, now: w.now }))
        .filter(({ at }) => at.endsWith(textId))
        .map(({ key, due: day }) => [key, String(day)]),
    )

  it("is due within a month where the body follows a Walloon council, and nowhere before", async () => {
    const textId = await lodged("2026-04-10")
    assert.equal(await due(textId), null)
    await w.do(followAssembly, { bodyId: w.lisle, name: "Conseil", kind: "be_municipal_council" }, w.people.amina)
    const said = await due(textId)
    assert.deepEqual([String(said?.day), said?.article], ["2026-05-10", "CDLD L1122-10"])
    assert.deepEqual(await asked(textId), [["texts.waiting.answer_due", "2026-05-10"]])
    assert.equal(String((await due(await lodged("2026-01-31")))?.day), "2026-02-28")
    const span = { from: Temporal.PlainDate.from("2026-05-01"), to: Temporal.PlainDate.from("2026-05-31") }
    const entries = await w.look((db) =>
      entriesBetween(span, { ...w.equipment, db, actor: w.people.amina, now: w.now }),
    )
    assert.ok(entries.some(({ id, day }) => id === textId && String(day) === "2026-05-10"))
  })

  it("is due when the assembly’s own rules say so in France, once somebody has said them", async () => {
    const ines = await w.holding(["sittings.manage", "texts.manage"], w.brume)
    const assembly = { bodyId: w.brume, name: "Conseil", kind: "fr_municipal_council" }
    const { assemblyId } = await w.do(followAssembly, assembly, ines)
    const textId = await lodged("2026-04-10", w.brume)
    const shown = async () => (await w.ask(readText, { textId }, ines)).answer_due
    assert.equal(await shown(), null)
    const answers = [{ key: "fr.cm.question_answer", value: 15 }]
    await w.do(answerAssemblyRules, { assemblyId, answers, basis: "RI, art. 5" }, ines)
    assert.equal(String((await shown())?.day), "2026-04-25")
  })

  it("is noted with its paper, and waits no more", async () => {
    const textId = await lodged("2026-04-12")
    const kept = (bodyId: string) =>
      inOrganisation(w.db, w.organisation, (db) =>
        keepFile(
          { bodyId, name: "reponse.txt", content: Buffer.from(`Réponse ${textId} ${bodyId}`) },
          { ...w.equipment, actor: w.people.amina, db, now: w.now },
        ),
      )
    const other = await kept(w.brume)
    const note = { textId, outcome: "answered" }
    await assert.rejects(w.do(noteTextOutcome, { ...note, fileId: other }, w.people.amina), /unknown/)
    const fileId = await kept(w.lisle)
    await w.do(noteTextOutcome, { ...note, fileId }, w.people.amina)
    assert.deepEqual([await due(textId), await asked(textId)], [null, []])
    const opens = (actor: World["people"]["amina"]) =>
      w.look(async (db) => {
        const file = await db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirstOrThrow()
        return mayOpen(file, { ...w.equipment, db, actor, now: w.now })
      })
    assert.ok(await opens(w.people.dario))
    assert.ok(!(await opens(w.people.ines)))
  })
})
