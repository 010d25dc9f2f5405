import { type RawBuilder, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { bodiesOf, bodiesWhere, holds, isGivenThing, type Who } from "../mandates/contract.ts"
import type { Meeting } from "./meeting.ts"

/** SQL, of a meeting `m`: the person belongs to its body, was invited to it, or was given it alone. */
export const isSeen = (personId: Who, on: Temporal.PlainDate) => sql<boolean>`(
  m.body_id in (${bodiesOf(personId, on)})
  or exists (select 1 from invitations v
              where v.organisation_id = m.organisation_id and v.meeting_id = m.id
                and v.person_id = ${personId} and v.withdrawn_at is null)
  or ${isGivenThing("meeting", sql`m.id`, personId, on)})`

/** A meeting the actor may see, with the body's name. */
export const findSeenMeeting = async (
  meetingId: string,
  { actor, db, now }: Circumstances,
): Promise<(Meeting & { body_name: string }) | undefined> => {
  const { rows } = await sql<Meeting & { body_name: string }>`
    select m.*, b.name as body_name
      from meetings m join bodies b on (b.organisation_id, b.id) = (m.organisation_id, m.body_id)
     where m.id = ${meetingId} and ${isSeen(actor.personId!, dayOf(now))}`.execute(db)
  return rows[0]
}

/**
 * Whether the actor reads the confidential items of a meeting whatever their part in them: by mandate, as one who was there
 * with a vote, or as one of those convened to a confidential meeting.
 */
export const readsConfidential = async (
  meeting: Pick<Meeting, "id" | "body_id" | "confidential">,
  given: Circumstances,
): Promise<boolean> => {
  if (await holds("confidential.read")(meeting, given)) return true
  const present = await given.db
    .selectFrom("attendances")
    .select("id")
    .where("meeting_id", "=", meeting.id)
    .where("person_id", "=", given.actor.personId)
    .where("voting", "=", true)
    .executeTakeFirst()
  if (present) return true
  if (!meeting.confidential) return false
  const invited = await given.db
    .selectFrom("invitations")
    .select("id")
    .where("meeting_id", "=", meeting.id)
    .where("person_id", "=", given.actor.personId)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst()
  return invited !== undefined
}

/** The same in SQL, of a meeting `m`, asked of anybody. */
export const isConfidentialReadBy = (who: Who, on: Temporal.PlainDate) => sql<boolean>`(
  m.body_id in (${bodiesWhere("confidential.read", who, on)})
  or exists (select from attendances a where (a.organisation_id, a.meeting_id) = (m.organisation_id, m.id)
               and a.person_id = ${who} and a.voting)
  or m.confidential and exists (select from invitations v where (v.organisation_id, v.meeting_id) = (m.organisation_id, m.id)
               and v.person_id = ${who} and v.withdrawn_at is null))`

/** SQL, of an item `i` of a meeting `m`: its words are for this person. The others see that there is an item, and its length. */
export const isOpenTo = (personId: Who, readsAll: boolean | RawBuilder<boolean>) => sql<boolean>`(
  ${readsAll} or not (i.confidential or m.confidential) or i.presenter_id is not distinct from ${personId} or i.proposed_by is not distinct from ${personId})`
