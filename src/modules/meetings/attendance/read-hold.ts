import { sql } from "kysely"
import { z } from "zod"
import { dayOf, instantOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import type { Quorum } from "../../../kernel/law/quorum.ts"
import { inWords } from "../../../kernel/law/in-words.ts"
import { valueInWords } from "../../../kernel/law/value-in-words.ts"
import { read } from "../../../kernel/read.ts"
import type { RichText } from "../../../kernel/rich-text/schema.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { decisionNumber, decisionsOfMeeting } from "../../decisions/contract.ts"
import { tasksOfMeeting } from "../../tasks/contract.ts"
import { itemsOf } from "../agenda/read-items.ts"
import { urgencyOf } from "../convocation/plan.ts"
import type { Meeting } from "../meeting.ts"
import { findSeenMeeting, isSeen } from "../seen.ts"
import { acts } from "./acts.ts"
import type { Known } from "./law-of.ts"
import { findMinutes } from "./may-hold.ts"
import { isOfToday } from "./moment.ts"
import { namesOf } from "./names-of.ts"
import { type Room, roomOf } from "./room-of.ts"
import { isTooSoon, secondSentence, takesUpAgain, tooSoonSentence } from "./second-convocation.ts"

/** A meeting as it is held: who is here, the quorum now and over time, each item with its notes, decisions and tasks. */
export const readHold = read({
  name: "attendance.read",
  input: z.object({ meetingId: z.uuid() }),
  find: ({ meetingId }, given) => findSeenMeeting(meetingId, given),
  allow: isSignedIn,
  async run({ subject: meeting, input: _, ...given }) {
    const { actor, db, now } = given
    const room = await roomOf(meeting, given)
    const at = meeting.closed_at ?? now
    const nameOf = await namesOf(peopleIn(room), db)
    const told = (quorum: Quorum) => ({
      at: quorum.at,
      present: quorum.present.length,
      represented: quorum.represented.length,
      counted: quorum.counted,
      required: quorum.required,
      reached: quorum.reached,
      members: quorum.members,
    })
    const quorum = room.quorumAt(at)
    const rights = await may(meeting, acts, given)
    return {
      meeting_id: meeting.id,
      state: meeting.state,
      opened_at: meeting.opened_at,
      closed_at: meeting.closed_at,
      zone: meeting.zone,
      chair_id: meeting.chair_id,
      scribe_id: meeting.scribe_id,
      is_today: isOfToday(meeting, now),
      /** Its day has come; a meeting that was held and not opened here is opened later, with its hours. */
      has_come: Temporal.Instant.compare(now, instantOf(meeting.starts, meeting.zone).subtract({ hours: 12 })) >= 0,
      minutes_state: (await findMinutes(meeting.id, db))?.state ?? null,
      quorum: {
        ...told(quorum),
        explanation: inWords(actor.language, quorum.explanation, nameOf),
        waiver: meeting.quorum_waiver,
        second: await secondHeld(meeting, room, rights["meetings.nameFirst"], given),
        voters: [...quorum.present, ...quorum.represented.map(({ from }) => from)].map((id) => ({
          id,
          name: nameOf(id),
        })),
        rule: ruleWords(room.law.quorum, given),
      },
      /** How it was convened out of time, and by what majority it must first recognise the urgency. */
      convened_out_of_time: {
        irregular: meeting.irregular_reason,
        urgency: meeting.urgency_reason,
        recognised_by: meeting.urgency_reason ? await recognisedBy(meeting, given) : null,
      },
      over_time: room.quorumOverTime().map(told),
      majority: { ...ruleWords(room.law.majority, given), chair_decides: room.law.majority.value?.tie === "chair" },
      proxies_rule: ruleWords(room.law.proxies, given),
      proxy_cap: room.law.proxies.value?.per_holder ?? 0,
      people: peopleOf(room, nameOf, rights["attendance.arrive"]),
      proxies: room.proxies.map((proxy) => ({
        id: proxy.id,
        giver_id: proxy.giver_id,
        giver: nameOf(proxy.giver_id),
        holder_id: proxy.holder_id,
        holder: nameOf(proxy.holder_id),
        given_at: proxy.given_at,
        withdrawn_at: proxy.withdrawn_at,
        counts: quorum.represented.some(({ from }) => from === proxy.giver_id) && !proxy.withdrawn_at,
      })),
      items: await heldItems(meeting, given),
      may: rights,
    }
  },
})

// What the second convocation rests on, and the meetings that may be named as the first when it was not found.
const secondHeld = async (meeting: Meeting, room: Room, mayName: boolean, given: Circumstances) => {
  const { value, asked } = room.law.waivedAfter
  const again = await takesUpAgain(meeting, room.law, given)
  const isEarly = again !== null && isTooSoon(meeting, again)
  const second = isEarly || meeting.state === "preparing" ? null : again
  const firstId = again?.firsts[0]?.id ?? meeting.first_meeting_id
  return {
    /** After how many meetings without the number; 0 never, null nobody has said. */
    after: value,
    asked,
    words: second && secondSentence(second, given.actor.language),
    /** It comes too soon after the first to be one: from when it would have been, and by what rule. */
    too_soon: isEarly ? tooSoonSentence(again, given.actor.language) : null,
    first_id: firstId,
    named: meeting.first_meeting_id !== null,
    before: value && mayName && meeting.state === "open" ? await heldBefore(meeting, given) : [],
  }
}

const recognisedBy = async (meeting: Meeting, given: Circumstances) => {
  const rule = await urgencyOf(meeting, given)
  return rule?.unit === "majority" && rule.value !== null ? valueInWords(given.actor.language, rule) : null
}

const heldBefore = ({ id, body_id, starts }: Meeting, { db }: Circumstances) =>
  db
    .selectFrom("meetings")
    .select(["id", "title", "starts"])
    .where("body_id", "=", body_id)
    .where("state", "=", "closed")
    .where("id", "<>", id)
    .where("starts", "<", starts)
    .orderBy("starts", "desc")
    .limit(10)
    .execute()

const ruleWords = ({ value, asked, record }: Known<unknown>, { actor }: Circumstances) => ({
  known: value !== null,
  asked,
  words: record && value !== null ? valueInWords(actor.language, record) : null,
  source: record?.legal_basis ?? null,
})

const peopleIn = ({ convened, stays, proxies }: Room): string[] => [
  ...convened.map(({ person_id }) => person_id),
  ...stays.map(({ person_id }) => person_id),
  ...proxies.flatMap(({ giver_id, holder_id }) => [giver_id, holder_id]),
]

/** Those convened by name, then the guests as they came. What each answered is for those who keep the list. */
const peopleOf = ({ convened, stays }: Room, nameOf: (id: string) => string, readsAnswers: boolean) => {
  const guests = [...new Set(stays.map(({ person_id }) => person_id))].filter(
    (id) => !convened.some(({ person_id }) => person_id === id),
  )
  const all = [
    ...convened.map(({ person_id, voting, answer, functions }) => ({
      person_id,
      voting,
      answer: readsAnswers ? answer : null,
      functions,
      guest: false,
    })),
    ...guests.map((person_id) => ({ person_id, voting: false, answer: null, functions: [] as string[], guest: true })),
  ]
  return all.map((person) => {
    const own = stays.filter(({ person_id }) => person_id === person.person_id)
    return {
      ...person,
      name: nameOf(person.person_id),
      here: own.some(({ left_at }) => !left_at),
      stays: own.map(({ id, arrived_at, left_at, remote }) => ({ id, arrived_at, left_at, remote })),
    }
  })
}

const heldItems = async (meeting: Parameters<typeof itemsOf>[0] & { id: string }, given: Circumstances) => {
  const items = (await itemsOf(meeting, given)).filter(({ state }) => state === "accepted")
  const rows = await given.db
    .selectFrom("agenda_items")
    .select(["id", "notes", "opened_at", "closed_at", "automatic", "about_meeting_id"])
    .where("meeting_id", "=", meeting.id)
    .execute()
  const ways = await waysOf(meeting.id, given)
  const decisions = await decisionsOfMeeting(meeting.id, given.db)
  const tasks = await tasksOfMeeting(meeting.id, given.db)
  return items.map((item) => {
    const row = rows.find(({ id }) => id === item.id)!
    const isOf = ({ item_id }: { item_id: string | null }) => !item.hidden && item_id === item.id
    return {
      id: item.id,
      title: item.title,
      hidden: item.hidden,
      purpose: item.purpose,
      minutes: item.minutes,
      confidential: item.confidential,
      presenter_name: item.presenter_name,
      automatic: row.automatic,
      about_meeting_id: row.about_meeting_id,
      /** The meeting it came from, and the one that took it up again, where the reader may see them. */
      from: ways.find(({ id, way }) => id === item.id && way === "from") ?? null,
      again: ways.find(({ id, way }) => id === item.id && way === "again") ?? null,
      description: item.description as RichText | null,
      proposed_decision: item.proposed_decision,
      papers: item.papers,
      outcome: item.outcome,
      version: item.version,
      opened_at: row.opened_at,
      closed_at: row.closed_at,
      notes: item.hidden ? null : (row.notes as RichText | null),
      decisions: decisions.filter(isOf).map((decision) => ({
        id: decision.id,
        /** By a vote of its own, which is not announced anew. */
        by_vote: decision.ballot_id !== null || decision.election_id !== null,
        number: decisionNumber(decision),
        title: decision.title,
        text: decision.text,
        how: decision.how,
        votes_for: decision.votes_for,
        votes_against: decision.votes_against,
        abstentions: decision.abstentions,
        blank: decision.blank,
        adopted: decision.adopted,
        taken_at: decision.taken_at,
        explanation: explained(decision.majority, given),
        roll: decision.roll,
      })),
      tasks: tasks
        .filter((task) => isOf(task) && (!task.confidential || item.confidential || meeting.confidential))
        .map(({ id, what, owner_name, due, state }) => ({ id, what, owner_name, due, state })),
    }
  })
}

const waysOf = async (meetingId: string, { actor, db, now }: Circumstances) => {
  const { rows } = await sql<{
    id: string
    way: "from" | "again"
    meeting_id: string
    title: string
    starts: Temporal.PlainDateTime
  }>`
    with ways as (
      select i.id, 'from' as way, was.meeting_id from agenda_items i join agenda_items was on was.id = i.from_item_id
       where i.meeting_id = ${meetingId}
      union all
      select i.id, 'again', next.meeting_id from agenda_items i join agenda_items next on next.from_item_id = i.id
       where i.meeting_id = ${meetingId} and next.state = 'accepted' and next.meeting_id <> i.meeting_id)
    select w.id, w.way, m.id as meeting_id, m.title, m.starts from ways w join meetings m on m.id = w.meeting_id
     where m.state <> 'cancelled' and ${isSeen(actor.personId!, dayOf(now))}
     order by m.starts desc`.execute(db)
  return rows
}

const explained = (majority: unknown, { actor }: Circumstances): string[] => {
  const { result } = (majority ?? {}) as { result?: { explanation?: Parameters<typeof inWords>[1] } | null }
  return inWords(actor.language, result?.explanation ?? [])
}
