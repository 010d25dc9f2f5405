import type { EventFacts, EventMaker } from "./event.ts"
import type { Circumstances } from "./rule.ts"

declare module "./equipment.ts" {
  interface Equipment {
    /** What answers to what, gathered from the modules at start. */
    reactions: readonly Reaction[]
  }
}

export type Reaction = {
  event: string
  /** Reads after the event: "when meetings.convened: send each person their letter". Names the job. */
  purpose: string
  within: boolean
  react: (facts: any, given: Circumstances) => Promise<unknown>
}

const reaction =
  (isWithin: boolean) =>
  <Name extends string, F extends EventFacts>(
    to: EventMaker<Name, F>,
    purpose: string,
    react: (facts: F, given: Circumstances) => Promise<unknown>,
  ): Reaction => ({ event: to.eventName, purpose, within: isWithin, react })

/** After commit, from the job queue, at least once: it must bear being run twice, and re-reads what it needs. */
export const after = reaction(false)

/** In the same transaction: it may refuse, and then nothing has happened. */
export const within = reaction(true)
