/** Why a file is no table that can be read: put in words by whoever asked. */
export type TableTrouble = "encrypted" | "broken" | "too_heavy" | "too_slow" | "unsupported" | "too_long"

/** Thrown by a reader that knows why; any other error means "broken". */
export class UnreadableTable extends Error {
  readonly reason: TableTrouble

  constructor(reason: TableTrouble) {
    super(reason)
    this.reason = reason
  }
}
