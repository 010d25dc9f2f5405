import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import { refuse } from "../../kernel/refusal.ts"
import { hashOf } from "./session.ts"

/**
 * Counts one try of `kind` by `subject` (an address of mail or of the network; kept hashed) and refuses, 429, past `most`
 * in each window of `minutes`. Counted in the database: all processes share it, and a refused transaction does not undo it.
 */
export const limitAttempts = async (
  { kind, subject, most, minutes }: { kind: string; subject: string; most: number; minutes: number },
  db: Db,
): Promise<void> => {
  const { rows } = await sql<{ allowed: boolean }>`
    select attempt_allowed(${kind}, ${hashOf(subject.toLowerCase())}, ${most}, make_interval(mins => ${minutes})) as allowed`.execute(
    db,
  )
  if (!rows[0]!.allowed) refuse("accounts.too_many_attempts", { minutes }, 429)
}
