import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { inOrganisation } from "../src/kernel/db.ts"
import type { OrganisationId } from "../src/kernel/rule.ts"
import type { FrozenQuorum } from "../src/modules/decisions/contract.ts"
import { readConvocation } from "../src/modules/meetings/convocation/read-convocation.ts"
import { listMeetings } from "../src/modules/meetings/reads.ts"
import { type World, world } from "../tests/world.ts"
import { loadExampleOf } from "./load.ts"

const today = Temporal.PlainDate.from("2026-05-02")
const now = Temporal.Instant.from("2026-05-02T10:00:00Z")

describe("the example organisation", () => {
  let w: World
  let example: { organisation: OrganisationId; personId: string }
  before(async () => {
    w = await world()
    example = await loadExampleOf(w, today)
  })
  after(() => w.end())

  const look = <T>(work: Parameters<typeof inOrganisation<T>>[2]) => inOrganisation(w.db, example.organisation, work)
  const visitor = () => w.as(example.personId, example.organisation)

  it("has an assembly to convene, and says what is missing", async () => {
    const { meetings } = await w.ask(listMeetings, { when: "coming" }, visitor(), now)
    const assembly = meetings.find(({ title }) => title === "Assemblée statutaire")
    const plan = await w.ask(readConvocation, { meetingId: assembly!.id }, visitor(), now)
    const missing = JSON.stringify(plan)
    assert.match(missing, /Georgette Lemmens/)
  })

  it("tells eighteen months: decisions numbered without gaps, tasks done, late and dropped", async () => {
    const { decisions, tasks } = await look(async (db) => ({
      decisions: await db.selectFrom("decisions").select(["year", "number", "body_id"]).execute(),
      tasks: await db.selectFrom("tasks").select(["state", "due"]).execute(),
    }))
    for (const numbers of Map.groupBy(decisions, ({ year }) => year).values())
      assert.deepEqual(
        numbers.map(({ number }) => number).toSorted((a, b) => a - b),
        numbers.map((_, index) => index + 1),
      )
    const states = new Set(tasks.map(({ state }) => state))
    assert.deepEqual([...states].sort(), ["done", "dropped", "open"])
    const isLate = ({ state, due }: (typeof tasks)[number]) =>
      state === "open" && due !== null && Temporal.PlainDate.compare(due, today) < 0
    assert.ok(tasks.some(isLate))
  })

  it("decides at the second convocation what the first lacked the number for, by the rulebook", async () => {
    const rows = await look((db) =>
      db
        .selectFrom("decisions")
        .innerJoin("meetings", "meetings.id", "decisions.meeting_id")
        .select(["decisions.quorum"])
        .where("meetings.title", "like", "%seconde convocation")
        .execute(),
    )
    const short = rows.map(({ quorum }) => quorum as FrozenQuorum).filter(({ reached }) => !reached)
    assert.ok(short.length > 0)
    for (const { waiver, irregular } of short) {
      assert.match(waiver ?? "", /deuxième convocation.*art\. 14/)
      assert.equal(irregular, false)
    }
  })

  it("writes to nobody", async () => {
    const waiting = await look((db) =>
      db
        .selectFrom("sendings")
        .select("id")
        .where("state", "in", ["waiting", "sending"])
        .where("means", "=", "email")
        .execute(),
    )
    assert.equal(waiting.length, 0)
  })

  it("is put in place once, and is the same each time", async () => {
    await assert.rejects(loadExampleOf(w, today), { code: "accounts.example_is_here" })
    const twin = await world()
    try {
      await loadExampleOf(twin, today)
      // Not the ids: where a command writes several rows, which of them is numbered first is the planner's to say.
      const told = (one: World) =>
        inOrganisation(one.db, example.organisation, async (db) => {
          const rows = await db.selectFrom("events").select(["name", "at"]).execute()
          return rows.map(({ name, at }) => `${at.toString()} ${name}`).toSorted()
        })
      assert.deepEqual(await told(twin), await told(w))
    } finally {
      await twin.end()
    }
  })
})
