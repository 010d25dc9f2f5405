import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { json } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import { type World, world } from "../../../tests/world.ts"
import { readRights } from "../mandates/read-rights.ts"
import { recordMandate } from "../mandates/record.ts"
import { changeOffice } from "../offices/change.ts"
import { readOffice } from "../offices/read-office.ts"
import { recordOffice } from "../offices/record.ts"
import { readDecisionName } from "./named.ts"

describe("the decision something comes of", () => {
  let w: World
  let number = 0
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const decided = async (more: Record<string, unknown> = {}) => {
    const id = newId()
    await w.look((db) =>
      db
        .insertInto("decisions")
        .values({
          organisation_id: w.organisation,
          id,
          body_id: w.lisle,
          meeting_id: null,
          item_id: null,
          matter_id: null,
          year: 2026,
          number: ++number,
          title: "Élection de la trésorière",
          text: "L’assemblée élit Dario.",
          how: "ballot",
          votes_for: 9,
          votes_against: 1,
          abstentions: 0,
          blank: null,
          adopted: true,
          quorum: json({ explanation: [], waiver: null }),
          majority: json({ rule: null, result: null }),
          taken_at: Temporal.Instant.from("2026-04-01T22:30:00Z"),
          superseded_by: null,
          carried_out_on: null,
          review_on: null,
          ...more,
        } as never)
        .execute(),
    )
    return id
  }
  const functionId = async (key: string) =>
    (
      await w.look((db) =>
        db
          .selectFrom("functions")
          .select("id")
          .where("body_id", "=", w.lisle)
          .where("key", "=", key)
          .executeTakeFirstOrThrow(),
      )
    ).id

  it("is told with its number and its day there, to whom may read it", async () => {
    const decisionId = await decided()
    const { reference, taken_on } = await w.ask(readDecisionName, { decisionId }, w.people.dario)
    assert.deepEqual([reference, String(taken_on)], ["2026-1", "2026-04-02"])
    for (const other of [w.people.ines, w.people.oscar])
      await assert.rejects(w.ask(readDecisionName, { decisionId }, other), { code: "not_found" })
  })

  it("is the reason of a mandate's rights, and is neither one that is not seen nor one that was not adopted", async () => {
    const record = async (originId: string) =>
      w.do(
        recordMandate,
        {
          personId: w.dario,
          functionId: await functionId("treasurer"),
          since: "2026-04-02",
          origin: "decision",
          originId,
        },
        w.people.amina,
      )
    await assert.rejects(record(await decided({ body_id: w.brume })), { code: "not_found" })
    await assert.rejects(record(await decided({ adopted: false, state: "rejected" })), {
      code: "decisions.not_adopted",
    })
    await assert.rejects(record(newId()), { code: "not_found" })
    const decisionId = await decided()
    await record(decisionId)
    const { groups } = await w.ask(readRights, { personId: w.dario }, w.people.dario)
    const why = groups.flatMap(({ rows }) => rows.flatMap((row) => row.why))
    assert.ok(why.length > 0)
    assert.ok(why.every(({ decision_id }) => decision_id === decisionId))
  })

  it("is that of an external mandate, and stays when somebody who may not read it corrects the rest", async () => {
    const decisionId = await decided()
    const said = { role: "member", origin: "body", since: "2026-04-02", decisionId }
    const place = { name: "Commission", kind: "commission", level: "local" }
    const record = (more: object, actor = w.people.amina) =>
      w.do(recordOffice, { bodyId: w.lisle, personId: w.amina, institution: place, ...said, ...more }, actor)
    await assert.rejects(record({ decisionId: await decided({ body_id: w.brume }) }), { code: "not_found" })
    const { officeId } = await record({})
    const of = async () => (await w.ask(readOffice, { officeId }, w.people.amina)).office
    assert.equal((await of()).decision_id, decisionId)
    await w.look((db) => db.updateTable("decisions").set({ body_id: w.brume }).where("id", "=", decisionId).execute())
    await w.do(changeOffice, { officeId, ...said, title: "déléguée" }, w.people.amina)
    assert.equal((await of()).decision_id, decisionId)
    await assert.rejects(
      w.do(changeOffice, { officeId, ...said, decisionId: await decided({ body_id: w.brume }) }, w.people.amina),
      { code: "not_found" },
    )
    // Who the people elected sits by no decision of ours.
    await w.do(changeOffice, { officeId, ...said, origin: "elected" }, w.people.amina)
    assert.equal((await of()).decision_id, null)
  })
})
