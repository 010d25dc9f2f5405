import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { newcomerSeen } from "../permissions.ts"
import { hoursToAnswer } from "../rules.ts"
import { inYear, outcomes } from "../statistics/outcomes.ts"
import { lines } from "./lines.ts"

export const newcomerFilters = z.object({
  bodyId: z.uuid(),
  q: z.string().trim().max(200).optional(),
  state: z.enum(["open", "paused", "stopped", "welcomed", "late", "unassigned"]).optional(),
  /** Those a figure of the year counts. */
  outcome: z.enum(["arrived", "in_time", "members", "left"]).optional(),
  year: z.coerce.number().int().min(2000).max(2200).optional(),
})

/** Everybody who came, the last first; a figure of the statistics opens to its lines. */
export const listNewcomers = read({
  name: "newcomers.list",
  input: newcomerFilters.extend({
    sort: z.string().max(30).optional(),
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(40).optional(),
  }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: isSignedIn,
  async run({ input, subject: _, ...given }) {
    const rows = await findNewcomers(input, given)
    const page = rows.slice(0, input.limit)
    return { rows: page, next: rows.length > input.limit ? page.at(-1)!.id : null }
  },
})

export const findNewcomers = async (
  {
    bodyId,
    q,
    state,
    outcome,
    year,
    limit,
    after,
  }: z.output<typeof newcomerFilters> & { limit: number; after?: string | undefined },
  given: Circumstances,
) => {
  const like = q ? `%${q.replaceAll(/[\\%_]/g, "\\$&")}%` : null
  const hours = await hoursToAnswer(bodyId, given)
  const today = dayOf(given.now)
  const inState =
    state === "late"
      ? sql`n.state in ('open', 'paused') and n.contacted_at is null and n.confirmed_at <= ${given.now.subtract({ hours })}`
      : state === "unassigned"
        ? sql`n.state in ('open', 'paused') and n.welcomer_id is null`
        : state
          ? sql`n.state = ${state}`
          : sql`true`
  return lines(
    {
      where: sql`n.body_id = ${bodyId} and ${outcome ? sql`true` : sql`n.forgotten_at is null`} and ${newcomerSeen(given)} and ${inState}
        and ${outcome ? outcomes(hours)[outcome] : sql`true`} and ${outcome || year ? inYear(year ?? today.year) : sql`true`}
        and ${like ? sql`(f_unaccent(n.given_name || ' ' || n.family_name) ilike f_unaccent(${like}) or n.email ilike ${like})` : sql`true`}
        and ${after && /^[0-9a-f-]{36}$/i.test(after) ? sql`(n.confirmed_at, n.id) < ((select confirmed_at from newcomers where id = ${after}), ${after}::uuid)` : sql`true`}`,
      order: sql`n.confirmed_at desc, n.id desc`,
      limit: limit + 1,
    },
    given.db,
  )
}
