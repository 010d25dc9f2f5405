import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../../tests/world.ts"
import { json } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { type Keys, makeKeys } from "../../../kernel/sealed-ballots/envelope.ts"
import { openUrn } from "../../../kernel/sealed-ballots/open-urn.ts"
import type { Question, Vote } from "../../../kernel/sealed-ballots/question.ts"
import { sealVote } from "../../../kernel/sealed-ballots/seal-vote.ts"
import { passShare, receiveShare, takeShare } from "../../../kernel/sealed-ballots/shares.ts"
import { makeUrn, type Urn } from "../../../kernel/sealed-ballots/urn.ts"
import { roomFor } from "../../../kernel/sealed-ballots/vote.ts"
import { castVote } from "../cast.ts"
import { closeBallot } from "../close.ts"
import { contestBallot } from "../contest/contest.ts"
import { settleContest } from "../contest/settle.ts"
import { openBallot } from "../open.ts"
import { giveTellerKey } from "../operation/give-key.ts"
import { nameTellers } from "../operation/name-tellers.ts"
import { prepareOperation } from "../operation/prepare-operation.ts"
import { giveVoteProxy, withdrawVoteProxy } from "../operation/proxies.ts"
import { readOperation } from "../operation/read-operation.ts"
import { prepareBallot } from "../prepare.ts"
import { readBallot } from "../read-ballot.ts"
import { stopVoting } from "../stop.ts"
import { typeFigures } from "../type-figures.ts"
import { urnOf } from "../urn.ts"
import { castSealed } from "./cast-sealed.ts"
import { destroyUrn } from "./destroy-urn.ts"
import { layUrn } from "./lay-urn.ts"
import { beginOpening, giveOpened, passShares } from "./openings.ts"
import { readCeremony } from "./read-ceremony.ts"
import { readVoters } from "./read-voters.ts"
import { signPaper } from "./sign-paper.ts"

let w: World
let voters: Actor[]
let tellers: Actor[]
const keys = new Map<string, Keys>()

before(async () => {
  w = await world()
  voters = [w.people.dario, ...(await Promise.all(Array.from({ length: 11 }, () => w.member())))]
  tellers = voters.slice(0, 3)
  // The rulebook of a chapter allows none until it says otherwise.
  await w.look((db) =>
    db
      .updateTable("rules")
      .set({ value: json({ per_holder: 2 }) })
      .where("key", "=", "be.locale.proxies")
      .execute(),
  )
})
after(() => w.end())

const refused = (code: string) => ({ code })
const secretary = () => w.people.amina

const operation = async (more: object = {}) =>
  (
    await w.do(
      prepareOperation,
      { bodyId: w.lisle, title: "Assemblée statutaire", electorate: "members", onDay: "2026-05-02", ...more },
      secretary(),
    )
  ).operationId as string

/** An operation whose three tellers have their keys, two of them needed. */
const withTellers = async (more: object = {}) => {
  const operationId = await operation(more)
  await w.do(nameTellers, { operationId, tellerIds: tellers.map(({ personId }) => personId) }, secretary())
  for (const teller of tellers) {
    const made = await makeKeys()
    keys.set(`${operationId} ${teller.personId}`, made)
    await w.do(giveTellerKey, { operationId, key: made.key }, teller)
  }
  return operationId
}
const question = {
  title: "Élire",
  kind: "candidates",
  candidates: "Ana\nBo\nCy",
  method: "plurality",
  manner: "secret",
  onDay: "2026-05-02",
}
const prepared = async (operationId: string, more: object = {}) =>
  (await w.do(prepareBallot, { bodyId: w.lisle, operationId, ...question, ...more }, secretary())).ballotId as string

