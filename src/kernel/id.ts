import { AsyncLocalStorage } from "node:async_hooks"
import { randomInt, randomUUID } from "node:crypto"
import { type RawBuilder, sql } from "kysely"

const story = new AsyncLocalStorage<() => string>()

/** Identifiers come from `next` while `work` runs: the example has the same ones each time it is put in place. */
export const withIds = <T>(next: () => string, work: () => Promise<T>): Promise<T> => story.run(next, work)

let lastMillisecond = 0
let counter = 0

/** A new identifier: UUID version 7 (RFC 9562), increasing within this process, so that keys stay near each other on disk. */
export const newId = (): string => {
  const told = story.getStore()
  if (told) return told()
  const millisecond = Math.max(Date.now(), lastMillisecond)
  counter = millisecond === lastMillisecond ? counter + 1 : randomInt(0x0800)
  lastMillisecond = counter > 0x0fff ? millisecond + 1 : millisecond
  if (counter > 0x0fff) counter = 0

  const time = lastMillisecond.toString(16).padStart(12, "0")
  // randomUUID draws its randomness in batches; its variant and last 62 bits are just what version 7 wants there.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, "0")}-${randomUUID().slice(19)}`
}

/** SQL: the moment an identifier was made, which its first 48 bits say. PostgreSQL has a function for it from 17 only. */
export const madeAt = (id: RawBuilder<unknown>): RawBuilder<Temporal.Instant> =>
  sql<Temporal.Instant>`to_timestamp(('x' || substr(translate(${id}::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0)`
