import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../../tests/world.ts"
import { newId } from "../../../kernel/id.ts"
import { computeRoll } from "./compute.ts"
import { countRoll } from "./count.ts"
import type { RollRule } from "./roll.ts"

const day = (iso: string) => Temporal.PlainDate.from(iso)
const on = day("2026-03-31")
/** Days around those on which something begins or ends to count, the short months among them. */
const days = [
  "2024-02-29",
  "2025-08-31",
  "2025-09-30",
  "2025-10-01",
  "2026-02-28",
  "2026-03-01",
  "2026-03-30",
  "2026-03-31",
  "2026-04-01",
]
/** The same draw each time. */
let seed = 7
const draw = <T>(some: readonly T[]): T => {
  seed = (seed * 16807) % 2147483647
  return some[Math.floor((seed / 2147483647) * some.length)]!
}

describe("the count of a roll", () => {
  let w: World
  before(async () => {
    w = await world()
    await w.look(async (db) => {
      for (let one = 0; one < 120; one++) {
        const organisation_id = w.organisation
        const { personId } = await w.member()
        const person_id = personId!
        if (draw([0, 0, 0, 0, 1]))
          await db
            .updateTable("people")
            .set({ left_on: day(draw(days)) })
            .where("id", "=", person_id)
            .execute()
        if (draw([0, 1]))
          await db
            .insertInto("birth_days")
            .values({
              organisation_id,
              person_id,
              born_on: day(draw(["2008-02-29", "2010-03-31", "2010-04-01", "2008-04-01"])),
              noted_at: w.now,
              noted_by: null,
            })
            .execute()
        // The one they came with goes; none to three others, of which two may hold at once, go on or leave a gap.
        await db.deleteFrom("memberships").where("person_id", "=", person_id).execute()
        for (let many = draw([0, 1, 1, 2, 3]); many > 0; many--) {
          const [since, other] = [day(draw(days)), day(draw(days))]
          const until = Temporal.PlainDate.compare(other, since) >= 0 ? draw([null, other]) : null
          const ring = draw(["member", "member", "member", "sympathiser"] as const)
          const dues_until = draw([null, day(draw(days))])
          const id = newId()
          await db
            .insertInto("memberships")
            .values({ organisation_id, id, person_id, body_id: w.lisle, ring, since, until, dues_until })
            .execute()
        }
      }
    })
  })
  after(() => w.end())

  it("is that of its lines, whatever the rule", async () => {
    const counts = new Set<number>()
    for (const who of ["members", "members_up_to_date", "holders"] as const)
      for (const waiting_months of [0, 1, 6])
        for (const age_years of [0, 16])
          for (const grace_days of [0, 31]) {
            const rule: RollRule = {
              who,
              functions: ["administrative-secretary"],
              waiting_months,
              age_years,
              grace_days,
            }
            await w.look(async (db) => {
              const lines = (await computeRoll(w.lisle, rule, on, db)).filter(({ entitled }) => entitled)
              assert.equal(await countRoll(w.lisle, rule, on, db), lines.length, JSON.stringify(rule))
              counts.add(lines.length)
            })
          }
    assert.ok(counts.size > 5)
  })
})
