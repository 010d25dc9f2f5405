import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { fold } from "../../../kernel/tables/likeness.ts"
import { type Columns, columnKinds } from "./columns.ts"

/** What this body said these headings hold, the last time; undefined: it never met them. */
export const rememberedColumns = async (
  bodyId: string,
  heading: readonly string[] | undefined,
  db: Db,
): Promise<Columns | undefined> => {
  if (!heading) return undefined
  const { rows } = await sql<{ columns: string[] }>`
    select columns from import_mappings where body_id = ${bodyId} and headings = ${keyOf(heading)}`.execute(db)
  return rows[0]?.columns.map((kind) => columnKinds.find((one) => one === kind) ?? null)
}

export const rememberColumns = async (
  {
    bodyId,
    heading,
    columns,
    now,
  }: { bodyId: string; heading: readonly string[] | undefined; columns: Columns; now: Temporal.Instant },
  db: Db,
): Promise<void> => {
  if (!heading) return
  await sql`insert into import_mappings (organisation_id, body_id, headings, columns, used_at)
    values (current_org(), ${bodyId}, ${keyOf(heading)}, ${columns.map((kind) => kind ?? "")}::text[], ${now})
    on conflict (organisation_id, body_id, headings) do update set columns = excluded.columns, used_at = excluded.used_at`.execute(
    db,
  )
}

// The same headings in another order are another file: its columns lie elsewhere.
const keyOf = (heading: readonly string[]): string => heading.map(fold).join("|").slice(0, 2000)
