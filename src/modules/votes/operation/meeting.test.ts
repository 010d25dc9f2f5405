import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { json } from "../../../kernel/db.ts"
import { arrive } from "../../meetings/attendance/arrive.ts"
import { leave } from "../../meetings/attendance/leave.ts"
import { openMeeting, waiveQuorum } from "../../meetings/attendance/open.ts"
import { handProxy, takeBackProxy } from "../../meetings/attendance/proxies.ts"
import { morningMeeting } from "../../meetings/attendance/room-for-tests.ts"
import { readDecision } from "../../decisions/register/read-decision.ts"
import { closeBallot } from "../close.ts"
import { recordOf } from "../print/record.ts"
import { findOperation } from "./operation.ts"
import { openBallot } from "../open.ts"
import { decideByBallot } from "../proclaim/decide.ts"
import { prepareBallot } from "../prepare.ts"
import { readBallot } from "../read-ballot.ts"
import { takeBallotBack } from "../take-back.ts"
import { typeFigures } from "../type-figures.ts"
import { readMeetingProxies } from "./meeting-proxies.ts"
import { prepareOperation } from "./prepare-operation.ts"
import { giveVoteProxy } from "./proxies.ts"
import { takeOverProxies } from "./take-over-proxies.ts"

let w: World
before(async () => {
  w = await world()
})
after(() => w.end())

const refused = (code: string) => ({ code })
const secretary = () => w.people.amina

/** An open meeting of nine with `present` of them in the room, and a voting operation of it. */
const held = async ({
  present = 4,
  each = 1,
  ...more
}: { present?: number; each?: number; electorate?: object } = {}) => {
  const { meetingId, members } = await morningMeeting(w, { proxies: { per_holder: 2 } })
  await w.do(openMeeting, { meetingId, chairId: w.amina, at: "09:34" }, secretary())
  if (present) await w.do(arrive, { meetingId, personIds: members.slice(0, present), at: "09:35" }, secretary())
  const about = { bodyId: w.lisle, title: "Élections", onDay: "2026-05-02", meetingId, proxiesEach: each }
  const asked = { ...about, ...(more.electorate ?? { electorate: "members" }) }
  const { operationId } = await w.do(prepareOperation, asked, secretary())
  return { meetingId, members, operationId }
}
type Held = Awaited<ReturnType<typeof held>>

const hand = ({ meetingId, members }: Held, giver: number, holder: number) =>
  w.do(handProxy, { meetingId, giverId: members[giver], holderId: members[holder] }, secretary())
const lines = async ({ operationId }: Held) => (await w.ask(readMeetingProxies, { operationId }, secretary())).lines
const standings = async (it: Held) =>
  (await lines(it)).map(({ giver_id, standing }) => [it.members.indexOf(giver_id), standing])
const takeOver = ({ operationId, members }: Held, ...pairs: [number, number][]) =>
  w.do(
    takeOverProxies,
    { operationId, proxies: pairs.map(([giver, holder]) => ({ giverId: members[giver], holderId: members[holder] })) },
    secretary(),
  )
const give = ({ operationId, members }: Held, giver: number, holder: number) =>
  w.do(giveVoteProxy, { operationId, giverId: members[giver], holderId: members[holder] }, secretary())
const noted = ({ operationId }: Held) =>
  w.look((db) => db.selectFrom("operation_proxies").selectAll().where("operation_id", "=", operationId).execute())

