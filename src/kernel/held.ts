import type { RawBuilder } from "kysely"
import type { Circumstances } from "./rule.ts"

declare module "./equipment.ts" {
  interface Equipment {
    /** Every column that names a person, gathered from the modules at start. */
    held: readonly Held[]
  }
}

/**
 * A column that names a person, declared once by the module whose table it is. What somebody asks to read about themselves, two
 * records that turn out to be one person, and an erasure all follow these lines, so that nothing is forgotten in any of the
 * three; a test holds them against the catalogue of the database.
 */
export type Held = {
  table: string
  /** The column, beside `organisation_id`. */
  person: string
  /** Each person stands there once, or once for each of these columns: of two records merged, the row of the one that stays is kept. */
  once?: readonly string[]
  /** SQL on `t`: the rows for which `once` holds, where it is not all of them. */
  onceWhere?: RawBuilder<boolean>
  /** What must be settled before the rows of `from` are given to `into`, as memberships that share days. */
  beforeMerge?: (from: string, into: string, given: Circumstances) => Promise<void>
}

/** Columns of one table that name whoever did something: they follow, and nothing else. */
export const named = (table: string, ...columns: string[]): Held[] => columns.map((person) => ({ table, person }))
