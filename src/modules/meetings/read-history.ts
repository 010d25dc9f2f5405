import { sql } from "kysely"
import { z } from "zod"
import { json } from "../../kernel/db.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { type Happened, historyByDay } from "./history-by-day.ts"
import { findSeenMeeting, isOpenTo, readsConfidential } from "./seen.ts"

/** What happened to a meeting, day by day, newest first, from the journal; the words of an item only for who may read them. */
export const readHistory = read({
  name: "meetings.history",
  input: z.object({ meetingId: z.uuid(), limit: z.int().min(1).max(1000).default(400) }),
  find: ({ meetingId }, given) => findSeenMeeting(meetingId, given),
  allow: isSignedIn,
  async run({ input, subject: meeting, ...given }) {
    const isOpen = isOpenTo(given.actor.personId!, await readsConfidential(meeting, given))
    const { rows } = await sql<Happened>`
      select e.name, e.at, who.given_name || ' ' || who.family_name as by, case when ${isOpen} then i.title end as item_title
        from events e
        left join people who on who.id = e.actor_id
        left join agenda_items i on i.id = (e.facts->>'itemId')::uuid
        left join meetings m on m.id = i.meeting_id
       where e.facts @> ${json({ meetingId: meeting.id })}
       order by e.at desc, e.id desc
       limit ${input.limit}`.execute(given.db)
    return { days: historyByDay(rows, meeting.zone) }
  },
})
