import { Kysely, PostgresDialect, sql } from "kysely"
import pg from "pg"
import type { OrganisationId } from "./rule.ts"

/** Every table of the product. A module adds its own by declaration merging, in its `tables.ts`. */
export interface Tables {}

/** A connection or a transaction. Inside `perform` and `answer` it is always a transaction fixed to one organisation. */
export type Db = Kysely<Tables>

/**
 * A pool whose values are Temporal (date, timestamptz) and bigint (int8), both ways.
 * Throws nothing itself: a lost connection surfaces in the query that used it.
 */
export const openDb = (config: pg.PoolConfig): Db & { pool: pg.Pool } => {
  const pool = new pg.Pool({ max: 20, ...config, types, Client: TemporalClient as never })
  pool.on("error", () => {}) // An idle connection that the server closed: the pool opens another one.
  return Object.assign(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), { pool })
}

/**
 * One transaction behind the wall of one organisation (row-level security reads `app.org`). `weak` names the person whose
 * functions that demand a second factor count for nothing in it (rights read `app.weak`).
 */
export const inOrganisation = <T>(
  db: Db,
  organisation: OrganisationId,
  work: (tx: Db) => Promise<T>,
  weak: string | null = null,
): Promise<T> =>
  db.connection().execute(async (connection) => {
    // Both in one message: every command and every read pays for this. A UUID needs no quoting, and nothing else passes.
    if (![organisation, weak ?? organisation].every((id) => /^[0-9a-f-]{36}$/.test(id)))
      throw new Error("organisations and people have UUIDs")
    const weakness = weak ? `, set_config('app.weak', '${weak}', true)` : ""
    await sql.raw(`begin; select set_config('app.org', '${organisation}', true)${weakness}`).execute(connection)
    try {
      const result = await work(connection)
      await sql.raw("commit").execute(connection)
      return result
    } catch (error) {
      // A connection that is gone has rolled back by itself.
      await sql
        .raw("rollback")
        .execute(connection)
        .catch(() => {})
      throw error
    }
  })

/** A value for a jsonb column; pg would turn a JavaScript array into a PostgreSQL array. */
export const json = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`

const types = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (format !== "binary") {
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

const pgArray = (list: string) => (list === "{}" ? [] : list.slice(1, -1).split(","))

/**
 * pg knows Date only; Temporal values go as their ISO text. A statement seen before is sent by name, so that each
 * connection plans it once: planning "may they" behind the wall took 6 ms, running it 0.3.
 */
class TemporalClient extends pg.Client {
  override query(...args: any[]): any {
    const send = super.query.bind(this) as (...all: any[]) => any
    if (!Array.isArray(args[1]) || args[1].length === 0) return send(...args)
    const [text, values, ...rest] = args as [string, unknown[]]
    return send({ text, values: values.map(asText), name: nameOf(text) }, ...rest)
  }
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
  value instanceof Temporal.PlainDate ||
  value instanceof Temporal.Instant ||
  value instanceof Temporal.PlainDateTime ||
  value instanceof Temporal.PlainTime
    ? value.toString()
    : value
