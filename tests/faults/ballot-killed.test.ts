import assert from "node:assert/strict"
import { mkdtemp } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, it } from "node:test"
import { withClient } from "../../src/kernel/postgres/bootstrap.ts"
import { attachDatabase } from "../../src/kernel/postgres/attach.ts"
import { makeKeys } from "../../src/kernel/sealed-ballots/envelope.ts"
import { sealVote } from "../../src/kernel/sealed-ballots/seal-vote.ts"
import { makeUrn } from "../../src/kernel/sealed-ballots/urn.ts"
import { roomFor } from "../../src/kernel/sealed-ballots/vote.ts"
import { killFamily } from "../family.ts"
import { startApp } from "../journeys/app.ts"
import { ask, found, give } from "../journeys/people.ts"
import { sendAs, settle } from "../settle.ts"

// Eighty people vote in secret at once while the server and its database are killed: each is on the list with an envelope in the urn,
// or neither; nobody who was told that it is done is missing; and who sends the same again, as the page does, votes once.
const VOTERS = 80

describe("a secret vote while everything is killed", { skip: process.platform !== "linux" && "needs /proc" }, () => {
  it("is on the list and in the urn, or in neither", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "permanence-ballot-killed-"))
    const first = await startApp({ dataDir })
    const page = await first.visit()
    const bodyId = await found(first, page, {
      organisation: "Les Rives",
      body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
      person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
    })
    const people = await settle((await attachDatabase({ dataDir })).owner, bodyId, VOTERS)
    const today = Temporal.Now.plainDateISO("Europe/Brussels").toString()
    const asked = { bodyId, title: "Élections", electorate: "members", onDay: today }
    const { operationId } = await give(page, "votes.prepareOperation", asked)
    const tellers = people.slice(0, 2)
    await give(page, "votes.nameTellers", { operationId, tellerIds: tellers.map(({ id }) => id) })
    const keys = await Promise.all(tellers.map(makeKeys))
    for (const [at, { token }] of tellers.entries())
      await sendAs(first.url, token, "votes.giveTellerKey", { operationId, key: keys[at]!.key })
    const question = {
      title: "Élire",
      kind: "candidates",
      candidates: "Ana\nBo",
      method: "plurality",
      manner: "secret",
    }
    const { ballotId } = await give(page, "votes.prepare", { bodyId, operationId, ...question, onDay: today })
    const urn = await makeUrn({
      ballot: ballotId,
      needed: 2,
      tellers: tellers.map(({ id }, at) => ({ teller: id, key: keys[at]!.key })),
    })
    await sendAs(first.url, tellers[0]!.token, "votes.layUrn", { ballotId, urn })
    await give(page, "votes.open", { ballotId })
    const { sealing } = await ask(page, "votes.read", { ballotId })
    const votes = await Promise.all(
      people.map(async ({ id, token }) => {
        const vote = { blank: false, marks: [1, 0] }
        const room = roomFor([sealing.question])
        const { ciphertext } = await sealVote({ urn, question: sealing.question, room, vote })
        return { id, token, ciphertext, commandId: crypto.randomUUID() }
      }),
    )
    const cast = (url: string, { token, ciphertext, commandId }: (typeof votes)[number]) =>
      sendAs(url, token, "votes.castSealed", { ballotId, revision: 1, ciphertext }, commandId)

    const told = new Set<string>()
    const killing = { begun: false }
    await Promise.all(
      votes.map(async (vote) => {
        const answer = await cast(first.url, vote).catch(() => undefined)
        if (answer?.ok) told.add(vote.id)
        if (told.size >= 15 && !killing.begun) {
          killing.begun = true
          await killFamily(first.pid)
        }
      }),
    )
    await first.leave()
    assert.ok(told.size >= 15 && told.size < VOTERS, `${told.size} were told`)

    const second = await startApp({ dataDir, opened: true })
    try {
      const { owner } = await attachDatabase({ dataDir })
      const rowsOf = (table: string) =>
        withClient(owner, async (client) => (await client.query<{ person_id?: string }>(`select * from ${table}`)).rows)
      const [signed, sealed] = [await rowsOf("ballot_signatures"), await rowsOf("ballot_sealed")]
      assert.equal(signed.length, sealed.length)
      const listed = new Set(signed.map(({ person_id }) => person_id))
      assert.deepEqual(
        [...told].filter((id) => !listed.has(id)),
        [],
      )
      for (const vote of votes) assert.equal((await cast(second.url, vote)).status, 200)
      assert.deepEqual(
        [(await rowsOf("ballot_signatures")).length, (await rowsOf("ballot_sealed")).length],
        [VOTERS, VOTERS],
      )
    } finally {
      await second.stop()
    }
  })
})