describe("the proxies of a meeting in its voting operation", () => {
  trio(
    () => w,
    [
      {
        command: takeOverProxies,
        capability: "decisions.manage",
        input: async () => {
          const it = await held()
          await hand(it, 5, 1)
          return { operationId: it.operationId, proxies: [{ giverId: it.members[5], holderId: it.members[1] }] }
        },
      },
    ],
  )

  it("are taken over in one gesture, each that may not with its reason", async () => {
    const it = await held()
    await hand(it, 5, 1)
    await hand(it, 6, 1)
    await hand(it, 7, 2)
    const read = await lines(it)
    assert.deepEqual(await standings(it), [
      [5, "new"],
      [6, "refused"],
      [7, "new"],
    ])
    assert.match(read[1]!.why!, /une procuration|au plus/)
    await assert.rejects(takeOver(it, [6, 1]), refused("votes.meeting_proxies_changed"))
    assert.equal((await takeOver(it, [5, 1], [7, 2])).taken, 2)
    assert.deepEqual(
      (await standings(it)).toSorted(),
      [
        [5, "there"],
        [6, "refused"],
        [7, "there"],
      ].toSorted(),
    )
  })

  it("are refused to who has no vote here, as the roll says", async () => {
    const it = await held({ electorate: { electorate: "holders", functions: ["administrative-secretary"] } })
    await hand(it, 5, 1)
    const [line] = await lines(it)
    assert.equal(line!.standing, "refused")
    assert.match(line!.why!, /n’a pas le droit de vote ici/)
  })

  it("are not taken over once they changed at the meeting, which shows, and changes nothing here", async () => {
    const it = await held()
    const { proxyId } = await hand(it, 5, 1)
    await w.do(takeBackProxy, { proxyId }, secretary())
    await assert.rejects(takeOver(it, [5, 1]), refused("votes.meeting_proxies_changed"))
    await hand(it, 5, 2)
    await assert.rejects(takeOver(it, [5, 1]), refused("votes.meeting_proxies_changed"))
    await takeOver(it, [5, 2])
    // Whoever gave it comes in: it falls at the meeting, and stands here until somebody withdraws it.
    await w.do(arrive, { meetingId: it.meetingId, personIds: [it.members[5]] }, secretary())
    const [line] = await lines(it)
    assert.equal(line!.standing, "ended")
    assert.match(line!.why!, /^La procuration de .* (est tombée|vaudra)/)
    assert.equal((await noted(it)).length, 1)
  })

  it("are noted once: by two at a time, again, or by hand", async () => {
    const it = await held()
    await hand(it, 5, 1)
    const both = await Promise.all([takeOver(it, [5, 1]), takeOver(it, [5, 1])])
    assert.deepEqual(both.map(({ taken }) => taken).toSorted(), [0, 1])
    assert.equal((await takeOver(it, [5, 1], [5, 1])).taken, 0)
    assert.equal((await noted(it)).length, 1)
    // By hand before: the same is there, another is refused.
    await hand(it, 6, 2)
    await assert.rejects(give(it, 6, 3), refused("votes.proxy_at_meeting"))
    await give(it, 6, 2)
    await give(it, 7, 3)
    assert.deepEqual(
      (await standings(it)).toSorted(),
      [
        [5, "there"],
        [6, "there"],
        [7, "here_only"],
      ].toSorted(),
    )
    // Noted for the vote first, and handed to somebody else at the meeting.
    await hand(it, 7, 0)
    assert.deepEqual((await standings(it)).at(-1), [7, "differs"])
  })

  it("that were withdrawn at the meeting say nothing of one to somebody else noted here", async () => {
    const it = await held()
    const { proxyId } = await hand(it, 5, 1)
    await w.do(takeBackProxy, { proxyId }, secretary())
    await give(it, 5, 2)
    assert.deepEqual(await standings(it), [[5, "here_only"]])
    const { may } = await w.ask(readMeetingProxies, { operationId: it.operationId }, secretary())
    assert.equal(may["attendance.handProxy"], true)
    await hand(it, 5, 2)
    assert.deepEqual(await standings(it), [[5, "there"]])
  })

  it("are of an operation that has a meeting, and proxies", async () => {
    const none = await held({ each: 0 })
    await hand(none, 5, 1)
    await assert.rejects(takeOver(none, [5, 1]), refused("votes.no_proxies"))
    const alone = { bodyId: w.lisle, title: "Seule", onDay: "2026-05-02", proxiesEach: 1, electorate: "members" }
    const { operationId } = await w.do(prepareOperation, alone, secretary())
    await assert.rejects(takeOver({ ...none, operationId }, [5, 1]), refused("votes.no_meeting"))
  })
})

