import { sql } from "kysely"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Ballot } from "./ballot.ts"
import { refuse } from "../../kernel/refusal.ts"
import { agree, differences, type Figures } from "./choice.ts"

/** What was typed, once it may be counted: hands once, papers twice by two who agree. */
export const figuresOf = async ({ id, manner }: Ballot, { db }: Pick<Circumstances, "db">): Promise<Figures> => {
  const typed = await db.selectFrom("ballot_figures").select("figures").where("ballot_id", "=", id).execute()
  const [first, second] = typed.map(({ figures }) => figures)
  if (!first) return refuse("votes.no_figures")
  if (manner === "hand") return first
  if (!second) return refuse("votes.one_typing")
  return agree(first, second) ? first : refuse("votes.typings_differ")
}

/** Who has typed figures; one’s own, and where the two differ: never what the other typed, or the second would copy the first. */
export const typings = async ({ id, manner }: Ballot, { actor, db }: Circumstances) => {
  if (manner === "named") return null
  const { rows } = await sql<{ name: string; typed_at: Temporal.Instant; mine: boolean; figures: Figures }>`
    select p.given_name || ' ' || p.family_name as name, f.typed_at, f.typed_by = ${actor.personId} as mine, f.figures
      from ballot_figures f join people p on (p.organisation_id, p.id) = (f.organisation_id, f.typed_by)
     where f.ballot_id = ${id} order by f.typed_at`.execute(db)
  const [first, second] = rows
  return {
    by: rows.map(({ figures: _, ...one }) => one),
    mine: rows.find(({ mine }) => mine)?.figures ?? null,
    differ: first && second ? differences(first.figures, second.figures) : [],
  }
}
