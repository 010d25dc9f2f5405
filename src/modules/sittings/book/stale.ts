import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Sitting } from "../seen.ts"
import { changedSince, compose, type Copy } from "./compose.ts"
import { materialOf } from "./material.ts"
import type { Prints } from "./tables.ts"

export type Before = { prints: Prints; asked_at: Temporal.Instant }

/** What stands in each whole copy now that its later pages were put into it. */
export const lastPrintsOf = async (
  roots: readonly string[],
  { db }: Pick<Circumstances, "db">,
): Promise<Map<string, Before>> => {
  const { rows } = await sql<Before & { root: string }>`
    select distinct on (coalesce(root_id, id)) coalesce(root_id, id) as root, prints, asked_at from sitting_books
     where coalesce(root_id, id) = any(${roots}::uuid[]) and state = 'made'
     order by coalesce(root_id, id), asked_at desc, id desc`.execute(db)
  return new Map(rows.map(({ root, ...before }) => [root, before]))
}

/** For each copy what changed in it since it was given, or undefined. What they may hold is read twice at most: for oneself, and for all. */
export const staleIn = async (
  sitting: Sitting,
  copies: readonly (Copy & { before: Before | undefined })[],
  given: Circumstances,
) => {
  if (copies.length === 0) return []
  const readers = copies.flatMap(({ reader_id }) => reader_id ?? [])
  const material = await materialOf(sitting, readers, given)
  return copies.map((copy) =>
    copy.before
      ? changedSince(compose(material, copy, given), copy.before.prints, {
          asked_at: copy.before.asked_at.toString(),
          zone: sitting.zone,
          language: copy.language,
        })
      : undefined,
  )
}
