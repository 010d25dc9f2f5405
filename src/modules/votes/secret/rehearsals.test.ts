import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../../tests/world.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { type Keys, makeKeys } from "../../../kernel/sealed-ballots/envelope.ts"
import { rehearseOpening } from "../../../kernel/sealed-ballots/rehearse.ts"
import {
  onPaper,
  passShare,
  receiveShare,
  recombine,
  takeShare,
  trialFromPaper,
} from "../../../kernel/sealed-ballots/shares.ts"
import { makeUrn, trialOf, type Urn } from "../../../kernel/sealed-ballots/urn.ts"
import { openBallot } from "../open.ts"
import { giveTellerKey } from "../operation/give-key.ts"
import { nameTellers } from "../operation/name-tellers.ts"
import { prepareOperation } from "../operation/prepare-operation.ts"
import { readOperation } from "../operation/read-operation.ts"
import { prepareBallot } from "../prepare.ts"
import { readBallot } from "../read-ballot.ts"
import { waiting } from "../waiting.ts"
import { layUrn } from "./lay-urn.ts"
import { readCeremony } from "./read-ceremony.ts"
import { beginRehearsal, endRehearsal, passTrialShares } from "./rehearsals.ts"

let w: World
let tellers: Actor[]
before(async () => {
  w = await world()
  tellers = [w.people.dario, ...(await Promise.all(Array.from({ length: 11 }, () => w.member())))].slice(0, 3)
})
after(() => w.end())

const refused = (code: string) => ({ code })
const secretary = () => w.people.amina

/** An operation with a secret vote and its urn; the keys are on the tellers’ devices. */
const laid = async () => {
  const about = { bodyId: w.lisle, onDay: "2026-05-02" }
  const { operationId } = await w.do(prepareOperation, { ...about, title: "Élire", electorate: "members" }, secretary())
  await w.do(nameTellers, { operationId, tellerIds: tellers.map(({ personId }) => personId) }, secretary())
  const keys = await Promise.all(tellers.map(makeKeys))
  for (const [at, teller] of tellers.entries()) await w.do(giveTellerKey, { operationId, key: keys[at]!.key }, teller)
  const asked = { title: "Élire", kind: "candidates", candidates: "Ana\nBo", method: "plurality", manner: "secret" }
  const { ballotId } = await w.do(prepareBallot, { ...about, operationId, ...asked }, secretary())
  await lay(ballotId, keys)
  return { operationId, ballotId, keys }
}
const lay = async (ballotId: string, keys: Keys[]) => {
  const named = tellers.map(({ personId }, at) => ({ teller: personId!, key: keys[at]!.key }))
  await w.do(layUrn, { ballotId, urn: await makeUrn({ ballot: ballotId, needed: 2, tellers: named }) }, tellers[0]!)
}
type Laid = Awaited<ReturnType<typeof laid>>

const begun = async ({ operationId }: Laid, opener = tellers[0]!) => {
  const session = await makeKeys()
  await w.do(beginRehearsal, { operationId, key: session.key }, opener)
  return session
}
/** As the page of a teller passes a share: from the device, or from the paper that was copied of the real one. */
const pass = async ({ operationId, keys }: Laid, at: number, how: "device" | "paper") => {
  const me = tellers[at]!
  const [one] = (await w.ask(readCeremony, { operationId }, me)).ballots
  const urn = one!.urn as Urn
  const paper = await onPaper(await takeShare(urn, me.personId!, keys[at]!.secret))
  const share =
    how === "paper"
      ? (await trialFromPaper(urn, paper)).share
      : await takeShare(trialOf(urn), me.personId!, keys[at]!.secret)
  const envelope = await passShare(trialOf(urn), share, one!.rehearsing[0]!.key)
  const shares = [{ ballotId: one!.id, how, envelope }]
  await w.do(passTrialShares, { operationId, toId: tellers[0]!.personId, shares }, me)
}
const ended = async ({ operationId, keys }: Laid, session: Keys) => {
  const me = tellers[0]!
  const [one] = (await w.ask(readCeremony, { operationId }, me)).ballots
  const urn = one!.urn as Urn
  const passed = one!.rehearsing.find(({ teller }) => teller === me.personId)!.shares
  const came = passed.map(async (share) => (await receiveShare(trialOf(urn), share, session.secret)).share)
  const shares = [...(await Promise.all(came)), await takeShare(trialOf(urn), me.personId!, keys[0]!.secret)]
  await rehearseOpening(urn, shares)
  await w.do(endRehearsal, { operationId, own: "device", urns: [{ ballotId: one!.id, found: true }] }, me)
  return shares
}
/** What Today says to a teller of these votes. */
const waitedFor = async ({ operationId }: Laid, actor = tellers[1]!) => {
  const lines = await w.look((db) => waiting({ ...w.equipment, actor, db, now: w.now }))
  return lines.filter(({ at }) => at.includes(operationId)).map(({ key }) => key)
}
const stateOf = async ({ operationId }: Laid) =>
  (await w.ask(readOperation, { operationId }, secretary())).ballots[0]!.rehearsed

