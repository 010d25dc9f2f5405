import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { type World, world } from "../../../tests/world.ts"
import { newId } from "../../kernel/id.ts"
import type { Actor } from "../../kernel/rule.ts"
import { fallShort, fallsShort } from "./falls-short.ts"
import { waiting } from "./waiting.ts"

describe("bodies that fall short of their rulebooks", () => {
  let w: World
  let above: Actor
  const on = Temporal.PlainDate.from("2026-05-02")
  before(async () => {
    w = await world()
    const federation = newId()
    await w.look(async (db) => {
      await sql`insert into bodies (organisation_id, id, line, kind, name, code, profile, means, country, zone)
        select organisation_id, ${federation}, array[${federation}::uuid], 'federal', 'Fédération', 'FED', profile, means, country, zone
          from bodies where id = ${w.lisle}`.execute(db)
      await sql`update bodies set parent_id = ${federation}, line = array[${federation}::uuid] || line where id in (${w.lisle}, ${w.brume})`.execute(
        db,
      )
    })
    above = await w.holding(["mandates.manage"], federation)
    await w.look((db) => sql`update functions set reach = 'below' where body_id = ${federation}`.execute(db))
    await w.look((db) =>
      sql`update functions set parity = true, term_months = 24 where body_id = ${w.brume} and key = 'auditor'`.execute(
        db,
      ),
    )
    // Two men where two are to be even, each for longer than a term lasts.
    await w.look((db) =>
      sql`insert into mandates (organisation_id, id, person_id, function_id, body_id, since, origin)
        select f.organisation_id, gen_random_uuid(), p.id, f.id, f.body_id, '2010-01-01', 'vote'
          from (select * from functions where body_id = ${w.brume} and key = 'auditor') f
          cross join (values (${w.dario}::uuid), (${above.personId}::uuid)) as p (id)`.execute(db),
    )
    await w.look((db) => sql`update people set form = 'm' where id = ${above.personId}`.execute(db))
  })
  after(() => w.end())

  const lines = async (actor: Actor) =>
    (await w.look((db) => waiting({ ...w.equipment, actor, db, now: w.now }))).filter(({ key }) =>
      ["unheld", "term_over", "parity", "more"].some((one) => key === `mandates.waiting.${one}`),
    )

  it("are the same for whoever looks from above, in one statement, as looked at one by one", async () => {
    const all = await w.look((db) => fallShort(above.personId!, on, db))
    const { rows: bodies } = await w.look((db) =>
      sql<{ id: string }>`select id from bodies where organisation_id = ${w.organisation}`.execute(db),
    )
    for (const { id } of bodies) {
      const { warnings, unheld } = await w.look((db) => fallsShort(id, on, db))
      const of = (code: string) => warnings.filter((one) => one.code === code).length
      const found = all.find(({ body_id }) => body_id === id) ?? { unheld: 0, term_over: 0, parity: 0 }
      assert.deepEqual(
        [found.unheld, found.term_over, found.parity],
        [unheld.length, of("term_over"), of("parity")],
        id,
      )
    }
    const brume = all.find(({ body_id }) => body_id === w.brume)!
    assert.ok(brume.term_over > 0 && brume.parity > 0 && brume.unheld > 0)
  })

  it("are told to who records mandates above them, and to nobody beside", async () => {
    const told = await lines(above)
    assert.ok(told.some(({ key, body_id }) => key === "mandates.waiting.parity" && body_id === w.brume))
    assert.ok(told.every(({ at }) => at.startsWith("/secretariat/")))
    assert.ok(!(await lines(w.people.amina)).some(({ body_id }) => body_id === w.brume))
    assert.deepEqual(await lines(w.people.dario), [])
  })

  it("are counted once there are more than a screen bears", async () => {
    await w.look((db) =>
      sql`insert into bodies (organisation_id, id, parent_id, line, kind, name, code, profile, means, country, zone)
        select b.organisation_id, x.id, b.parent_id, array[b.parent_id, x.id], b.kind, 'Locale ' || n, 'L' || n, b.profile, b.means, b.country, b.zone
          from bodies b cross join lateral (select n, gen_random_uuid() as id from generate_series(1, 20) as n) as x
         where b.id = ${w.brume}`.execute(db),
    )
    const told = await lines(above)
    assert.equal(told.at(-1)!.key, "mandates.waiting.more")
    assert.ok(told.length < 25)
    const short = await w.look((db) => fallShort(above.personId!, on, db))
    assert.equal(told.at(-1)!.facts!["count"], short.length - 8)
  })
})
