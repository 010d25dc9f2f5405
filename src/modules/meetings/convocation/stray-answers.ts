import { sql } from "kysely"
import { z } from "zod"
import { command, record } from "../../../kernel/command.ts"
import type { Db } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import type { Meeting } from "../meeting.ts"
import { findMeetingToChange } from "../store.ts"
import { stillAnswerable } from "./answer.ts"
import { invitationAnswered, strayAttributed, strayKept, straySetAside } from "./events.ts"
import { endProxyOf, findInvitation, writeAnswer } from "./store.ts"

/** More of them on one meeting is no answer any more; the mailbox keeps them all the same. */
const MOST = 100

type Stray = {
  attendee: string
  sender: string
  answer: "present" | "excused"
  note: string | null
  guess_id: string | null
}

/** Keeps an answer that nobody can be sure of, until the secretariat says whose it is. The last of one sender stands. */
export const keepStray = async (
  meeting: Pick<Meeting, "id">,
  { attendee, sender, answer, note, guess_id }: Stray,
  given: Circumstances,
): Promise<void> => {
  const { actor, db, now } = given
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from stray_answers where meeting_id = ${meeting.id}`.execute(db)
  if (rows[0]!.count >= MOST) return
  const kept = await db
    .insertInto("stray_answers")
    .values({
      organisation_id: actor.organisation,
      id: newId(),
      meeting_id: meeting.id,
      sender: sender.slice(0, 254),
      attendee: attendee.slice(0, 254),
      answer,
      note,
      guess_id,
      received_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["organisation_id", "meeting_id", "sender", "attendee"])
        .where("settled_at", "is", null)
        .doUpdateSet({ answer, note, guess_id, received_at: now }),
    )
    .returning("id")
    .executeTakeFirstOrThrow()
  await record([strayKept({ strayId: kept.id, meetingId: meeting.id })], given)
}

/** Says whose answer it is: it stands as theirs, written down by the secretariat. */
export const attributeStray = command({
  name: "strays.attribute",
  input: z.object({ strayId: z.uuid(), invitationId: z.uuid() }),
  find: ({ strayId }, { db }) => findStrayToChange(strayId, db),
  allow: holds("meetings.convene"),
  async run({ input, subject: { stray, meeting }, db, now }) {
    stillAnswerable(meeting)
    stillWaiting(stray)
    const invitation = await findInvitation(input.invitationId, db)
    if (invitation?.meeting_id !== meeting.id) return refuse("not_found", {}, 404)
    const { answer, note } = stray
    await endProxyOf(meeting.id, invitation.person_id, now, db)
    const through = "secretariat"
    await writeAnswer(invitation.id, { answer, answered_at: now, answered_by: through, answer_note: note }, db)
    await settle(stray.id, { settled_at: now, invitation_id: invitation.id }, db)
    const facts = { invitationId: invitation.id, meetingId: meeting.id }
    return [strayAttributed({ strayId: stray.id, ...facts }), invitationAnswered({ ...facts, answer, through })]
  },
})

/** Says that it is nobody's who is convened. */
export const setStrayAside = command({
  name: "strays.setAside",
  input: z.object({ strayId: z.uuid() }),
  find: ({ strayId }, { db }) => findStrayToChange(strayId, db),
  allow: holds("meetings.convene"),
  async run({ subject: { stray, meeting }, db, now }) {
    stillWaiting(stray)
    await settle(stray.id, { settled_at: now }, db)
    return straySetAside({ strayId: stray.id, meetingId: meeting.id })
  },
})

/** Those that wait, the oldest first, with the name of whose they may be. */
export const straysOf = async (meetingId: string, db: Db) => {
  const { rows } = await sql<{
    id: string
    sender: string
    attendee: string
    answer: "present" | "excused"
    note: string | null
    received_at: Temporal.Instant
    guess_id: string | null
    guess_name: string | null
  }>`
    select a.id, a.sender, a.attendee, a.answer, a.note, a.received_at, i.id as guess_id,
           p.given_name || ' ' || p.family_name as guess_name
      from stray_answers a
      left join invitations i on (i.organisation_id, i.id) = (a.organisation_id, a.guess_id) and i.withdrawn_at is null
      left join people p on (p.organisation_id, p.id) = (i.organisation_id, i.person_id)
     where a.meeting_id = ${meetingId} and a.settled_at is null
     order by a.received_at, a.id`.execute(db)
  return rows
}

/** They spoke of another day, or their time is over: addresses of strangers are not kept. */
export const forgetStrays = (meetingId: string, { db }: Circumstances) =>
  db.deleteFrom("stray_answers").where("meeting_id", "=", meetingId).execute()

const findStrayToChange = async (strayId: string, db: Db) => {
  const found = await db.selectFrom("stray_answers").select("meeting_id").where("id", "=", strayId).executeTakeFirst()
  const meeting = found && (await findMeetingToChange(found.meeting_id, db))
  // Read again under the lock of its meeting.
  const stray = await db.selectFrom("stray_answers").selectAll().where("id", "=", strayId).executeTakeFirst()
  return meeting && stray && { body_id: meeting.body_id, stray, meeting }
}

const stillWaiting = ({ settled_at }: { settled_at: Temporal.Instant | null }) => {
  if (settled_at) refuse("strays.settled")
}

const settle = (id: string, settled: { settled_at: Temporal.Instant; invitation_id?: string }, db: Db) =>
  db.updateTable("stray_answers").set(settled).where("id", "=", id).execute()
