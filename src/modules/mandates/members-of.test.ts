import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import fc from "fast-check"
import { newId } from "../../kernel/id.ts"
import { type World, world } from "../../../tests/world.ts"
import { type Convened, membersOf, type Ring } from "./contract.ts"

const day = (iso: string) => Temporal.PlainDate.from(iso)

describe("membersOf", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const belongs = (person_id: string, ring: Ring, since: string, until: string | null, dues: string | null) =>
    w.look((db) =>
      db
        .insertInto("memberships")
        .values({
          organisation_id: w.organisation,
          id: newId(),
          person_id,
          body_id: w.lisle,
          ring,
          since: day(since),
          until: until ? day(until) : null,
          dues_until: dues ? day(dues) : null,
        })
        .execute(),
    )
  const convened = (who: Convened, on = "2026-05-02") => w.look((db) => membersOf(w.lisle, who, day(on), db))
  const ids = async (who: Convened, on?: string) => (await convened(who, on)).map(({ person_id }) => person_id)

  it("convenes members by name, not sympathisers", async () => {
    await belongs(w.ines, "sympathiser", "2025-01-01", null, null)
    assert.deepEqual(await ids({ convenes: "members" }), [w.amina, w.dario])
  })

  it("convenes to a statutory assembly those whose dues are paid on the day of it", async () => {
    await w.look((db) =>
      db
        .updateTable("memberships")
        .set({ dues_until: day("2026-06-30") })
        .where("person_id", "=", w.dario)
        .execute(),
    )
    assert.deepEqual(await ids({ convenes: "members_up_to_date" }, "2026-06-30"), [w.dario])
    assert.deepEqual(await ids({ convenes: "members_up_to_date" }, "2026-07-01"), [])
  })

  it("convenes holders of functions, and lets those who are no members come without a vote", async () => {
    const staff = await w.holding(["tasks.manage"])
    const { key } = await w.look((db) =>
      db
        .selectFrom("functions as f")
        .innerJoin("mandates as m", "m.function_id", "f.id")
        .select("f.key")
        .where("m.person_id", "=", staff.personId!)
        .executeTakeFirstOrThrow(),
    )
    const found = await convened({ convenes: "holders", functions: ["administrative-secretary", key] })
    const voting = Object.fromEntries(found.map((one) => [one.person_id, one.voting]))
    assert.equal(voting[w.amina], true)
    assert.equal(found.length, 2)
    await w.look((db) => db.deleteFrom("memberships").where("person_id", "=", staff.personId!).execute())
    const again = await convened({ convenes: "listed", people: [staff.personId!] })
    assert.deepEqual([again[0]?.voting, again[0]?.is_member], [false, false])
  })

  it("sends letters to whoever wants no e-mail, and says when nothing reaches somebody", async () => {
    const set = (values: object) =>
      w.look((db) => db.updateTable("people").set(values).where("id", "=", w.dario).execute())
    const means = async () => (await convened({ convenes: "listed", people: [w.dario] }))[0]
    await set({ post_only: true, town: "Lisle" })
    assert.deepEqual([(await means())?.means, (await means())?.email], ["post", null])
    await set({ town: null })
    assert.equal((await means())?.means, null)
    await set({ post_only: false })
    assert.equal((await means())?.means, "email")
  })

  it("convenes nobody after the last day before they left", async () => {
    await w.look((db) =>
      db
        .updateTable("people")
        .set({ left_on: day("2026-05-02") })
        .where("id", "=", w.dario)
        .execute(),
    )
    assert.deepEqual(await ids({ convenes: "members" }, "2026-05-02"), [w.amina, w.dario])
    assert.deepEqual(await ids({ convenes: "members" }, "2026-05-03"), [w.amina])
  })

  it("counts a membership from its first day to its last, both included, whatever the dates", async () => {
    const personId = (await w.holding([])).personId!
    const dates = fc.integer({ min: -40, max: 40 }).map((days) => day("2026-05-02").add({ days }))
    await fc.assert(
      fc.asyncProperty(dates, fc.option(fc.nat(30)), dates, async (since, length, on) => {
        const until = length === null ? null : since.add({ days: length })
        await w.look((db) => db.deleteFrom("memberships").where("person_id", "=", personId).execute())
        await belongs(personId, "member", String(since), until && String(until), null)
        const compare = Temporal.PlainDate.compare
        const inForce = compare(since, on) <= 0 && (!until || compare(on, until) <= 0)
        assert.equal((await ids({ convenes: "members" }, String(on))).includes(personId), inForce)
      }),
      { numRuns: 40 },
    )
  })
})