/** Lays the urn of a vote, as the page of a teller does. */
const laid = async (operationId: string, ballotId: string) => {
  const { tellers: all, operation: it } = await w.ask(readCeremony, { operationId }, tellers[0]!)
  const urn = await makeUrn({
    ballot: ballotId,
    needed: it.needed,
    tellers: all.map(({ id, key }) => ({ teller: id, key: key! })),
  })
  await w.do(layUrn, { ballotId, urn }, tellers[0]!)
}
const opened = async (operationId: string, more: object = {}) => {
  const ballotId = await prepared(operationId, more)
  await laid(operationId, ballotId)
  await w.do(openBallot, { ballotId }, secretary())
  return ballotId
}
const sealing = async (ballotId: string, vote: Vote, actor: Actor) => {
  const { sealing: it } = await w.ask(readBallot, { ballotId }, actor)
  const { urn, question: asked } = it as { urn: Urn; question: Question }
  return sealVote({ urn, question: asked, room: roomFor([asked]), vote })
}
const vote = async (ballotId: string, actor: Actor, marks: number[], more: object = {}) => {
  const { ciphertext } = await sealing(ballotId, { blank: marks.every((one) => one === 0), marks }, actor)
  await w.do(castSealed, { ballotId, revision: 1, ciphertext, ...more }, actor)
  return ciphertext
}
/** Two tellers open each vote that is over. */
const opening = async (operationId: string, many = 2) => {
  const [one, other] = tellers
  const pairs = [
    [one!, other!],
    [other!, one!],
  ] as const
  for (const [opener, helper] of pairs.slice(0, many)) {
    const session = await makeKeys()
    await w.do(beginOpening, { operationId, key: session.key }, opener)
    const secretOf = (who: Actor) => keys.get(`${operationId} ${who.personId}`)!.secret
    const seen = await w.ask(readCeremony, { operationId }, helper)
    const over = seen.ballots.filter(({ state }) => state === "ended")
    const shares = await Promise.all(
      over.map(async ({ id, urn }) => ({
        ballotId: id,
        envelope: await passShare(
          urn as Urn,
          await takeShare(urn as Urn, helper.personId!, secretOf(helper)),
          session.key,
        ),
      })),
    )
    await w.do(passShares, { operationId, toId: opener.personId, shares }, helper)
    for (const { id, urn, question: asked, openings, sealed } of (
      await w.ask(readCeremony, { operationId }, opener)
    ).ballots.filter(({ state }) => state === "ended")) {
      const mine = openings.find(({ teller }) => teller === opener.personId)!
      const all = [
        await takeShare(urn as Urn, opener.personId!, secretOf(opener)),
        ...(await Promise.all(
          mine.shares.map(async (share) => (await receiveShare(urn as Urn, share, session.secret)).share),
        )),
      ]
      const found = await openUrn({
        urn: urn as Urn,
        question: asked as Question,
        room: roomFor([asked as Question]),
        ciphertexts: sealed,
        shares: all,
      })
      await w.do(giveOpened, { ballotId: id, ...found }, opener)
    }
  }
}

