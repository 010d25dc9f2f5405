import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import type { Level } from "../tables.ts"
import type { ContourFile } from "./read-contours.ts"

type Told = { source: string; credit: string; vintage: Temporal.PlainDate }

/** Writes outlines, by the organisation that keeps the places. What a file draws itself is never covered by what another one implies. */
export const importContours = async (
  { contours }: ContourFile,
  { source, credit, vintage }: Told,
  db: Db,
): Promise<{ count: number }> => {
  const { rows } = await sql<{ count: number }>`
    select import_contours(${JSON.stringify(contours)}::jsonb, ${source}, ${credit}, ${vintage}::date) as count`.execute(
    db,
  )
  return rows[0]!
}

/** What a file draws, level by level, and how many of those places the official lists here know. */
export const knownContours = async (
  { contours, unread }: ContourFile,
  db: Db,
): Promise<{
  unread: number
  levels: { country: string; level: Level; count: number; known: number; derived: boolean }[]
}> => {
  const all = contours.map(({ country, level, code, derived }) => ({ country, level, code, derived }))
  const { rows: levels } = await sql<{ country: string; level: Level; count: number; known: number; derived: boolean }>`
    select c.country, c.level, count(*)::int as count, count(t.code)::int as known, bool_and(c.derived) as derived
      from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as c(country text, level text, code text, derived boolean)
      left join territories t on (t.country, t.level, t.code) = (c.country, c.level, c.code)
     group by c.country, c.level order by count(*) desc`.execute(db)
  return { unread, levels }
}
