import type { Writable } from "node:stream"
import { Kysely, PostgresDialect, sql } from "kysely"
import pg from "pg"
import { onConnection } from "./one-connection.ts"
import type { OrganisationId } from "./rule.ts"
import { asWritten, opening } from "./sealed.ts"
import type { Secret } from "./secret.ts"

/** Every table of the product. A module adds its own by declaration merging, in its `tables.ts`. */
export interface Tables {}

/** A connection or a transaction. Inside `perform` and `answer` it is always a transaction fixed to one organisation. */
export type Db = Kysely<Tables>

/**
 * A pool whose values are Temporal (date, timestamptz) and bigint (int8), both ways.
 * Words that rest encrypted come out open, for who has the `secret` (confide.ts).
 * Throws nothing itself: a lost connection surfaces in the query that used it.
 */
export const openDb = (config: pg.PoolConfig, secret: Secret): Db & { pool: pg.Pool } => {
  const types = typesFor(secret)
  const pool = new pg.Pool({ max: 20, ...config, pipeline: true, types, Client: TemporalClient } as never)
  pool.on("error", () => {}) // An idle connection that the server closed: the pool opens another one.
  // One that falls while it is lent, between two statements (a panic on a full disk), would end the process: the next
  // statement says it.
  pool.on("connect", (client) => client.on("error", () => {}))
  return Object.assign(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), { pool })
}

/**
 * One transaction behind the wall of one organisation (row-level security reads `app.org`). `weak` names the person whose
 * functions that demand a second factor count for nothing in it (rights read `app.weak`).
 *
 * Nothing waits for the answer to `begin`: what follows is in the same message. Should `begin` fail, what follows fails
 * too, the wall being closed to whoever has no organisation. What `work` gave to `send` and did not wait for is heard
 * before the commit is believed.
 */
export const inOrganisation = async <T>(
  db: Db,
  organisation: OrganisationId,
  work: (tx: Db) => Promise<T>,
  weak: string | null = null,
): Promise<T> => {
  const client = await (db as Db & { pool: pg.Pool }).pool.connect()
  const tx = onConnection(client, () => void underWay(tx))
  const sent: Promise<unknown>[] = []
  clients.set(tx, { client, sent })
  try {
    sent.push(heard(client.query(beginning(organisation, weak))))
    const result = await work(tx)
    clients.delete(tx)
    const ended = heard(client.query("commit"))
    for (const one of [...sent, ended]) await one
    // PostgreSQL answers so to the commit of a transaction in which an error was swallowed.
    if ((await ended).command !== "COMMIT") throw new Error("nothing was written: a failure inside was passed over")
    return result
  } catch (error) {
    clients.delete(tx)
    // A connection that is gone has rolled back by itself.
    await client.query("rollback").catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/**
 * Sends a statement of the transaction now, behind those sent before and in front of those to come. Who does not wait for
 * the promise loses nothing: `inOrganisation` does, before it answers.
 */
export const send = (tx: Db, text: string, values: unknown[]): Promise<pg.QueryResult> => {
  const { client, sent } = underWay(tx)
  const answer = heard(client.query(text, values))
  sent.push(answer)
  return answer
}

type Transaction = { client: pg.PoolClient; sent: Promise<unknown>[] }
const clients = new WeakMap<Db, Transaction>()

/**
 * What a failed `Promise.all` leaves running must not speak on: the connection is soon in another transaction, behind the
 * wall of another organisation.
 */
const underWay = (tx: Db): Transaction => {
  const found = clients.get(tx)
  if (!found) throw new Error("this transaction is over: something in it was not waited for")
  return found
}

/** A promise that may be waited for later: until then its failure is nobody's surprise. */
const heard = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => {})
  return promise
}

const beginning = (organisation: string, weak: string | null) => {
  // A UUID needs no quoting, and nothing else passes.
  if (![organisation, weak ?? organisation].every((id) => /^[0-9a-f-]{36}$/.test(id)))
    throw new Error("organisations and people have UUIDs")
  const weakness = weak ? `, set_config('app.weak', '${weak}', true)` : ""
  return `begin; select set_config('app.org', '${organisation}', true)${weakness}`
}

/** A value for a jsonb column; pg would turn a JavaScript array into a PostgreSQL array. */
export const json = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`

const typesFor = (secret: Secret) => {
  const { text, json: document } = opening(secret)
  return {
    getTypeParser(oid: number, format?: "text" | "binary") {
      if (format !== "binary") {
        if (oid === 25) return text
        if (oid === 3802) return document
        if (oid === 1082) return Temporal.PlainDate.from
        if (oid === 1182) return (list: string) => pgArray(list).map((day) => Temporal.PlainDate.from(day))
        if (oid === 1184) return (text: string) => Temporal.Instant.from(text.replace(" ", "T"))
        if (oid === 1114) return (text: string) => Temporal.PlainDateTime.from(text.replace(" ", "T"))
        if (oid === 1083) return Temporal.PlainTime.from
        if (oid === 20) return BigInt
      }
      return pg.types.getTypeParser(oid, format as never)
    },
  }
}

const pgArray = (list: string) => (list === "{}" ? [] : list.slice(1, -1).split(","))

/**
 * pg knows Date only; Temporal values go as their ISO text. A statement seen before is sent by name, so that each
 * connection plans it once: planning "may they" behind the wall took 6 ms, running it 0.3. What is sent in one turn of
 * the event loop leaves in one write: a write costs more than all we compute for it.
 */
class TemporalClient extends pg.Client {
  #gathers = false

  override query(...args: any[]): any {
    this.#gather()
    const [text, values, ...rest] = args as [unknown, unknown[]]
    if (typeof text !== "string" || rest.length || typeof values === "function")
      return (super.query as (...all: any[]) => any)(...args)
    return new Promise((resolve, reject) => {
      // Made here, not by pg from an object it would copy with all its descriptors.
      const query = new pg.Query(text, values?.map(asText)) as pg.Query & Sendable
      if (values?.length) query.name = nameOf(text)
      query.callback = (error, result) => (error ? reject(traced(error)) : resolve(result))
      super.query(query)
    })
  }

  #gather() {
    if (this.#gathers) return
    this.#gathers = true
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection
    stream.cork()
    process.nextTick(() => {
      this.#gathers = false
      stream.uncork()
    })
  }
}

/** What pg.Query is beyond its types. */
type Sendable = { name: string | undefined; callback: (error: Error | null, result: pg.QueryResult) => void }

/** An error of the server as pg gives it has the stack of the socket; the code, the table and the words say where it is from. */
const traced = (error: Error) => {
  Error.captureStackTrace(error, traced)
  return error
}

// Statements built for once (imports, lists of ids) are many and different: they stay without a name, and past a
// thousand names no new one is given, since each connection keeps them all.
let names = 0
const seen = new Map<string, string | undefined>()
const nameOf = (text: string): string | undefined => {
  if (typeof text !== "string" || text.length > 8000) return undefined
  if (seen.has(text)) {
    const name = seen.get(text) ?? `permanence_${++names}`
    seen.set(text, name)
    return name
  }
  if (seen.size < 1000) seen.set(text, undefined)
  return undefined
}

const asText = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(asText)
    : value instanceof Temporal.PlainDate ||
        value instanceof Temporal.Instant ||
        value instanceof Temporal.PlainDateTime ||
        value instanceof Temporal.PlainTime
      ? value.toString()
      : asWritten(value)
