import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import type { OnMatter } from "../../kernel/on-matter.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { findSeenMatter } from "./read-matter.ts"

/** What hangs on a matter in every module, the newest day first, within what the reader sees in each; and which kinds there are. */
export const readTimeline = read({
  name: "matters.timeline",
  input: z.object({
    matterId: z.uuid(),
    kind: z
      .string()
      .regex(/^[a-z_]{1,30}$/)
      .optional(),
    limit: z.int().min(1).max(200).default(50),
    /** The last line that was read: its day and its id. */
    after: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2} [0-9a-f-]{36}$/)
      .optional(),
  }),
  find: ({ matterId }, given) => findSeenMatter(matterId, given),
  allow: isSignedIn,
  async run({ input: { matterId, kind, limit, after }, subject: _, ...given }) {
    const hanging = sql`${hangingOn(given)} where matter_id = ${matterId}`
    const [day, id] = after?.split(" ") ?? []
    const { rows } = await sql<OnMatter>`
      select kind, id, title, on_day, noted_at, at, note, done_on ${hanging}
         and ${kind ? sql`kind = ${kind}` : sql`true`}
         and ${day ? sql`(on_day, id) < (${day}::date, ${id}::uuid)` : sql`true`}
       order by on_day desc, id desc limit ${limit + 1}`.execute(given.db)
    const { rows: kinds } = await sql<{ kind: string; count: number }>`
      select kind, count(*)::int as count ${hanging} group by kind order by count desc, kind`.execute(given.db)
    const last = rows[limit - 1]
    return {
      rows: rows.slice(0, limit),
      kinds,
      next: rows.length > limit ? `${last!.on_day.toString()} ${last!.id}` : null,
    }
  },
})

/**
 * SQL: what hangs on matters, from the sources of all modules, as `from (…) as hanging`. What hangs by several things, as a paper of two
 * items, stands there once and names them all. A condition on `matter_id` reaches the tables through the grouping, since it groups by it.
 */
export const hangingOn = ({ onMatter, actor, now }: Circumstances) =>
  sql`from (
    select matter_id, kind, id, min(title) as title, max(on_day) as on_day, min(noted_at) as noted_at, min(at) as at,
           string_agg(distinct note, ', ') as note, max(done_on) as done_on
      from (${sql.join(
        onMatter.map((source) => source(actor.personId!, dayOf(now))),
        sql` union all `,
      )}) as each group by matter_id, kind, id) as hanging`
