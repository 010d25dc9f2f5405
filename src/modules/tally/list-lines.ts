import { sql } from "kysely"
import { z } from "zod"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { figureNames, figureOf } from "./figures.ts"
import { countedIn, tallyFilters } from "./wanted.ts"

export type TallyLine = {
  id: string
  kind: "text" | "item" | "sitting" | "speech" | "promise"
  title: string
  on_day: Temporal.PlainDate
  /** What became of it, or the minutes of a speech. */
  state: string | null
  at: string
}

export const lineFilters = tallyFilters.extend({
  figure: z.enum(figureNames),
  /** Left out: all of the figure; empty: those without. */
  key: z.string().max(100).optional(),
})

/** The lines behind a figure, the newest first. */
export const listTallyLines = read({
  name: "tally.lines",
  input: lineFilters.extend({
    q: z.string().max(200).optional(),
    sort: z.string().max(40).optional(),
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(20).optional(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: isSignedIn,
  async run({ input, subject: _, ...given }) {
    const offset = Math.max(0, Number.parseInt(input.after ?? "0", 10) || 0)
    const rows = await linesOf(input, { limit: input.limit + 1, offset }, given)
    return {
      rows: rows.slice(0, input.limit),
      next: rows.length > input.limit ? String(offset + input.limit) : null,
    }
  },
})

const linesOf = async (
  { figure, key, q, ...wanted }: z.output<typeof lineFilters> & { q?: string | undefined },
  { limit, offset }: { limit: number; offset: number },
  given: Circumstances,
): Promise<TallyLine[]> => {
  const { from, key: keyed, line } = figureOf(figure)
  const { rows } = await sql<TallyLine>`
    with ${countedIn(wanted, given)},
    lines as (select (${keyed})::text as key, ${line} from ${from})
    select l.id, l.kind, l.title, l.on_day, l.state, l.at from lines l
     where ${key === undefined ? sql`true` : key === "" ? sql`l.key is null` : sql`l.key = ${key}`}
       and (${q ?? ""} = '' or position(f_unaccent(lower(${q ?? ""})) in f_unaccent(lower(l.title))) > 0)
     order by l.on_day desc, l.id limit ${limit} offset ${offset}`.execute(given.db)
  return rows
}
