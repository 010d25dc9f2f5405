import { sql } from "kysely"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { figureWords } from "./in-words.ts"
import { type FigureName, figureNames, figureOf } from "./figures.ts"
import { countedIn, type TallyFilters, tallyFilters } from "./wanted.ts"

export type Figure = {
  figure: FigureName
  /** Null: without a theme, an author, an outcome. */
  key: string | null
  /** Of a person or a theme. */
  name: string | null
  count: number
}

/** The mandate in figures, each of which opens to its lines. */
export const readTally = read({
  name: "tally.read",
  input: tallyFilters,
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: isSignedIn,
  run: async ({ input, subject: body, ...given }) => ({
    body: { id: body.id, name: body.name },
    figures: (await figuresOf(input, given)).map((one) => ({ ...one, words: figureWords(one, given.actor.language) })),
  }),
})

/** All figures in one statement: what is counted is read once, then grouped by each key. */
export const figuresOf = async (wanted: TallyFilters, given: Circumstances): Promise<Figure[]> => {
  const all = figureNames.map((name) => {
    const { from, key, count } = figureOf(name)
    return sql`select ${sql.lit(name)} as figure, (${key})::text as key, ${count} as count from ${from} group by 2`
  })
  const { rows } = await sql<Figure>`
    with ${countedIn(wanted, given)},
    counts as (${sql.join(all, sql` union all `)})
    select c.figure, c.key, c.count,
           case when c.figure in ('text_member', 'attendance', 'speaking') then p.given_name || ' ' || p.family_name
                when c.figure in ('text_theme', 'item_theme') then h.name end as name
      from counts c
      -- A case, since a join may be taken before its other conditions: a key that is no identifier must not be read as one.
      left join people p on p.id = case when c.figure in ('text_member', 'attendance', 'speaking') then c.key::uuid end
      left join themes h on h.id = case when c.figure in ('text_theme', 'item_theme') then c.key::uuid end
     order by c.figure, c.count desc, name, c.key`.execute(given.db)
  return rows
}