describe("a rehearsal of the opening", () => {
  it("is kept with who took part, from which device or paper, and told before the vote opens", async () => {
    const it = await laid()
    assert.deepEqual(await stateOf(it), { state: "no", last: null })
    assert.deepEqual(await waitedFor(it), ["votes.waiting.rehearse"])
    assert.deepEqual(await waitedFor(it, secretary()), [])
    const session = await begun(it)
    await pass(it, 1, "device")
    await ended(it, session)
    assert.equal((await stateOf(it)).state, "no_paper")
    assert.deepEqual(await waitedFor(it), [])
    const again = await begun(it)
    await pass(it, 1, "paper")
    await ended(it, again)
    const { state, last } = await stateOf(it)
    assert.equal(state, "yes")
    assert.deepEqual(last!.tellers.map(({ how }) => how).toSorted(), ["device", "paper"])
    assert.equal((await w.ask(readBallot, { ballotId: it.ballotId }, secretary())).rehearsed!.state, "yes")
    // Nothing that passed is left, and it stays known once the vote has opened.
    const left = await w.look((db) => db.selectFrom("rehearsal_shares").select("envelope").execute())
    assert.ok(left.every(({ envelope }) => envelope === null))
    await w.do(openBallot, { ballotId: it.ballotId }, secretary())
    assert.equal((await stateOf(it)).state, "yes")
    await assert.rejects(begun(it), refused("votes.nothing_to_rehearse"))
  })

  it("leaves the vote to open without, or after one that failed", async () => {
    const it = await laid()
    await begun(it)
    const urns = [{ ballotId: it.ballotId, found: false }]
    await w.do(endRehearsal, { operationId: it.operationId, own: "device", urns }, tellers[0]!)
    assert.equal((await stateOf(it)).state, "failed")
    await w.do(openBallot, { ballotId: it.ballotId }, secretary())
  })

  it("is of as many as the opening, of tellers alone, and of the urn as it is", async () => {
    const it = await laid()
    const { operationId, ballotId } = it
    const end = () => w.do(endRehearsal, { operationId, own: "device", urns: [{ ballotId, found: true }] }, tellers[0]!)
    await assert.rejects(begun(it, secretary()), { status: 403 })
    await assert.rejects(begun(it, w.people.oscar), refused("not_found"))
    await assert.rejects(end(), refused("votes.nothing_to_rehearse"))
    await begun(it)
    await assert.rejects(end(), refused("votes.rehearsal_of_few"))
    await pass(it, 2, "paper")
    // The urn is laid anew meanwhile: what was rehearsed is another.
    await lay(ballotId, it.keys)
    await assert.rejects(end(), refused("votes.nothing_to_rehearse"))
    assert.equal((await stateOf(it)).state, "no")
  })

  it("begins anew after a page was closed, and two may rehearse at once", async () => {
    const it = await laid()
    const lost = await begun(it)
    await pass(it, 1, "device")
    const session = await begun(it)
    assert.notEqual(lost.key, session.key)
    await begun(it, tellers[2]!)
    const seen = (await w.ask(readCeremony, { operationId: it.operationId }, tellers[1]!)).ballots[0]!.rehearsing
    assert.deepEqual(
      seen.map(({ passed_by_me, shares }) => [passed_by_me, shares.length]),
      [
        [false, 0],
        [false, 0],
      ],
    )
    const both = await Promise.allSettled([begun(it), begun(it)])
    assert.ok(both.some(({ status }) => status === "fulfilled"))
  })

  it("gives a server that kept all of it no part of the key of the urn", async () => {
    const it = await laid()
    const session = await begun(it)
    await pass(it, 1, "paper")
    // The server, and the browser of the teller who rehearsed, with the key of that session.
    const shares = await ended(it, session)
    const urn = await w.look(
      async (db) =>
        (
          await db
            .selectFrom("ballot_urns")
            .select("urn")
            .where("ballot_id", "=", it.ballotId)
            .executeTakeFirstOrThrow()
        ).urn,
    )
    assert.ok((await recombine(trialOf(urn), shares)).length > 0)
    await assert.rejects(recombine(urn, shares), refused("sealed.wrong_share"))
  })
})
