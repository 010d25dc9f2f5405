import type { NoText } from "./extract.ts"

/** Thrown by a reader that knows why it cannot read; any other error means "broken". */
export class Unreadable extends Error {
  readonly reason: NoText

  constructor(reason: NoText) {
    super(reason)
    this.reason = reason
  }
}

export const isUnreadable = (problem: unknown): problem is Unreadable => problem instanceof Unreadable
