import type { Selectable } from "kysely"
import type { Letter } from "../../kernel/mail/message.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { SendingRow } from "./tables.ts"

/** A letter on its way. `content` is what its kind put there: ids, and never what can be read anew. */
export type Sending = Selectable<SendingRow> & { content: any }

/**
 * A file made after the database has been let go: a PDF takes tens of milliseconds, and a thousand letters carry the same one.
 * Made once for each `key`, which therefore says everything that it is made from.
 */
export type LateAttachment = { filename: string; type: string; key: string; make: () => Promise<Uint8Array> }

/** A letter without what the post office adds: its number, its sender, where answers go. */
export type Composed = Omit<Letter, "to" | "message_id" | "return_path" | "attachments"> & {
  to_name?: string
  attachments?: LateAttachment[]
}

/**
 * Writes the letter of one sending, from the tables as they are when it leaves; null when there is nothing left to say (the
 * sending is then withdrawn). `once` makes a thing a single time for all letters that leave together: the agenda, the body.
 */
export type Composer = (
  sending: Sending,
  given: Circumstances & { once: <T>(key: string, make: () => Promise<T>) => Promise<T> },
) => Promise<Composed | null>

const composers = new Map<string, Composer>()

/** Says who writes the letters of a kind; called once for each kind by the `module.ts` that queues them. */
export const composes = (kind: string, composer: Composer): void => void composers.set(kind, composer)

export const composerOf = (kind: string): Composer | undefined => composers.get(kind)

/** Remembers what was made under a key, within one round of letters. */
export const remembering = () => {
  const made = new Map<string, Promise<unknown>>()
  return <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const known = made.get(key) as Promise<T> | undefined
    if (known) return known
    const fresh = make()
    made.set(key, fresh)
    return fresh
  }
}
