import { sql } from "kysely"
import { bodiesOf, bodiesWhere, isGivenThing, type Who } from "../../mandates/contract.ts"

/**
 * SQL, of a decision `d`: taken in a body of the person's, or at a meeting they were convened to. What is confidential is
 * seen by those who may read it there, by those who voted at that meeting, by those convened
 * to a confidential one, and by who brought the item.
 */
export const isDecisionSeen = (personId: Who, on: Temporal.PlainDate) => sql<boolean>`(
  (d.body_id in (${bodiesOf(personId, on)}) or ${isConvened(personId)}
   or d.matter_id is not null and not d.confidential and ${isGivenThing("matter", sql`d.matter_id`, personId, on)})
  and (not d.confidential
       or d.body_id in (${bodiesWhere("confidential.read", personId, on)})
       or exists (select from meetings m where (m.organisation_id, m.id) = (d.organisation_id, d.meeting_id) and m.confidential)
          and ${isConvened(personId)}
       or exists (select from attendances a where (a.organisation_id, a.meeting_id) = (d.organisation_id, d.meeting_id)
                    and a.person_id = ${personId} and a.voting)
       or exists (select from agenda_items i where (i.organisation_id, i.id) = (d.organisation_id, d.item_id)
                    and ${personId} in (i.presenter_id, i.proposed_by))))`

const isConvened = (personId: Who) => sql`exists (
  select from invitations v where (v.organisation_id, v.meeting_id) = (d.organisation_id, d.meeting_id)
     and v.person_id = ${personId} and v.withdrawn_at is null)`
