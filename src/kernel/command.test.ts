import assert from "node:assert/strict"
import { after as afterAll, before, describe, it } from "node:test"
import { sql } from "kysely"
import { z } from "zod"
import { type World, world } from "../../tests/world.ts"
import { command, perform } from "./command.ts"
import { event } from "./event.ts"
import { newId } from "./id.ts"
import { after, within } from "./reaction.ts"
import { refuse } from "./refusal.ts"
import { isSignedIn } from "./rule.ts"
import { seal, verify } from "./seal.ts"

const renamed = event<{ bodyId: string }>()("kernel.renamed")
const rename = command({
  name: "kernel.rename",
  input: z.object({ bodyId: z.uuid(), name: z.string() }),
  find: ({ bodyId }, { db }) =>
    db.selectFrom("bodies").selectAll().where("id", "=", bodyId).forUpdate().executeTakeFirst(),
  allow: isSignedIn,
  async run({ input, subject, db }) {
    await sql`update bodies set name = name || ${input.name} where id = ${subject.id}`.execute(db)
    return renamed({ bodyId: subject.id })
  },
})

describe("perform", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  afterAll(() => w.end())
  const nameOf = (id: string) =>
    w
      .look((tx) => tx.selectFrom("bodies").select("name").where("id", "=", id).executeTakeFirstOrThrow())
      .then((row) => row.name)
  const journal = () =>
    w.look((tx) => tx.selectFrom("events").select(["name", "id"]).where("name", "=", "kernel.renamed").execute())

  it("leaves no trace when a reaction within refuses", async () => {
    const before = await nameOf(w.lisle)
    const equipment = { ...w.equipment, reactions: [within(renamed, "object", async () => refuse("other"))] }
    await assert.rejects(w.do(rename, { bodyId: w.lisle, name: "!" }, w.people.amina, { equipment }), { code: "other" })
    assert.equal(await nameOf(w.lisle), before)
    assert.deepEqual(await journal(), [])
  })

  it("queues an answer only when what it answers to has happened", async () => {
    const reaction = after(renamed, "say it", async () => {})
    const jobs = async () => (await w.equipment.jobs.boss.findJobs("reactions", {} as never)).length
    const equipment = { ...w.equipment, reactions: [reaction, within(renamed, "object", async () => refuse("other"))] }
    const waiting = await jobs()
    await assert.rejects(w.do(rename, { bodyId: w.lisle, name: "?" }, w.people.amina, { equipment }))
    assert.equal(await jobs(), waiting)
    await w.do(rename, { bodyId: w.lisle, name: "…" }, w.people.amina, {
      equipment: { ...w.equipment, reactions: [reaction] },
    })
    assert.equal(await jobs(), waiting + 1)
  })

  it("does not call done what PostgreSQL gave up, should a failure inside be passed over", async () => {
    const before = await nameOf(w.lisle)
    const careless = w.look(async (tx) => {
      await sql`update bodies set name = name || '~' where id = ${w.lisle}`.execute(tx)
      await sql`select 1 / 0`.execute(tx).catch(() => {})
    })
    await assert.rejects(careless, /nothing was written/)
    assert.equal(await nameOf(w.lisle), before)
  })

  it("lets nothing that was not waited for speak in the transaction of another", async () => {
    const { promise: later, resolve: now } = Promise.withResolvers<void>()
    const straggler = Promise.withResolvers<unknown>()
    const careless = w.look(async (tx) => {
      const slow = async () => {
        await later
        return sql`select name from bodies`.execute(tx)
      }
      slow().then(straggler.reject, straggler.resolve)
      throw new Error("given up")
    })
    await assert.rejects(careless, /given up/)
    now()
    assert.match(String(await straggler.promise), /this transaction is over/)
  })

  it("leaves no trace when the journal cannot take what happened", async () => {
    const before = await nameOf(w.lisle)
    const unwritable = command({
      ...rename,
      name: "kernel.unwritable",
      async run(it) {
        await rename.run(it)
        return renamed({ bodyId: "\0" })
      },
    })
    await assert.rejects(w.do(unwritable, { bodyId: w.lisle, name: "§" }, w.people.amina), { code: "22P05" })
    assert.equal(await nameOf(w.lisle), before)
  })

  it("answers a repeat as the first time, even when there is nothing left to find", async () => {
    const commandId = newId()
    let isThere = true
    const once = command({
      ...rename,
      name: "kernel.once",
      find: async (input, given) => (isThere ? rename.find(input, given) : undefined),
    })
    const first = await w.do(once, { bodyId: w.brume, name: "1" }, w.people.amina, { commandId })
    isThere = false
    assert.deepEqual(await w.do(once, { bodyId: w.brume, name: "1" }, w.people.amina, { commandId }), first)
    await assert.rejects(w.do(once, { bodyId: w.brume, name: "2" }, w.people.amina, { commandId }), {
      code: "command_reused",
    })
  })

  it("happens once when the same request arrives twice at the same moment", async () => {
    const commandId = newId()
    const before = (await journal()).length
    const both = await Promise.all(
      [1, 2].map(() => w.do(rename, { bodyId: w.brume, name: "x" }, w.people.amina, { commandId })),
    )
    assert.deepEqual(both[0], both[1])
    assert.equal((await journal()).length, before + 1)
  })

  it("keeps every change when many write the same row at once", async () => {
    const before = await nameOf(w.lisle)
    await Promise.all(Array.from({ length: 20 }, () => w.do(rename, { bodyId: w.lisle, name: "+" }, w.people.amina)))
    assert.equal(await nameOf(w.lisle), before + "+".repeat(20))
  })

  it("does nothing through a key that is limited to something else", async () => {
    const key = { ...w.people.amina, via: "key" as const, only: ["meetings.prepare"] }
    await assert.rejects(w.do(rename, { bodyId: w.lisle, name: "k" }, key), { code: "not_allowed" })
    await w.do(rename, { bodyId: w.lisle, name: "k" }, { ...key, only: ["kernel.rename"] })
  })

  it("is a journal whose alteration shows", async () => {
    await w.look((tx) => seal(tx, w.organisation))
    const whole = await w.look(verify)
    assert.equal(whole.brokenAt, null)
    assert.ok(whole.events >= 3)
    const { rows } = await w.look((tx) => sql<{ id: string }>`select id from events where position = 2`.execute(tx))
    await w.look((tx) => sql`update events set facts = '{"bodyId": "forged"}' where id = ${rows[0]!.id}`.execute(tx))
    assert.equal((await w.look(verify)).brokenAt, 2)
  })

  it("cannot be told to forget: the application may not delete from the journal", () =>
    assert.rejects(
      w.look((tx) => sql`delete from events`.execute(tx)),
      { code: "42501" },
    ))

  it("speaks for one organisation only, whatever a query forgets", async () => {
    const { rows } = await w.look((tx) => sql<{ n: number }>`select count(*)::int as n from organisations`.execute(tx))
    assert.equal(rows[0]!.n, 1)
    await assert.rejects(
      perform(rename, { bodyId: w.lisle, name: "z" }, { actor: w.people.oscar, db: w.db, equipment: w.equipment }),
      { code: "not_found" },
    )
  })
})
