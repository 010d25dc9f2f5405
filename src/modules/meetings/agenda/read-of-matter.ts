import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { bodiesWhere } from "../../mandates/contract.ts"
import { isOpenTo, isSeen } from "../seen.ts"
import type { Paper } from "./read-items.ts"

export type ItemOfMatter = {
  id: string
  title: string
  meeting_id: string
  meeting_title: string
  starts: Temporal.PlainDateTime
  outcome: "decided" | "discussed" | "informed" | "postponed" | null
  papers: Paper[]
}

/** The items of agendas that hang on a matter, latest first, with their papers: those the reader may read. */
export const itemsOfMatter = read({
  name: "agenda.ofMatter",
  input: z.object({ matterId: z.uuid() }),
  allow: isSignedIn,
  async run({ input, actor, db, now }) {
    const me = actor.personId!
    const today = dayOf(now)
    const { rows } = await sql<ItemOfMatter>`
      select i.id, i.title, m.id as meeting_id, m.title as meeting_title, m.starts, i.outcome,
             coalesce((select jsonb_agg(jsonb_build_object('file_id', f.id, 'name', f.name, 'type', f.type, 'bytes', f.bytes)
                                        order by p.position, f.name)
                         from item_papers p join files f on (f.organisation_id, f.id) = (p.organisation_id, p.file_id)
                        where (p.organisation_id, p.item_id) = (i.organisation_id, i.id)), '[]') as papers
        from agenda_items i join meetings m on (m.organisation_id, m.id) = (i.organisation_id, i.meeting_id)
       where i.matter_id = ${input.matterId} and i.state = 'accepted' and m.state <> 'cancelled'
         and ${isSeen(me, today)}
         and (${isOpenTo(me, false)} or m.body_id in (${bodiesWhere("confidential.read", me, today)}))
       order by m.starts desc, i.position limit 100`.execute(db)
    return { rows }
  },
})
