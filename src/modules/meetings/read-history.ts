import { sql } from "kysely"
import { z } from "zod"
import { json } from "../../kernel/db.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { findSeenMeeting, isOpenTo, readsConfidential } from "./seen.ts"

export type HistoryLine = {
  id: string
  /** In words: `event.<name>`. */
  name: string
  at: Temporal.Instant
  by: string | null
  /** The item it was about, when its words are for the reader. */
  item_title: string | null
}

/** What happened to a meeting, newest first, from the journal. Orders and changes of one item by one hand are told once a day. */
export const readHistory = read({
  name: "meetings.history",
  input: z.object({ meetingId: z.uuid(), limit: z.int().min(1).max(200).default(30) }),
  find: ({ meetingId }, given) => findSeenMeeting(meetingId, given),
  allow: isSignedIn,
  async run({ input, subject: meeting, ...given }) {
    const isOpen = isOpenTo(given.actor.personId!, await readsConfidential(meeting, given))
    const { rows } = await sql<HistoryLine>`
      with told as (
        select e.id, e.name, e.at, e.actor_id, e.facts->>'itemId' as item_id,
               row_number() over (
                 partition by e.name, e.actor_id, e.facts->>'itemId', (e.at at time zone m.zone)::date
                 order by e.at desc) as nth
          from events e join meetings m on m.id = ${meeting.id}
         where e.facts @> ${json({ meetingId: meeting.id })})
      select e.id, e.name, e.at, who.given_name || ' ' || who.family_name as by,
             case when ${isOpen} then i.title end as item_title
        from told e
        left join people who on who.id = e.actor_id
        left join agenda_items i on i.id = e.item_id::uuid
        left join meetings m on m.id = i.meeting_id
       where e.nth = 1
       order by e.at desc, e.id desc
      limit ${input.limit}`.execute(given.db)
    return { rows }
  },
})
