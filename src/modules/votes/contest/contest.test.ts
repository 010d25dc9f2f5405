import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { json } from "../../../kernel/db.ts"
import { heldOf } from "../../../kernel/held-of.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { mergePeople } from "../../people/merge/merge.ts"
import { castVote } from "../cast.ts"
import { closeBallot } from "../close.ts"
import { openBallot } from "../open.ts"
import { prepareOperation } from "../operation/prepare-operation.ts"
import { readOperation } from "../operation/read-operation.ts"
import { prepareBallot } from "../prepare.ts"
import { readBallot } from "../read-ballot.ts"
import { waiting } from "../waiting.ts"
import { contestBallot } from "./contest.ts"
import { settleContest } from "./settle.ts"

let w: World
let stands: Actor
const secretary = () => w.people.amina
const voter = () => w.people.dario
const refused = (code: string) => ({ code })
before(async () => {
  w = await world()
  stands = await w.holding([], w.brume)
  await w.known(stands.personId!)
})
after(() => w.end())

/** A vote of an operation that may be contested for eight days, closed. */
const closed = async (more: object = {}) => {
  const day = { bodyId: w.lisle, electorate: "members", onDay: "2026-05-02" }
  const { operationId } = await w.do(prepareOperation, { ...day, title: "Assemblée", challengeDays: 8 }, secretary())
  const { ballotId } = await w.do(
    prepareBallot,
    {
      ...day,
      operationId,
      title: "Élire",
      kind: "candidates",
      candidateIds: [stands.personId],
      method: "plurality",
      manner: "named",
      ...more,
    },
    secretary(),
  )
  await w.do(openBallot, { ballotId }, secretary())
  await w.do(castVote, { ballotId, revision: 1, ranks: [[0]] }, voter())
  await w.do(closeBallot, { ballotId }, secretary())
  return ballotId as string
}
const contest = (ballotId: string, actor = voter(), more: object = {}) =>
  w.do(contestBallot, { ballotId, words: "L’isoloir était ouvert." }, actor, more)
const contested = async () => (await contest(await closed())).contestId as string
/** What the rulebook says from now on. */
const ruled = (days: number) =>
  w.look((db) =>
    db
      .updateTable("rules")
      .set({ value: json(days) })
      .where("key", "=", "any.body.votes.challenge_days")
      .where("body_id", "=", w.lisle)
      .execute(),
  )
const later = (days: number) => ({ now: w.now.add({ hours: 24 * days }) })

