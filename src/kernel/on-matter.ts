import type { RawBuilder } from "kysely"

/**
 * What hangs on matters in one module, as SQL: rows of `matter_id, kind, id, title, on_day, noted_at, at, note, done_on`, within what
 * the person may see there. The one who lists a matter puts the sources of all modules together, and looks for one matter or for
 * several: `matter_id` is a plain column of an indexed table, so that each source reads those rows only.
 */
export type OnMatterSource = (personId: string, on: Temporal.PlainDate) => RawBuilder<unknown>

/** One thing that hangs on a matter. Its kind is in words under `matters.kind.`, in the words of the module it comes from. */
export type OnMatter = {
  kind: string
  id: string
  title: string
  /** The day it is about, by which it is listed. */
  on_day: Temporal.PlainDate
  /** When it came to be known here. */
  noted_at: Temporal.Instant
  /** Its page, or the file itself. */
  at: string
  /** A few words of its own: a reference, a meeting, a name. */
  note: string | null
  /** The day it was finished, of what somebody was to do. */
  done_on: Temporal.PlainDate | null
}

declare module "./equipment.ts" {
  interface Equipment {
    /** What hangs on matters in each module, gathered at start. */
    onMatter: readonly OnMatterSource[]
  }
}
