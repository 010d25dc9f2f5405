import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { json } from "../../../kernel/db.ts"
import { addItem } from "../agenda/add.ts"
import { readMinutes } from "../minutes/read.ts"
import { arrive } from "./arrive.ts"
import { closeMeeting } from "./close.ts"
import { nameFirst, openMeeting, waiveQuorum } from "./open.ts"
import { readHold } from "./read-hold.ts"
import { morningMeeting } from "./room-for-tests.ts"
import { takeDecision } from "./take-decision.ts"

describe("a second convocation", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const rulebookSays = (value: number | null) =>
    w.look((tx) =>
      sql`update rules set value = ${value === null ? null : json(value)}, legal_basis = 'ROI, art. 14'
           where body_id = ${w.lisle} and key = 'be.locale.quorum.waived_after'`.execute(tx),
    )
  /** Four of nine make the number. Held this morning, convened a week ago. */
  const held = async (present: number) => {
    const meeting = await morningMeeting(w)
    const { meetingId, members } = meeting
    await w.look((tx) =>
      sql`update meetings set convened_at = '2026-04-25T08:00:00Z' where id = ${meetingId}`.execute(tx),
    )
    await w.do(openMeeting, { meetingId, chairId: w.amina, at: "09:30" }, w.people.amina)
    await w.do(arrive, { meetingId, personIds: members.slice(0, present), at: "09:31" }, w.people.amina)
    return meeting
  }
  /** The same, closed, so many days ago. */
  const earlier = async (days: number, present: number, more: Record<string, unknown> = {}) => {
    const meeting = await held(present)
    await w.do(closeMeeting, { meetingId: meeting.meetingId }, w.people.amina)
    await w.look(async (tx) => {
      const back = sql.raw(`interval '${days} days'`)
      await sql`update meetings set starts = starts - ${back}, opened_at = opened_at - ${back}, closed_at = closed_at - ${back},
                       convened_at = convened_at - ${back} where id = ${meeting.meetingId}`.execute(tx)
      await sql`update attendances set arrived_at = arrived_at - ${back} where meeting_id = ${meeting.meetingId}`.execute(
        tx,
      )
      if (Object.keys(more).length > 0)
        await tx.updateTable("meetings").set(more).where("id", "=", meeting.meetingId).execute()
    })
    return meeting
  }
  /** Nothing that another test held counts any more. */
  const afresh = () => w.look((tx) => sql`update meetings set state = 'cancelled' where state = 'closed'`.execute(tx))
  const take = (itemId: string) =>
    w.do(takeDecision, { itemId, text: "Un essai de six mois.", how: "consent" }, w.people.amina)
  const frozen = (decisionId: string) =>
    w.look(async (tx) => {
      const row = await tx
        .selectFrom("decisions")
        .select("quorum")
        .where("id", "=", decisionId)
        .executeTakeFirstOrThrow()
      return row.quorum as { waiver: string | null; irregular: boolean }
    })
  const second = async (meetingId: string) => (await w.ask(readHold, { meetingId }, w.people.amina)).quorum.second

  trio(
    () => w,
    [
      {
        command: nameFirst,
        capability: "meetings.hold",
        input: async () => ({ meetingId: (await held(3)).meetingId, firstId: null }),
      },
    ],
  )

  it("decides what it takes up again whatever the number, by the article of the rulebook", async () => {
    await afresh()
    await rulebookSays(1)
    const first = await earlier(10, 3)
    const { meetingId, deciding } = await held(3)
    const words =
      "deuxième convocation, le nombre manquait le 22 avril 2026 : les points repris se décident quel que soit le nombre (ROI, art. 14)"
    assert.deepEqual(
      [(await second(meetingId)).first_id, plain((await second(meetingId)).words)],
      [first.meetingId, words],
    )
    const { decisionId } = await take(deciding.id)
    const { waiver, irregular } = await frozen(decisionId)
    assert.deepEqual([plain(waiver), irregular], [words, false])
    const { minutes } = await w.ask(readMinutes, { meetingId }, w.people.amina)
    assert.match(
      plain(minutes!.paper.facts.quorum!),
      /^non atteint à l’ouverture : 0 pour 4 requis ; deuxième convocation/,
    )
    assert.doesNotMatch(minutes!.paper.facts.quorum!, /irrégulier/)
  })

  it("still asks for the number on what was not on the first agenda", async () => {
    await afresh()
    await rulebookSays(1)
    await earlier(10, 3)
    const { meetingId } = await held(3)
    const { itemId } = await w.do(
      addItem,
      { meetingId, title: "Un point tout neuf", purpose: "decide" },
      w.people.amina,
    )
    await assert.rejects(take(itemId), { code: "decisions.no_quorum" })
  })

  it("is none when the number had been there, when the first was irregular, or when it was convened before the first was held", async () => {
    await rulebookSays(1)
    for (const [present, more] of [
      [4, {}],
      [3, { irregular_reason: "Trop tard" }],
      [3, { convened_at: null }],
      [3, { closed_at: Temporal.Instant.from("2026-04-30T08:00:00Z") }],
    ] as const) {
      await afresh()
      await earlier(10, present, more)
      const { meetingId, deciding } = await held(3)
      assert.equal((await second(meetingId)).words, null)
      await assert.rejects(take(deciding.id), { code: "decisions.no_quorum" })
    }
  })

  it("is what the rulebook says: never, not said, or only after two", async () => {
    for (const value of [0, null, 2]) {
      await afresh()
      await rulebookSays(value)
      await earlier(10, 3)
      const { meetingId, deciding } = await held(3)
      assert.equal((await second(meetingId)).asked, value === null)
      await assert.rejects(take(deciding.id), { code: "decisions.no_quorum" }, `after ${value}`)
    }
    await afresh()
    await rulebookSays(2)
    await earlier(18, 2)
    await earlier(10, 3)
    const { meetingId } = await held(3)
    assert.match(
      (await second(meetingId)).words!,
      /^troisième convocation, le nombre manquait le 14 avril 2026, 22 avril 2026/,
    )
  })

  it("follows the meeting that was named, if the number was not there when it closed", async () => {
    await afresh()
    await rulebookSays(1)
    const first = await earlier(20, 2)
    const reached = await earlier(10, 5)
    const { meetingId, deciding } = await held(3)
    const name = (firstId: string | null) => w.do(nameFirst, { meetingId, firstId }, w.people.amina)
    await assert.rejects(take(deciding.id), { code: "decisions.no_quorum" })
    await assert.rejects(name(reached.meetingId), { code: "attendance.first_had_quorum" })
    await assert.rejects(name(meetingId), { code: "attendance.not_a_first" })
    await name(first.meetingId)
    assert.equal((await second(meetingId)).first_id, first.meetingId)
    assert.equal((await take(deciding.id)).adopted, true)
    await name(null)
    assert.equal((await second(meetingId)).words, null)
  })

  it("leaves a written reason for what the rulebook does not know, and marks it irregular", async () => {
    await afresh()
    await rulebookSays(null)
    const { meetingId, deciding } = await held(3)
    await w.do(waiveQuorum, { meetingId, reason: "Il neige" }, w.people.amina)
    const { decisionId } = await take(deciding.id)
    assert.deepEqual(await frozen(decisionId).then(({ waiver, irregular }) => [waiver, irregular]), ["Il neige", true])
    const { minutes } = await w.ask(readMinutes, { meetingId }, w.people.amina)
    assert.match(plain(minutes!.paper.facts.quorum!), /ce qui est irrégulier : Il neige/)
  })
})

const plain = (text: string | null) => (text ?? "").replaceAll(/[\u00a0\u202f]/g, " ")