describe("a secret vote", () => {
  it("is opened by two tellers after its end, with papers and proxies counted, and its list says who voted", async () => {
    const operationId = await withTellers({ proxiesEach: 1 })
    const ballotId = await opened(operationId)
    await w.do(giveVoteProxy, { operationId, giverId: voters[5]!.personId, holderId: voters[4]!.personId }, voters[5]!)
    await vote(ballotId, voters[3]!, [1, 0, 0])
    await vote(ballotId, voters[4]!, [1, 0, 0])
    await vote(ballotId, voters[4]!, [0, 0, 1], { forId: voters[5]!.personId })
    await vote(ballotId, voters[6]!, [0, 0, 0])
    await w.do(signPaper, { ballotId, personId: voters[7]!.personId }, tellers[0]!)
    await w.do(signPaper, { ballotId, personId: voters[8]!.personId }, tellers[0]!)
    const before_ = await w.ask(readBallot, { ballotId }, voters[3]!)
    assert.deepEqual([before_.voted, before_.outcome, before_.me!.signed], [6, null, "screen"])
    await assert.rejects(w.do(closeBallot, { ballotId }, secretary()), refused("votes.still_open"))
    await w.do(stopVoting, { ballotId }, secretary())
    await assert.rejects(vote(ballotId, voters[9]!, [1, 0, 0]), refused("votes.over"))
    await assert.rejects(w.do(closeBallot, { ballotId }, secretary()), refused("votes.not_opened"))
    await opening(operationId)
    await assert.rejects(w.do(closeBallot, { ballotId }, secretary()), refused("votes.no_figures"))
    const papers = { voters: 2, papers: [{ many: 1, ranks: [[0]] }], void: 1 }
    await w.do(typeFigures, { ballotId, ...papers }, tellers[0]!)
    await assert.rejects(w.do(closeBallot, { ballotId }, secretary()), refused("votes.one_typing"))
    await w.do(typeFigures, { ballotId, ...papers }, tellers[1]!)
    await w.do(closeBallot, { ballotId }, secretary())
    const { outcome, signed } = await w.ask(readBallot, { ballotId }, voters[3]!)
    assert.deepEqual(
      outcome!.voices.map(({ votes, elected }) => [votes, elected]),
      [
        ["3", true],
        ["0", false],
        ["1", false],
      ],
    )
    assert.deepEqual([outcome!.voters, outcome!.blank, outcome!.void, signed], [6, 1, 1, { screen: 4, paper: 2 }])
    const { rows } = await w.ask(readVoters, { ballotId }, secretary())
    assert.equal(rows.filter(({ signed: how }) => how === "paper").length, 2)
    assert.match(await w.look((db) => urnOf(ballotId, { ...w.equipment, actor: secretary(), db, now: w.now })), /3 1 0/)
  })

  it("takes one envelope of each, never a copy of another’s, and none for whoever has signed on paper", async () => {
    const ballotId = await opened(await withTellers())
    const ciphertext = await vote(ballotId, voters[3]!, [1, 0, 0])
    await assert.rejects(vote(ballotId, voters[3]!, [0, 1, 0]), refused("votes.already_voted"))
    // Nor is anything kept of what was sent that would join an envelope to its voter.
    const commandId = newId()
    const own = (await sealing(ballotId, { blank: true, marks: [0, 0, 0] }, voters[9]!)).ciphertext
    await w.do(castSealed, { ballotId, revision: 1, ciphertext: own }, voters[9]!, { commandId })
    const { input_hash } = await w.look((db) =>
      db.selectFrom("commands").selectAll().where("command_id", "=", commandId).executeTakeFirstOrThrow(),
    )
    assert.equal((input_hash as Buffer).length, 0)
    await assert.rejects(
      w.do(castSealed, { ballotId, revision: 1, ciphertext }, voters[4]!),
      refused("votes.sealed_copy"),
    )
    const again = await w.ask(readBallot, { ballotId }, voters[4]!)
    assert.equal(again.me!.signed, null)
    await w.do(signPaper, { ballotId, personId: voters[5]!.personId }, secretary())
    await assert.rejects(vote(ballotId, voters[5]!, [0, 1, 0]), refused("votes.already_voted"))
    await assert.rejects(
      w.do(signPaper, { ballotId, personId: voters[3]!.personId }, secretary()),
      refused("votes.already_voted"),
    )
    const both = await Promise.allSettled([
      vote(ballotId, voters[6]!, [1, 0, 0]),
      vote(ballotId, voters[6]!, [0, 1, 0]),
    ])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    await assert.rejects(
      w.do(castVote, { ballotId, revision: 1, ranks: [[0]] }, voters[7]!),
      refused("votes.not_by_name"),
    )
    const other = await vote(ballotId, voters[7]!, [1, 0, 0]).catch((error: unknown) => error)
    assert.equal(typeof other, "string")
    await assert.rejects(
      w.do(castSealed, { ballotId, revision: 2, ciphertext }, voters[8]!),
      refused("votes.question_changed"),
    )
  })

  it("does not open without an urn, nor stand outside an operation", async () => {
    const operationId = await withTellers()
    const ballotId = await prepared(operationId)
    await assert.rejects(w.do(openBallot, { ballotId }, secretary()), refused("votes.urn_missing"))
    await assert.rejects(
      w.do(prepareBallot, { bodyId: w.lisle, ...question }, secretary()),
      refused("votes.secret_alone"),
    )
  })

  it("is not opened by one teller alone, and not counted when two find something else", async () => {
    const operationId = await withTellers()
    const ballotId = await opened(operationId)
    await vote(ballotId, voters[3]!, [1, 0, 0])
    await w.do(stopVoting, { ballotId }, secretary())
    await opening(operationId, 1)
    await assert.rejects(w.do(closeBallot, { ballotId }, secretary()), refused("votes.one_opening"))
    await opening(operationId)
    const forged = { votes: [{ blank: false, marks: [0, 1, 0] }], nulls: 0, unreadable: 0, copies: 0 }
    await w.do(giveOpened, { ballotId, ...forged }, tellers[1]!)
    await assert.rejects(w.do(closeBallot, { ballotId }, secretary()), refused("votes.openings_differ"))
    await assert.rejects(w.do(giveOpened, { ballotId, ...forged, nulls: 1 }, tellers[1]!), refused("votes.not_the_urn"))
  })

  it("holds the tellers to the urn that was made for their keys", async () => {
    const operationId = await withTellers()
    const ballotId = await prepared(operationId)
    const others = await Promise.all(
      tellers.map(async ({ personId }) => ({ teller: personId!, key: (await makeKeys()).key })),
    )
    const urn = await makeUrn({ ballot: ballotId, needed: 2, tellers: others })
    await assert.rejects(w.do(layUrn, { ballotId, urn }, tellers[0]!), refused("votes.urn_of_others"))
    await laid(operationId, ballotId)
    // A key that was lost is made anew, and the urn with it.
    await w.do(giveTellerKey, { operationId, key: (await makeKeys()).key }, tellers[0]!)
    await assert.rejects(w.do(openBallot, { ballotId }, secretary()), refused("votes.urn_missing"))
    await laid(operationId, ballotId)
    await w.do(openBallot, { ballotId }, secretary())
    await assert.rejects(
      w.do(giveTellerKey, { operationId, key: (await makeKeys()).key }, tellers[0]!),
      refused("votes.urns_in_use"),
    )
  })

  it("shows no figure of few voters before the close", async () => {
    const operationId = await withTellers({ electorate: "holders", functions: ["administrative-secretary"] })
    const ballotId = await opened(operationId)
    const { voted, guarded } = await w.ask(readBallot, { ballotId }, secretary())
    assert.deepEqual([voted, guarded], [null, true])
    assert.equal((await w.ask(readOperation, { operationId }, secretary())).few, 10)
  })

  it("is destroyed once it cannot be contested any more, and its count stays", async () => {
    const operationId = await withTellers({ challengeDays: 8 })
    const ballotId = await opened(operationId)
    await vote(ballotId, voters[3]!, [1, 0, 0])
    await w.do(stopVoting, { ballotId }, secretary())
    await opening(operationId)
    await w.do(closeBallot, { ballotId }, secretary())
    await assert.rejects(w.do(destroyUrn, { ballotId }, secretary()), refused("votes.may_be_contested"))
    const { contestId } = await w.do(contestBallot, { ballotId, words: "On m’a refusé un bulletin." }, voters[3]!)
    const over = { now: w.now.add({ hours: 8 * 24 }) }
    await assert.rejects(w.do(destroyUrn, { ballotId }, secretary(), over), refused("votes.contested"))
    await w.do(settleContest, { contestId, outcome: "Il en restait un." }, secretary(), over)
    await w.do(destroyUrn, { ballotId }, secretary(), over)
    const left = await w.look((db) =>
      db.selectFrom("ballot_sealed").selectAll().where("ballot_id", "=", ballotId).execute(),
    )
    assert.equal(left.length, 0)
    const { outcome, urn } = await w.ask(readBallot, { ballotId }, secretary())
    assert.deepEqual([outcome!.result, urn], ["elected", false])
  })
})

