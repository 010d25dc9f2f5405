import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { execPath } from "node:process"
import { after, before, describe, it } from "node:test"
import { fileURLToPath } from "node:url"
import { newId } from "../../src/kernel/id.ts"
import { findLink } from "../../src/modules/votes/links/find-link.ts"
import { readLinks } from "../../src/modules/votes/links/read-links.ts"
import { sendLinks } from "../../src/modules/votes/links/send-links.ts"
import { openBallot } from "../../src/modules/votes/open.ts"
import { prepareOperation } from "../../src/modules/votes/operation/prepare-operation.ts"
import { prepareBallot } from "../../src/modules/votes/prepare.ts"
import { withPost } from "../letters.ts"
import { type World, world } from "../world.ts"

const sender = fileURLToPath(new URL("./sender.ts", import.meta.url))
const VOTERS = 200

describe("the application killed while it sends links to vote", () => {
  let w: World
  let post: Awaited<ReturnType<typeof withPost>>
  before(async () => {
    w = await world()
    post = await withPost(w, { latency: 20, patience: 60_000 })
  })
  after(async () => {
    await post.stop()
    await w.end()
  })

  /** Two hundred members with a mail address and no account. */
  const enrolled = () =>
    w.look(async (db) => {
      const people = Array.from({ length: VOTERS }, (_, n) => ({ id: newId(), email: `voter${n}@x.example` }))
      await db
        .insertInto("people")
        .values(
          people.map(({ id, email }, n) => ({
            organisation_id: w.organisation,
            id,
            given_name: "Sam",
            family_name: `Voix-${n}`,
            form: "n" as const,
            email,
          })),
        )
        .execute()
      await db
        .insertInto("memberships")
        .values(
          people.map(({ id }) => ({
            organisation_id: w.organisation,
            id: newId(),
            person_id: id,
            body_id: w.lisle,
            ring: "member" as const,
            since: Temporal.PlainDate.from("2025-01-01"),
            until: null,
            dues_until: null,
          })),
        )
        .execute()
      return new Map(people.map(({ id, email }) => [email, id]))
    })
  /** The codes that each has been sent, as their letters have them. */
  const received = async () => {
    const codes = new Map<string, string[]>()
    for (const { envelope, text } of await post.peer.messages())
      for (const to of envelope.to) {
        const code = /\/v\/([\w-]+)/.exec(text ?? "")![1]!
        codes.set(to, [...(codes.get(to) ?? []), code])
      }
    return codes
  }
  const opens = async (code: string) => (await findLink(code, { db: w.db, ip: newId() }))?.actor.personId

  it("leaves each with one link that opens, or in the list of those to write to again; nobody with two", async () => {
    const voters = await enrolled()
    const secretary = w.people.amina
    const day = { bodyId: w.lisle, electorate: "members", onDay: "2026-05-02" }
    const { operationId } = await w.do(prepareOperation, { ...day, title: "Élections" }, secretary)
    const vote = { title: "Le budget", kind: "yes_no", method: "majority", manner: "named" }
    const { ballotId } = await w.do(prepareBallot, { ...day, ...vote, operationId }, secretary)
    await w.do(openBallot, { ballotId }, secretary)
    await w.do(sendLinks, { operationId }, secretary)

    const told = {
      database: { app: w.appPool, owner: w.owner },
      smtpUrl: post.peer.url,
      dataDir: w.dataDir,
      now: w.now,
      after: 60,
    }
    const app = spawn(execPath, [sender, JSON.stringify(told)], { stdio: ["ignore", "ignore", "inherit"] })
    const [, signal] = await once(app, "exit")
    assert.equal(signal, "SIGKILL")
    const before_ = await post.peer.count()
    assert.ok(before_ >= 50 && before_ < VOTERS, `it was killed on its way, at ${before_}`)

    for (let round = 1; round <= 4; round++) await post.send(w.now.add({ minutes: 4 * round }))
    const { rows } = await w.ask(readLinks, { operationId, limit: 2000 }, secretary)
    const lines = rows.filter(({ id }) => [...voters.values()].includes(id))
    const unknown = new Set(lines.filter(({ letter }) => letter === "unknown").map(({ id }) => id))
    assert.equal(lines.length, VOTERS)
    assert.ok(unknown.size <= 6, "at most those that were in hand, and the secretary reads who they are")
    const first = await received()
    for (const [email, id] of voters) {
      const codes = first.get(email) ?? []
      assert.ok(codes.length === 1 || (codes.length === 0 && unknown.has(id)), `${email}: ${codes.length}`)
      for (const code of codes) assert.equal(await opens(code), id)
    }

    // Nobody can say whether those got theirs: they are written to anew, and what came before opens nothing.
    const later = { now: w.now.add({ hours: 1 }) }
    for (const personId of unknown) await w.do(sendLinks, { operationId, personId }, secretary, later)
    await post.send(later.now)
    const last = await received()
    for (const [email, id] of voters) {
      const working = []
      for (const code of last.get(email) ?? []) if ((await opens(code)) === id) working.push(code)
      assert.equal(new Set(working).size, 1, email)
    }
  })
})
