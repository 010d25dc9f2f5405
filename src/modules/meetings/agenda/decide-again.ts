import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import { isOfFamily } from "../family.ts"
import type { Meeting } from "../meeting.ts"
import { insertItem } from "./store.ts"

type Reopened = {
  id: string
  item_id: string | null
  title: string
  text: string
  confidential: boolean
  matter_id: string | null
}

/**
 * Puts decisions that were reopened on the agenda of a locked meeting, with their text as what is proposed: the one that is
 * named, else those of the meetings of its family. Each once. Answers the ids of the items.
 */
export const decideAgain = async (meeting: Meeting, given: Circumstances, decisionId?: string): Promise<string[]> => {
  const { actor, db, now } = given
  const { rows } = await sql<Reopened>`
    select d.id, d.item_id, d.title, d.text, d.confidential, d.matter_id from decisions d
     where d.body_id = ${meeting.body_id} and d.state = 'reopened'
       and ${
         decisionId
           ? sql`d.id = ${decisionId}`
           : sql`exists (select 1 from meetings m join meetings one on one.id = ${meeting.id}
                          where m.id = d.meeting_id and ${isOfFamily})`
       }
       and not exists (
         select 1 from agenda_items again join meetings on_ on on_.id = again.meeting_id
          where again.from_item_id = d.item_id and on_.state <> 'cancelled')
     order by d.year, d.number`.execute(db)
  const ids = []
  for (const decision of rows)
    ids.push(
      await insertItem(
        {
          organisation_id: actor.organisation,
          meeting_id: meeting.id,
          position: 1000,
          title: decision.title,
          purpose: "decide",
          confidential: decision.confidential,
          matter_id: decision.matter_id,
          proposed_decision: decision.text.slice(0, 20_000),
          automatic: "carried-over",
          from_item_id: decision.item_id,
          changed_at: now,
        },
        meeting,
        given,
      ),
    )
  return ids
}
