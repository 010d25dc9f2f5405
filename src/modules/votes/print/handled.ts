import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Ballot } from "../ballot.ts"

/** Whose hands a vote went through: how many signed and how, for how many by proxy, who opened the urn, who typed the papers. */
export type Handled = {
  screen: number
  paper: number
  proxies: number
  openers: string[]
  typists: string[]
  /** Envelopes that were there twice, counted once. */
  copies: number
}

export const handledOf = async ({ id, manner }: Ballot, { db }: Circumstances): Promise<Handled> => {
  const { rows } = await sql<{ screen: number; paper: number; proxies: number }>`
    select (count(*) filter (where how = 'screen'))::int as screen, (count(*) filter (where how = 'paper'))::int as paper,
           (count(by_id))::int
             + (select count(cast_by) from ballot_votes where ballot_id = ${id})::int as proxies
      from ballot_signatures where ballot_id = ${id}`.execute(db)
  const opened = await sql<{ name: string; copies: number }>`
    select p.given_name || ' ' || p.family_name as name, (o.opened->>'copies')::int as copies
      from ballot_openings o join people p on (p.organisation_id, p.id) = (o.organisation_id, o.teller_id)
     where o.ballot_id = ${id} and o.opened is not null and jsonb_typeof(o.opened) = 'object' order by p.folded collate "C"`.execute(
    db,
  )
  const typed = await sql<{ name: string }>`
    select p.given_name || ' ' || p.family_name as name
      from ballot_figures f join people p on (p.organisation_id, p.id) = (f.organisation_id, f.typed_by)
     where f.ballot_id = ${id} and ${manner !== "named"} order by f.typed_at`.execute(db)
  return {
    ...rows[0]!,
    openers: opened.rows.map(({ name }) => name),
    typists: typed.rows.map(({ name }) => name),
    copies: opened.rows[0]?.copies ?? 0,
  }
}