describe("a contestation", () => {
  trio(
    () => w,
    [
      {
        command: settleContest,
        capability: "decisions.manage",
        input: async () => ({ contestId: await contested(), outcome: "Rien d’irrégulier." }),
      },
    ],
  )

  it("is of whoever votes or stands, and of nobody else", async () => {
    const ballotId = await closed()
    await assert.rejects(contest(ballotId, w.people.oscar), refused("not_found"))
    await assert.rejects(contest(ballotId, await w.holding([])), refused("not_allowed"))
    await contest(ballotId, voter())
    await contest(ballotId, stands)
  })

  it("is noted within the days to contest, once at a time, and not of a vote that has none", async () => {
    const ballotId = await closed()
    await assert.rejects(contest(ballotId, voter(), later(8)), refused("votes.challenge_over"))
    const both = await Promise.allSettled([contest(ballotId, voter(), later(7)), contest(ballotId, voter(), later(7))])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    await assert.rejects(contest(ballotId), refused("votes.contested_already"))
  })

  it("is of a vote outside an operation too, for as long as the rulebook said when it opened", async () => {
    const alone = await closed({ operationId: null })
    await ruled(30)
    const longer = await closed({ operationId: null })
    await ruled(5)
    await contest(alone, voter(), later(14))
    await assert.rejects(contest(alone, stands, later(15)), refused("votes.challenge_over"))
    await contest(longer, voter(), later(29))
    const { contested_until } = await w.ask(readBallot, { ballotId: longer }, voter())
    assert.equal(String(contested_until), String(later(30).now))
    // It opened before anybody asked.
    await w.look((db) => db.updateTable("ballots").set({ challenge_days: null }).where("id", "=", longer).execute())
    await assert.rejects(contest(longer, stands), refused("votes.no_challenge"))
  })

  it("of an operation is of the days it tells, or of those of the rulebook", async () => {
    await ruled(21)
    const day = { bodyId: w.lisle, electorate: "members", onDay: "2026-05-02", title: "Assemblée" }
    const daysOf = async (more: object) => {
      const { operationId } = await w.do(prepareOperation, { ...day, ...more }, secretary())
      return (await w.ask(readOperation, { operationId }, secretary())).operation.challenge_days
    }
    assert.deepEqual([await daysOf({}), await daysOf({ challengeDays: 3 })], [21, 3])
  })

  it("is one with the words of both, once two records turn out to be one person", async () => {
    await ruled(15)
    const kept = await w.member()
    const gone = await w.member()
    const people = { candidateIds: [stands.personId, kept.personId, gone.personId] }
    const open = await closed(people)
    const answered = await closed(people)
    const says = (ballotId: string, actor: Actor, words: string) => w.do(contestBallot, { ballotId, words }, actor)
    const { contestId } = await says(answered, kept, "L’isoloir était ouvert.")
    await w.do(settleContest, { contestId, outcome: "Non." }, secretary())
    await says(answered, gone, "On a voté deux fois.")
    await says(open, kept, "L’isoloir était ouvert.")
    await says(open, gone, "On a voté deux fois.")
    await w.do(mergePeople, { personId: kept.personId, goneId: gone.personId }, secretary())
    const words = async (ballotId: string) =>
      (await w.ask(readBallot, { ballotId }, secretary())).contests.map((one) => one.words)
    assert.deepEqual(await words(open), ["L’isoloir était ouvert.\n\nOn a voté deux fois."])
    // What was answered is answered; the other still waits.
    assert.deepEqual(await words(answered), ["L’isoloir était ouvert.", "On a voté deux fois."])
  })

  it("is read by whoever answers it and by its author, rests encrypted, and is answered by somebody else, once", async () => {
    const ballotId = await closed()
    const { contestId } = await contest(ballotId)
    const words = async (actor: Actor) =>
      (await w.ask(readBallot, { ballotId }, actor)).contests.map((one) => one.words)
    assert.deepEqual(await words(voter()), ["L’isoloir était ouvert."])
    assert.deepEqual(await words(secretary()), ["L’isoloir était ouvert."])
    assert.deepEqual(await words(stands), [])
    const asStored = sql<{
      words: string
    }>`select left(words, 4000)::varchar as words from ballot_contests where id = ${contestId}`
    const { rows } = await w.look((db) => asStored.execute(db))
    assert.doesNotMatch(rows[0]!.words, /isoloir/)
    const waits = async () =>
      (await w.look((db) => waiting({ ...w.equipment, actor: secretary(), db, now: w.now }))).some(
        ({ key, at }) => key === "votes.waiting.settle" && at === `/votes/${ballotId}`,
      )
    assert.equal(await waits(), true)
    await w.do(settleContest, { contestId, outcome: "Il était fermé." }, secretary())
    const [seen] = (await w.ask(readBallot, { ballotId }, voter())).contests
    assert.deepEqual([seen!.outcome, seen!.settled_at], ["Il était fermé.", w.now])
    assert.equal(await waits(), false)
    await assert.rejects(
      w.do(settleContest, { contestId, outcome: "Encore." }, secretary()),
      refused("votes.contest_settled"),
    )
  })

  it("is not answered by its author", async () => {
    await w.known(secretary().personId!)
    const ballotId = await closed({ candidateIds: [secretary().personId] })
    const { contestId } = await contest(ballotId, secretary())
    await assert.rejects(
      w.do(settleContest, { contestId, outcome: "J’ai raison." }, secretary()),
      refused("votes.own_contest"),
    )
  })

  it("is told to whoever asks what is held about them", async () => {
    await contested()
    const { groups } = await w.look((db) => heldOf(voter().personId!, { ...w.equipment, db }))
    assert.ok(groups.some(({ key }) => key === "held.ballot_contests.person_id"))
  })
})
