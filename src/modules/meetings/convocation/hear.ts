import { sql } from "kysely"
import type { CalendarReply } from "../../../kernel/calendar/read.ts"
import { record } from "../../../kernel/command.ts"
import type { Db } from "../../../kernel/db.ts"
import type { Circumstances, OrganisationId } from "../../../kernel/rule.ts"
import type { CalendarHandler, ReplyHandler } from "../../post/contract.ts"
import { invitationAnswered } from "./events.ts"
import { endProxyOf, findInvitationToChange, writeAnswer } from "./store.ts"

/** What people press in their calendar is their answer, until the meeting opens. */
export const heardFromCalendar: CalendarHandler = {
  organisationOf: async ({ uid }: CalendarReply, db: Db) => {
    const { rows } = await sql<{ id: OrganisationId | null }>`select organisation_of_meeting(${uid}) as id`.execute(db)
    return rows[0]!.id ?? undefined
  },
  handle: async (reply: CalendarReply, given: Circumstances) => {
    const answer = reply.partstat === "ACCEPTED" ? "present" : reply.partstat === "DECLINED" ? "excused" : undefined
    const invitationId = answer && (await invitationOf(reply, given))
    const found = invitationId && (await findInvitationToChange(invitationId, given.db))
    if (!found || found.meeting.state !== "convened") return
    const { invitation, meeting } = found
    await endProxyOf(meeting.id, invitation.person_id, given.now, given.db)
    await writeAnswer(
      invitation.id,
      { answer, answered_at: given.now, answered_by: "calendar", answer_note: reply.comment?.slice(0, 500) ?? null },
      given.db,
    )
    const facts = { invitationId: invitation.id, meetingId: meeting.id, answer, through: "calendar" }
    await record([invitationAnswered(facts)], given)
  },
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

// By the address we wrote to. An answer to a version of before the day was moved speaks of another day.
const invitationOf = async ({ uid, attendee, sequence }: CalendarReply, { db }: Circumstances) => {
  const { rows } = await sql<{ id: string }>`
    select i.id from meetings m
      join sendings s on (s.organisation_id, s.meeting_id) = (m.organisation_id, m.id) and s.kind in ('convocation', 'change')
      join invitations i on (i.organisation_id, i.meeting_id, i.person_id) = (s.organisation_id, s.meeting_id, s.person_id)
     where m.uid = ${uid} and lower(s.address) = ${attendee} and i.withdrawn_at is null
       and not exists (select from sendings later
                        where (later.organisation_id, later.meeting_id) = (m.organisation_id, m.id)
                          and later.content ->> 'moved' = 'true' and (later.content ->> 'sequence')::int > ${sequence})
     limit 1`.execute(db)
  return rows[0]?.id
}
