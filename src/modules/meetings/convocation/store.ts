import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Meeting } from "../meeting.ts"
import { findMeetingToChange } from "../store.ts"
import type { AnswerKind, Through } from "../tables.ts"
import type { Invitee } from "./plan.ts"

/** Freezes who is convened. Answers the invitations by person; a guest withdrawn before gets the same one anew, without the answer. */
export const insertInvitations = async (
  meeting: Pick<Meeting, "id" | "organisation_id">,
  people: readonly Invitee[],
  db: Db,
): Promise<Map<string, string>> => {
  const rows = people.map((person) => ({
    organisation_id: meeting.organisation_id,
    id: newId(),
    meeting_id: meeting.id,
    person_id: person.person_id,
    means: person.means ?? ("post" as const),
    voting: person.voting,
  }))
  const written = new Map<string, string>()
  for (let from = 0; from < rows.length; from += 5000) {
    const invitations = await db
      .insertInto("invitations")
      .values(rows.slice(from, from + 5000))
      .onConflict((conflict) =>
        conflict.columns(["organisation_id", "meeting_id", "person_id"]).doUpdateSet((eb) => ({
          means: eb.ref("excluded.means"),
          voting: eb.ref("excluded.voting"),
          withdrawn_at: null,
          answer: null,
          answered_at: null,
          answered_by: null,
          answer_note: null,
        })),
      )
      .returning(["person_id", "id"])
      .execute()
    for (const { person_id, id } of invitations) written.set(person_id, id)
  }
  return written
}

/** Ends the invitation of one person; undefined when there is none. */
export const withdrawInvitation = (meetingId: string, personId: string, { db, now }: Circumstances) =>
  db
    .updateTable("invitations")
    .set({ withdrawn_at: now })
    .where("meeting_id", "=", meetingId)
    .where("person_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .returning(["id", "voting"])
    .executeTakeFirst()

/** Whom the secretary invited beside those of the type of meeting. */
export const guestsOf = async (meetingId: string, db: Db): Promise<string[]> => {
  const guests = await db
    .selectFrom("meeting_guests")
    .select("person_id")
    .where("meeting_id", "=", meetingId)
    .orderBy("person_id")
    .execute()
  return guests.map(({ person_id }) => person_id)
}

/** False: they were already. */
export const insertGuests = async (
  meeting: Pick<Meeting, "id" | "organisation_id">,
  personIds: readonly string[],
  at: Temporal.Instant,
  db: Db,
): Promise<boolean> => {
  if (personIds.length === 0) return false
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("meeting_guests")
    .values(
      personIds.map((person_id) => ({
        organisation_id: meeting.organisation_id,
        meeting_id: meeting.id,
        person_id,
        invited_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export type Invitation = {
  id: string
  meeting_id: string
  person_id: string
  voting: boolean
  answer: AnswerKind | null
  means: "email" | "post"
}
/** An invitation with the meeting it is to: `body_id` for the rules of mandates. */
export type InvitationToChange = { body_id: string; invitation: Invitation; meeting: Meeting }

/**
 * Locks the meeting, then reads the invitation: answers and proxies of one meeting come one after the other, so that a cap
 * holds whatever arrives at once, and none slips in after the opening.
 */
export const findInvitationToChange = async (invitationId: string, db: Db): Promise<InvitationToChange | undefined> => {
  const found = await db
    .selectFrom("invitations")
    .select("meeting_id")
    .where("id", "=", invitationId)
    .executeTakeFirst()
  const meeting = found && (await findMeetingToChange(found.meeting_id, db))
  const invitation = await findInvitation(invitationId, db)
  return meeting && invitation && { body_id: meeting.body_id, invitation, meeting }
}

export const findInvitation = (invitationId: string, db: Db) =>
  db
    .selectFrom("invitations")
    .select(["id", "meeting_id", "person_id", "voting", "answer", "means"])
    .where("id", "=", invitationId)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst()

export const writeAnswer = (
  invitationId: string,
  answer: {
    answer: AnswerKind | null
    answered_at: Temporal.Instant
    answered_by: Through
    answer_note?: string | null
  },
  db: Db,
) => db.updateTable("invitations").set(answer).where("id", "=", invitationId).execute()

/** Ends the proxy a person gave to this meeting, if there is one; answers its id. */
export const endProxyOf = async (meetingId: string, giverId: string, at: Temporal.Instant, db: Db) =>
  (
    await db
      .updateTable("proxies")
      .set({ withdrawn_at: at })
      .where("meeting_id", "=", meetingId)
      .where("giver_id", "=", giverId)
      .where("withdrawn_at", "is", null)
      .returning("id")
      .executeTakeFirst()
  )?.id

/** To whom a person can give their proxy: those convened with a vote, who have not answered that they stay away, with how many they hold. */
export const holdersFor = async (
  meetingId: string,
  giverId: string,
  db: Db,
): Promise<{ person_id: string; name: string; held: number }[]> => {
  const { rows } = await sql<{ person_id: string; name: string; held: number }>`
    select i.person_id, p.given_name || ' ' || p.family_name as name,
           (select count(*)::int from proxies x
             where (x.organisation_id, x.meeting_id, x.holder_id) = (i.organisation_id, i.meeting_id, i.person_id)
               and x.withdrawn_at is null and x.giver_id <> ${giverId}) as held
      from invitations i join people p on (p.organisation_id, p.id) = (i.organisation_id, i.person_id)
     where i.meeting_id = ${meetingId} and i.person_id <> ${giverId} and i.voting and i.withdrawn_at is null
       and (i.answer is null or i.answer = 'present')
     order by p.folded collate "C", i.person_id`.execute(db)
  return rows
}
