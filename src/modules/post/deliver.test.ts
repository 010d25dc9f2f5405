import assert from "node:assert/strict"
import { after, before, beforeEach, describe, it } from "node:test"
import { sql } from "kysely"
import { mailer } from "../../kernel/mail/send.ts"
import { system } from "../../kernel/job.ts"
import { withPost } from "../../../tests/letters.ts"
import { type World, world } from "../../../tests/world.ts"
import { composes, deliverDue, queueLetters } from "./contract.ts"

// Longer than the buffers between us and the relay: a connection cut in the middle is then surely a letter not taken.
const LONG = "\n" + "Une longue lettre. ".repeat(300_000)

composes("test", async (sending) => ({
  subject: "Essai",
  text: `Bonjour ${sending.address}${sending.address.startsWith("cut") ? LONG : ""}`,
}))
composes("broken", async () => {
  throw new Error("no such template")
})
composes("nothing-left", async () => null)

describe("letters that leave", () => {
  let w: World
  let post: Awaited<ReturnType<typeof withPost>>
  before(async () => {
    w = await world()
    post = await withPost(w, { slow: 800, patience: 3000 })
  })
  after(async () => {
    await post.stop()
    await w.end()
  })
  beforeEach(() => w.look((tx) => tx.deleteFrom("sendings").execute()))

  const queue = (addresses: string[], kind = "test") =>
    w.look((tx) =>
      queueLetters(
        addresses.map((address) => ({
          kind,
          bodyId: w.lisle,
          personId: null,
          means: "email" as const,
          address,
          subject: "Essai",
          content: {},
        })),
        { ...post.equipment, actor: system(w.organisation), db: tx, now: w.now },
      ),
    )
  const stateOf = async (address: string) =>
    (await w.look((tx) => tx.selectFrom("sendings").selectAll().where("address", "=", address).executeTakeFirst()))!
  const timesEach = async (addresses: readonly string[]) => {
    const all = (await post.peer.messages()).flatMap(({ envelope }) => envelope.to)
    return addresses.map((address) => all.filter((one) => one === address).length)
  }
  const times = async (address: string) => (await post.peer.messagesTo(address)).length

  it("go once each, whatever becomes of the others", async () => {
    const addresses = [
      "fine1@x.example",
      "refuse1@x.example",
      "later1@x.example",
      "cut1@x.example",
      "silent1@x.example",
      "slow1@x.example",
      "unwanted1@x.example",
      "fine2@x.example",
    ]
    await queue(addresses)
    await post.send()
    const found = await Promise.all(
      addresses.map(async (address) => [address.split("@")[0], (await stateOf(address)).state, await times(address)]),
    )
    assert.deepEqual(found, [
      ["fine1", "accepted", 1],
      ["refuse1", "refused", 0],
      ["later1", "waiting", 0],
      ["cut1", "waiting", 0],
      ["silent1", "unknown", 1],
      ["slow1", "accepted", 1],
      ["unwanted1", "refused", 0],
      ["fine2", "accepted", 1],
    ])
    assert.match((await stateOf("refuse1@x.example")).server_answer!, /550.*No such person/)
    assert.ok((await stateOf("fine1@x.example")).sent_at)
  })

  it("are tried again after a growing delay, never before, and never when nobody knows", async () => {
    await queue(["later2@x.example", "busy2@x.example", "silent2@x.example"])
    await post.send()
    await post.send(w.now.add({ seconds: 30 }))
    assert.equal((await stateOf("busy2@x.example")).attempts, 1)
    await post.send(w.now.add({ minutes: 2 }))
    assert.deepEqual([(await stateOf("later2@x.example")).state, await times("later2@x.example")], ["accepted", 1])
    const busy = await stateOf("busy2@x.example")
    assert.deepEqual([busy.state, busy.attempts], ["waiting", 2])
    assert.equal(busy.next_at!.since(w.now.add({ minutes: 2 })).total("minutes"), 5)
    await post.send(w.now.add({ hours: 200 }))
    assert.deepEqual([(await stateOf("silent2@x.example")).state, await times("silent2@x.example")], ["unknown", 1])
  })

  it("are given up after the last delay, with the server’s words", async () => {
    await queue(["busy3@x.example"])
    let now = w.now
    for (let round = 0; round < 12; round++) {
      await post.send(now)
      now = now.add({ hours: 25 })
    }
    const { state, attempts, server_answer } = await stateOf("busy3@x.example")
    assert.deepEqual([state, attempts], ["given_up", 9])
    assert.match(server_answer!, /450/)
  })

  it("wait all together while the relay is down, and leave when it is back", async () => {
    const down = {
      ...post.equipment,
      mailer: mailer({ smtpUrl: "smtp://127.0.0.1:9", from: { address: "s@x.example" }, patience: 1000 }),
    }
    const addresses = Array.from({ length: 20 }, (_, n) => `down${n}@x.example`)
    await queue(addresses)
    const done = await deliverDue({ db: w.db, equipment: down, now: () => w.now })
    down.mailer.close()
    assert.ok(done.relay_trouble)
    assert.ok(done.tried <= 10, "it does not knock twenty times at a closed door")
    assert.ok((await Promise.all(addresses.map(stateOf))).every(({ state }) => state === "waiting"))
    await post.send(w.now.add({ minutes: 2 }))
    assert.deepEqual(
      await timesEach(addresses),
      addresses.map(() => 1),
    )
  })

  it("go once each when three processes send at the same time", async () => {
    const addresses = Array.from({ length: 60 }, (_, n) => `many${n}@x.example`)
    await queue(addresses)
    await Promise.all([
      post.send(w.now, { at_most: 25 }),
      post.send(w.now, { at_most: 25 }),
      post.send(w.now, { at_most: 25 }),
    ])
    assert.deepEqual(
      await timesEach(addresses),
      addresses.map(() => 1),
    )
  })

  it("are nobody’s to send again when their process died with the letter in its hands", async () => {
    await queue(["dead@x.example", "claimed@x.example"])
    const until = w.now.add({ minutes: 3 })
    await w.look((tx) =>
      tx
        .updateTable("sendings")
        .set({ state: "sending", attempts: 1, held_until: until })
        .where("address", "=", "dead@x.example")
        .execute(),
    )
    await w.look((tx) =>
      tx.updateTable("sendings").set({ held_until: until }).where("address", "=", "claimed@x.example").execute(),
    )
    await post.send(w.now.add({ minutes: 2 }))
    assert.deepEqual(
      [(await stateOf("dead@x.example")).state, (await stateOf("claimed@x.example")).state],
      ["sending", "waiting"],
    )
    await post.send(w.now.add({ minutes: 4 }))
    assert.deepEqual([(await stateOf("dead@x.example")).state, await times("dead@x.example")], ["unknown", 0])
    assert.deepEqual([(await stateOf("claimed@x.example")).state, await times("claimed@x.example")], ["accepted", 1])
  })

  it("do not leave again by themselves once somebody sent them anew, whatever the relay says late", async () => {
    await queue(["anew@x.example"])
    const { id } = await stateOf("anew@x.example")
    const late = (more: { again_id: string | null }) =>
      w.look(async (tx) => {
        await tx
          .updateTable("sendings")
          .set({ state: "unknown", ...more })
          .where("id", "=", id)
          .execute()
        await sql`select end_sending(${w.organisation}, ${id}, 'waiting', ${w.now}, '421 busy', null)`.execute(tx)
        return (await tx.selectFrom("sendings").select("state").executeTakeFirstOrThrow()).state
      })
    assert.equal(await late({ again_id: id }), "unknown")
    assert.equal(await late({ again_id: null }), "waiting")
  })

  it("are not begun by a process that lost them", async () => {
    await queue(["lost@x.example"])
    const { id } = await stateOf("lost@x.example")
    const begun = async (held_until: Temporal.Instant) => {
      await w.look((tx) => tx.updateTable("sendings").set({ held_until }).where("id", "=", id).execute())
      const { rows } = await sql<{ begun: boolean }>`
        select begin_sending(${w.organisation}, ${id}, ${w.now}, ${w.now.add({ minutes: 3 })}) as begun`.execute(w.db)
      return rows[0]!.begun
    }
    assert.equal(await begun(w.now.subtract({ minutes: 1 })), false)
    assert.equal(await begun(w.now.add({ minutes: 1 })), true)
  })

  it("leave although one among them cannot be written", async () => {
    await queue(["broken@x.example"], "broken")
    await queue(["whole@x.example"])
    await post.send()
    const broken = await stateOf("broken@x.example")
    assert.deepEqual([broken.state, broken.server_answer], ["waiting", "no such template"])
    assert.equal(await times("whole@x.example"), 1)
  })

  it("are kept by an organisation that is an example, although a relay is set", async () => {
    const example = (is: boolean) =>
      w.look((tx) =>
        tx
          .updateTable("organisations")
          .set({ settings: JSON.stringify(is ? { example: true } : {}) })
          .execute(),
      )
    await example(true)
    try {
      await queue(["fictional@x.example"])
      await post.send()
    } finally {
      await example(false)
    }
    const { state, next_at, sent_at } = await stateOf("fictional@x.example")
    assert.deepEqual([state, next_at, sent_at], ["kept", null, null])
    assert.equal(await times("fictional@x.example"), 0)
  })

  it("are kept when no relay is set, and withdrawn when there is nothing left to say", async () => {
    await queue(["kept@x.example"])
    await deliverDue({ db: w.db, equipment: w.equipment, now: () => w.now })
    assert.equal((await stateOf("kept@x.example")).state, "kept")
    await queue(["empty@x.example"], "nothing-left")
    await post.send()
    assert.deepEqual([(await stateOf("empty@x.example")).state, await times("empty@x.example")], ["withdrawn", 0])
  })
})
