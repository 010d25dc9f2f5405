import { type RawBuilder, sql } from "kysely"
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
  /** What the row tells of the person, for whoever asks what is held about them. Without it the row is only counted. */
  says?: Says
  /**
   * What becomes of the row once the person is erased: it goes, or loses these columns. Without it the row stays, and names
   * somebody who has no name any more: minutes, votes and accounts stay lawful.
   */
  erased?: "deleted" | { sets: Record<string, RawBuilder<unknown>> }
  /** The application does not read this table: its module opens a door for each of the three (see `accounts`). */
  byDoor?: true
  /** What must be settled before the rows of `from` are given to `into`, as memberships that share days. */
  beforeMerge?: (from: string, into: string, given: Circumstances) => Promise<void>
  /** Instead of the rows following by themselves: for a table that the application may not touch, as that of who signs in. */
  merge?: (from: string, into: string, given: Circumstances) => Promise<void>
}

/** SQL on `t`, a row; `kind` is a value that has words of its own, under the prefix before it. */
export type Says = {
  what?: RawBuilder<string | null>
  kind?: [prefix: string, of: RawBuilder<string | null>]
  where?: RawBuilder<string | null>
  since?: RawBuilder<unknown>
  until?: RawBuilder<unknown>
  /** A moment. */
  on?: RawBuilder<unknown>
  note?: RawBuilder<string | null>
}

/** SQL: the name of the body of `t`, a row with a `body_id`. */
export const itsBody = sql<string>`(select name from bodies k where (k.organisation_id, k.id) = (t.organisation_id, t.body_id))`

/** Columns of one table that name whoever did something: they follow, and nothing else. */
export const named = (table: string, ...columns: string[]): Held[] => columns.map((person) => ({ table, person }))
