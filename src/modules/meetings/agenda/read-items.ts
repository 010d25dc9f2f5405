import { sql } from "kysely"
import type { RichText } from "../../../kernel/rich-text/schema.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { isMatterSeen } from "../../matters/contract.ts"
import type { Meeting } from "../meeting.ts"
import { isOpenTo, readsConfidential } from "../seen.ts"
import type { Automatic, Purpose } from "../tables.ts"

export type Paper = { file_id: string; name: string; type: string; bytes: number }

/** An item as one person may see it. `hidden`: confidential and not for them; then there is a purpose and a length, and no words. */
export type AgendaLine = {
  id: string
  position: number | null
  hidden: boolean
  title: string | null
  purpose: Purpose
  minutes: number
  confidential: boolean
  presenter_id: string | null
  presenter_name: string | null
  matter_id: string | null
  matter_title: string | null
  description: RichText | null
  proposed_decision: string | null
  state: "proposed" | "accepted" | "refused" | "merged" | "withdrawn"
  proposed_by: string | null
  proposed_by_name: string | null
  proposed_at: Temporal.Instant | null
  refused_reason: string | null
  merged_into: string | null
  merged_into_title: string | null
  automatic: Automatic | null
  about_meeting_id: string | null
  from_item_id: string | null
  added_after: boolean
  outcome: "decided" | "discussed" | "informed" | "postponed" | null
  version: number
  changed_at: Temporal.Instant | null
  changed_by_name: string | null
  papers: Paper[]
}

/** Every item and proposal of a meeting in order, with only the words this person may read. */
export const itemsOf = async (
  meeting: Pick<Meeting, "id" | "body_id" | "confidential">,
  given: Circumstances,
): Promise<AgendaLine[]> => {
  const me = given.actor.personId!
  const readsAll = await readsConfidential(meeting, given)
  const isOpen = isOpenTo(me, readsAll)
  const { rows } = await sql<AgendaLine>`
    select i.id, i.position, not ${isOpen} as hidden, i.purpose, i.minutes, i.confidential, i.state, i.automatic,
           i.about_meeting_id, i.from_item_id, i.added_after, i.outcome, i.version, i.proposed_at, i.changed_at, i.merged_into,
           case when ${isOpen} then i.proposed_by end as proposed_by,
           case when ${isOpen} then i.presenter_id end as presenter_id,
           case when ${isOpen} and x.seen then i.matter_id end as matter_id,
           case when ${isOpen} then i.title end as title,
           case when ${isOpen} then i.description end as description,
           case when ${isOpen} then i.proposed_decision end as proposed_decision,
           case when ${isOpen} then i.refused_reason end as refused_reason,
           case when ${isOpen} then presenter.given_name || ' ' || presenter.family_name end as presenter_name,
           case when ${isOpen} then proposer.given_name || ' ' || proposer.family_name end as proposed_by_name,
           case when ${isOpen} then changer.given_name || ' ' || changer.family_name end as changed_by_name,
           case when ${isOpen} and x.seen then x.title end as matter_title,
           case when ${isOpen} and ${readsAll || sql`not (into_.confidential or m.confidential)`} then into_.title end as merged_into_title,
           case when ${isOpen} then coalesce((
             select jsonb_agg(jsonb_build_object('file_id', f.id, 'name', f.name, 'type', f.type, 'bytes', f.bytes)
                              order by p.position, f.name)
               from item_papers p join files f on (f.organisation_id, f.id) = (p.organisation_id, p.file_id)
              where (p.organisation_id, p.item_id) = (i.organisation_id, i.id)), '[]') else '[]' end as papers
      from agenda_items i
      join meetings m on (m.organisation_id, m.id) = (i.organisation_id, i.meeting_id)
      left join people presenter on (presenter.organisation_id, presenter.id) = (i.organisation_id, i.presenter_id)
      left join people proposer on (proposer.organisation_id, proposer.id) = (i.organisation_id, i.proposed_by)
      left join people changer on (changer.organisation_id, changer.id) = (i.organisation_id, i.changed_by)
      left join (select x.*, ${isMatterSeen(me, dayOf(given.now))} as seen from matters x) x
             on (x.organisation_id, x.id) = (i.organisation_id, i.matter_id)
      left join agenda_items into_ on (into_.organisation_id, into_.id) = (i.organisation_id, i.merged_into)
     where i.meeting_id = ${meeting.id}
     order by i.position nulls last, i.proposed_at, i.id`.execute(given.db)
  return rows
}
