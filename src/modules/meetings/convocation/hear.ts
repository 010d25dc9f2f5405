import { sql } from "kysely"
import type { CalendarReply } from "../../../kernel/calendar/read.ts"
import { record } from "../../../kernel/command.ts"
import type { Db } from "../../../kernel/db.ts"
import type { Circumstances, OrganisationId } from "../../../kernel/rule.ts"
import { say } from "../../../words.ts"
import type { CalendarHandler, ReplyHandler } from "../../post/contract.ts"
import type { Meeting } from "../meeting.ts"
import { findMeetingToChange } from "../store.ts"
import { authorOf, type Convened } from "./author-of.ts"
import { invitationAnswered } from "./events.ts"
import { endProxyOf, findInvitationToChange, writeAnswer } from "./store.ts"
import { keepStray } from "./stray-answers.ts"

/** What people press in their calendar is their answer, until the meeting opens. What cannot be tied to somebody waits for the secretariat. */
export const heardFromCalendar: CalendarHandler = {
  organisationOf: async ({ uid }: CalendarReply, db: Db) => {
    const { rows } = await sql<{ id: OrganisationId | null }>`select organisation_of_meeting(${uid}) as id`.execute(db)
    return rows[0]!.id ?? undefined
  },
  handle: async ({ reply, sending, from, is_disowned }, given) => {
    const answer = answers[reply.partstat]
    const meeting = answer && (await meetingOf(reply, given))
    if (!meeting || (await isOfAnotherDay(meeting, reply, given))) return
    const letter_to = sending?.meeting_id === meeting.id ? sending.person_id : null
    const author = authorOf(
      { attendee: reply.attendee, from, is_disowned, letter_to },
      await convenedBy(meeting, reply.attendee, letter_to, given),
    )
    const note = reply.comment?.slice(0, 500) ?? null
    if (answer === "maybe") {
      if (author.is === "sure") await noteMaybe(author.invitation_id, note, given)
      return
    }
    if (author.is === "sure") await answered(author.invitation_id, { answer, note }, given)
    if (author.is === "maybe")
      await keepStray(meeting, { ...reply, answer, note, sender: from ?? "", guess_id: author.guess_id }, given)
  },
}

const answers: Record<string, "present" | "excused" | "maybe" | undefined> = {
  ACCEPTED: "present",
  DECLINED: "excused",
  TENTATIVE: "maybe",
}

/** "Maybe" is no answer that counts, but whoever pressed it believes they answered: it stands beside their name. */
const noteMaybe = async (invitationId: string, comment: string | null, { db }: Circumstances) => {
  await sql`update invitations i set answer_note = case p.language when 'en' then ${say("en", "meetings.answer.maybe")}
                   else ${say("fr", "meetings.answer.maybe")} end || ${comment ? ` ${comment}` : ""}
      from people p where (p.organisation_id, p.id) = (i.organisation_id, i.person_id) and i.id = ${invitationId}`.execute(
    db,
  )
}

/** Words written back to a letter are shown beside the person's answer; they decide nothing by themselves. */
export const heardByMail: ReplyHandler = async ({ sending, message }, { db }) => {
  if (message.kind !== "human" || !message.text.trim()) return
  await db
    .updateTable("invitations")
    .set({ answer_note: message.text.trim().slice(0, 500) })
    .where("id", "=", sending.content.invitation_id)
    .execute()
}

const answered = async (
  invitationId: string,
  { answer, note }: { answer: "present" | "excused"; note: string | null },
  given: Circumstances,
) => {
  const { invitation, meeting } = (await findInvitationToChange(invitationId, given.db))!
  await endProxyOf(meeting.id, invitation.person_id, given.now, given.db)
  await writeAnswer(
    invitation.id,
    { answer, answered_at: given.now, answered_by: "calendar", answer_note: note },
    given.db,
  )
  const facts = { invitationId: invitation.id, meetingId: meeting.id, answer, through: "calendar" }
  await record([invitationAnswered(facts)], given)
}

/** Locked: answers to one meeting come one after the other, and none slips in after the opening. */
const meetingOf = async ({ uid }: CalendarReply, { db }: Circumstances): Promise<Meeting | undefined> => {
  const found = await db.selectFrom("meetings").select("id").where("uid", "=", uid).executeTakeFirst()
  const meeting = found && (await findMeetingToChange(found.id, db))
  return meeting?.state === "convened" ? meeting : undefined
}

// An answer to a version of before the day was moved speaks of another day.
const isOfAnotherDay = async ({ id }: Meeting, { sequence }: CalendarReply, { db }: Circumstances) => {
  const { rows } = await sql`
    select from sendings where meeting_id = ${id} and content ->> 'moved' = 'true' and (content ->> 'sequence')::int > ${sequence}
     limit 1`.execute(db)
  return rows.length > 0
}

/** Those whose address it is, by the letters that were written to them or by what the directory says today; and whose letter it answers. */
const convenedBy = async (
  { id }: Meeting,
  attendee: string,
  letterTo: string | null,
  { db }: Circumstances,
): Promise<Convened[]> => {
  const { rows } = await sql<Convened>`
    select i.id as invitation_id, i.person_id, i.withdrawn_at is not null as is_withdrawn,
           array(select lower(s.address) from sendings s
                  where (s.organisation_id, s.meeting_id, s.person_id) = (i.organisation_id, i.meeting_id, i.person_id)
                    and s.kind in ('convocation', 'change') and s.means = 'email')
           || lower(coalesce(trim(p.email), '')) as addresses
      from invitations i join people p on (p.organisation_id, p.id) = (i.organisation_id, i.person_id)
     where i.meeting_id = ${id}
       and (i.person_id = ${letterTo} or lower(trim(p.email)) = ${attendee}
            or exists (select from sendings s
                        where (s.organisation_id, s.meeting_id, s.person_id) = (i.organisation_id, i.meeting_id, i.person_id)
                          and s.kind in ('convocation', 'change') and lower(s.address) = ${attendee}))`.execute(db)
  return rows
}