const ballotOf = async ({ operationId }: Held, more: object = {}) => {
  const asked = { title: "Adopter", kind: "yes_no", method: "majority", manner: "hand", onDay: "2026-05-02", ...more }
  return (await w.do(prepareBallot, { bodyId: w.lisle, operationId, ...asked }, secretary())).ballotId as string
}
const roomOf = async (ballotId: string) => (await w.ask(readBallot, { ballotId }, secretary())).meeting_room

describe("a vote held at a meeting", () => {
  it("keeps who was there when it opened, with the rule, whoever comes or goes after", async () => {
    const it = await held({ present: 4 })
    await hand(it, 5, 1)
    const ballotId = await ballotOf(it)
    assert.match(
      (await roomOf(ballotId))!.sentence,
      /en ce moment\s: 5 présents ou représentés sur \d+, il en faut 4\./,
    )
    await w.do(openBallot, { ballotId }, secretary())
    await w.do(leave, { meetingId: it.meetingId, personIds: it.members.slice(0, 4) }, secretary())
    const room = await roomOf(ballotId)
    assert.match(room!.sentence, /à l’ouverture\s: 5 présents ou représentés sur \d+, il en fallait 4\./)
    assert.deepEqual([room!.reached, room!.waiver, typeof room!.rule], [true, null, "string"])
    // Taken back, it keeps nothing of a room that is another by then.
    await w.do(takeBallotBack, { ballotId }, secretary())
    assert.match((await roomOf(ballotId))!.sentence, /il n’est pas atteint/)
  })

  it("counts a majority of those present on that figure", async () => {
    const absolute = { majority: { kind: "absolute" }, of: "present", blanks: "apart", abstentions: "apart" }
    const key = "be.locale.majority"
    await w.look((db) =>
      db
        .updateTable("rules")
        .set({ value: json({ ...absolute, tie: "rejected" }) })
        .where("key", "=", key)
        .execute(),
    )
    const counted = async (present: number) => {
      const it = await held({ present })
      const ballotId = await ballotOf(it, { ruleKey: key })
      await w.do(openBallot, { ballotId }, secretary())
      await w.do(typeFigures, { ballotId, voters: 5, for: 4, against: 1, abstained: 0, blank: 0, void: 0 }, secretary())
      await w.do(closeBallot, { ballotId }, secretary())
      return (await w.ask(readBallot, { ballotId }, secretary())).outcome!.result
    }
    // Four of eight who are there are not more than half, whoever took part.
    assert.deepEqual([await counted(7), await counted(8)], ["adopted", "rejected"])
  })

  it("is not opened without the number, unless the meeting says why it decides all the same", async () => {
    const it = await held({ present: 2 })
    const ballotId = await ballotOf(it)
    assert.match((await roomOf(ballotId))!.sentence, /il n’est pas atteint/)
    await assert.rejects(w.do(openBallot, { ballotId }, secretary()), refused("decisions.no_quorum"))
    await w.do(waiveQuorum, { meetingId: it.meetingId, reason: "Statuts, art. 9" }, secretary())
    await w.do(openBallot, { ballotId }, secretary())
    const room = await roomOf(ballotId)
    assert.deepEqual([room!.reached, room!.waiver], [false, "Statuts, art. 9"])
    assert.match(room!.sentence, /il n’était pas atteint/)
  })

  it("keeps nothing of a meeting that is not open, and says so before", async () => {
    const { meetingId } = await morningMeeting(w)
    const about = { bodyId: w.lisle, title: "Avant", onDay: "2026-05-02", meetingId, electorate: "members" }
    const { operationId } = await w.do(prepareOperation, about, secretary())
    const ballotId = await ballotOf({ operationId, meetingId, members: [] })
    assert.match((await roomOf(ballotId))!.sentence, /n’est pas ouverte/)
    await w.do(openBallot, { ballotId }, secretary())
    assert.equal(await roomOf(ballotId), null)
  })

  it("counts who leaves while it opens before or after, never in between", async () => {
    const it = await held({ present: 5 })
    const ballotId = await ballotOf(it)
    const [opened] = await Promise.allSettled([
      w.do(openBallot, { ballotId }, secretary()),
      w.do(leave, { meetingId: it.meetingId, personIds: it.members.slice(0, 2) }, secretary()),
    ])
    if (opened.status === "fulfilled") assert.match((await roomOf(ballotId))!.sentence, /: 5 présents/)
    else assert.equal(opened.reason.code, "decisions.no_quorum")
  })

  it("keeps the sentence of its quorum in its decision, and that it was held without the number", async () => {
    const decided = async (present: number) => {
      const it = await held({ present })
      const ballotId = await ballotOf(it, { question: "Les comptes sont approuvés." })
      if (present < 4) await w.do(waiveQuorum, { meetingId: it.meetingId, reason: "Statuts, art. 9" }, secretary())
      await w.do(openBallot, { ballotId }, secretary())
      await w.do(typeFigures, { ballotId, voters: 2, for: 2, against: 0, abstained: 0, blank: 0, void: 0 }, secretary())
      await w.do(closeBallot, { ballotId }, secretary())
      const { decision_said: text } = await w.ask(readBallot, { ballotId }, secretary())
      const { decisionId } = await w.do(decideByBallot, { ballotId, text }, secretary())
      return w.ask(readDecision, { decisionId }, secretary())
    }
    const enough = await decided(5)
    assert.match(
      enough.decision.text,
      /^Les comptes sont approuvés\.\n\nQuorum de la réunion à l’ouverture\s: 5 présents .*, il en fallait 4\.$/,
    )
    assert.deepEqual([enough.waiver, enough.irregular], [null, false])
    const few = await decided(2)
    assert.match(few.decision.text, /il n’était pas atteint\. .*Statuts, art\. 9$/)
    assert.deepEqual([few.waiver, few.irregular], ["Statuts, art. 9", true])
  })

  it("stands in the record on paper, unless the meeting is confidential and the reader does not hold the vote", async () => {
    const it = await held({ present: 5 })
    const ballotId = await ballotOf(it)
    await w.do(openBallot, { ballotId }, secretary())
    const papers = (keeps: boolean) =>
      w.look(async (db) => {
        const given = { ...w.equipment, actor: secretary(), db, now: w.now }
        const paper = await recordOf((await findOperation(it.operationId, given))!, { keeps }, given)
        return JSON.stringify(paper).includes("Quorum de la réunion à l’ouverture")
      })
    assert.deepEqual([await papers(true), await papers(false)], [true, true])
    await w.look((db) =>
      db.updateTable("meetings").set({ confidential: true }).where("id", "=", it.meetingId).execute(),
    )
    assert.deepEqual([await papers(true), await papers(false)], [true, false])
  })

  it("says nothing of a confidential meeting in a decision that all of its body will read", async () => {
    const it = await held()
    const ballotId = await ballotOf(it, { question: "Les comptes sont approuvés." })
    await w.do(openBallot, { ballotId }, secretary())
    await w.do(typeFigures, { ballotId, voters: 2, for: 2, against: 0, abstained: 0, blank: 0, void: 0 }, secretary())
    await w.do(closeBallot, { ballotId }, secretary())
    const said = async () => (await w.ask(readBallot, { ballotId }, secretary())).decision_said!
    const meeting = (set: object) =>
      w.look((db) => db.updateTable("meetings").set(set).where("id", "=", it.meetingId).execute())
    await meeting({ confidential: true })
    assert.match(await said(), /Quorum/)
    await meeting({ state: "cancelled" })
    assert.doesNotMatch(await said(), /Quorum/)
  })

  it("tells voters nothing of a confidential meeting", async () => {
    const it = await held()
    const ballotId = await ballotOf(it)
    await w.do(openBallot, { ballotId }, secretary())
    assert.ok((await w.ask(readBallot, { ballotId }, w.people.dario)).meeting_room)
    await w.look((db) =>
      db.updateTable("meetings").set({ confidential: true }).where("id", "=", it.meetingId).execute(),
    )
    assert.equal((await w.ask(readBallot, { ballotId }, w.people.dario)).meeting_room, null)
    assert.ok(await roomOf(ballotId))
  })
})
