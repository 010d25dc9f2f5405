import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { execPath } from "node:process"
import { after, before, describe, it } from "node:test"
import { fileURLToPath } from "node:url"
import { system } from "../../src/kernel/job.ts"
import { composes, queueLetters } from "../../src/modules/post/contract.ts"
import { withPost } from "../letters.ts"
import { type World, world } from "../world.ts"

const sender = fileURLToPath(new URL("./sender.ts", import.meta.url))
composes("test", async ({ address }) => ({ subject: "Essai", text: `Bonjour ${address}` }))

describe("the application killed while it sends", () => {
  let w: World
  let post: Awaited<ReturnType<typeof withPost>>
  before(async () => {
    w = await world()
    post = await withPost(w, { latency: 60, patience: 60_000 })
  })
  after(async () => {
    await post.stop()
    await w.end()
  })

  it("leaves nobody with two letters, and nobody without one but those whose letter nobody can vouch for", async () => {
    const addresses = Array.from({ length: 50 }, (_, n) => `person${n}@x.example`)
    const given = { ...post.equipment, actor: system(w.organisation), now: w.now }
    const order = {
      kind: "test",
      bodyId: w.lisle,
      personId: null,
      means: "email" as const,
      subject: "Essai",
      content: {},
    }
    await w.look((tx) =>
      queueLetters(
        addresses.map((address) => ({ ...order, address })),
        { ...given, db: tx },
      ),
    )

    const told = {
      database: { app: w.appPool, owner: w.owner },
      smtpUrl: post.peer.url,
      dataDir: w.dataDir,
      now: w.now,
      after: 12,
    }
    const app = spawn(execPath, [sender, JSON.stringify(told)], { stdio: ["ignore", "ignore", "inherit"] })
    const [, signal] = await once(app, "exit")
    assert.equal(signal, "SIGKILL")
    assert.ok((await post.peer.count()) < 50, "it was killed on its way")

    for (let round = 1; round <= 4; round++) await post.send(w.now.add({ minutes: 4 * round }))
    const received = (await post.peer.messages()).flatMap(({ envelope }) => envelope.to)
    const states = await w.look((tx) => tx.selectFrom("sendings").select(["address", "state"]).execute())
    const unknown = states.filter(({ state }) => state === "unknown").map(({ address }) => address)
    assert.equal(received.length, new Set(received).size, "nobody twice")
    assert.ok(unknown.length <= 6, "at most those that were in hand")
    const without = addresses.filter((address) => !received.includes(address) && !unknown.includes(address))
    assert.deepEqual(without, [])
    assert.ok(states.every(({ state }) => state === "accepted" || state === "unknown"))
  })
})
