import { sql } from "kysely"
import { z } from "zod"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { feedAddress } from "./address.ts"

type FeedLine = {
  organisation_id: string
  id: string
  body_name: string | null
  with_tasks: boolean
  created_at: Temporal.Instant
  used_at: Temporal.Instant | null
}

/** One's own secret addresses, with when a calendar last came to read them. */
export const listFeeds = read({
  name: "calendar.feeds",
  input: z.object({}),
  allow: isSignedIn,
  async run({ actor, db, origin, secret }) {
    const { rows } = await sql<FeedLine>`
      select f.organisation_id, f.id, b.name as body_name, f.with_tasks, f.created_at, f.used_at
        from calendar_feeds f left join bodies b on (b.organisation_id, b.id) = (f.organisation_id, f.body_id)
       where f.person_id = ${actor.personId} and f.revoked_at is null order by f.created_at`.execute(db)
    return {
      feeds: rows.map(({ organisation_id, ...feed }) => ({
        ...feed,
        address: feedAddress({ origin, secret }, { organisation_id, id: feed.id }),
      })),
    }
  },
})