describe("proxies of an operation", () => {
  const ids = () => voters.map(({ personId }) => personId!)
  it("are as many as the rule allows, of voters, and never a chain", async () => {
    const operationId = await operation({ proxiesEach: 1 })
    const give = (giver: number, holder: number, actor = secretary()) =>
      w.do(giveVoteProxy, { operationId, giverId: ids()[giver], holderId: ids()[holder] }, actor)
    await give(0, 1, voters[0])
    await assert.rejects(give(2, 1), refused("votes.proxy_cap"))
    await assert.rejects(give(0, 3), refused("votes.proxy_given"))
    await assert.rejects(give(1, 3), refused("votes.proxy_chain"))
    await assert.rejects(give(3, 0), refused("votes.proxy_chain"))
    await assert.rejects(give(3, 4, voters[5]), { status: 403 })
    await w.do(withdrawVoteProxy, { operationId, giverId: ids()[0] }, voters[0]!)
    await give(2, 1)
    const none = await operation()
    await assert.rejects(
      w.do(giveVoteProxy, { operationId: none, giverId: ids()[0], holderId: ids()[1] }, secretary()),
      refused("votes.no_proxies"),
    )
  })

  it("vote by name as well, for whoever gave one and nobody else", async () => {
    const operationId = await operation({ proxiesEach: 2 })
    const ballotId = await prepared(operationId, { manner: "named" })
    await w.do(openBallot, { ballotId }, secretary())
    await w.do(giveVoteProxy, { operationId, giverId: ids()[1], holderId: ids()[2] }, voters[1]!)
    const cast = (forId: string) => w.do(castVote, { ballotId, revision: 1, ranks: [[0]], forId }, voters[2]!)
    await cast(ids()[1]!)
    await assert.rejects(cast(ids()[3]!), refused("votes.no_proxy"))
    const { proxies } = await w.ask(readBallot, { ballotId }, voters[2]!)
    assert.deepEqual(
      proxies.map(({ voted }) => voted),
      [true],
    )
  })
})
