import { setTimeout as pause } from "node:timers/promises"
import pg from "pg"
import { withClient } from "./bootstrap.ts"
import { RefusedStart, isHeldElsewhere } from "./refused-start.ts"

export type Lock = {
  /** Major version of the server. */
  version: number
  /** Resolves once the lock is held, again if PostgreSQL was restarted meanwhile. */
  held(): Promise<void>
  release(): Promise<void>
}

/**
 * Holds, on a connection of its own, the lock that says "this database has its Permanence", across restarts of PostgreSQL.
 * @param lost called if another process took it in between
 * @throws RefusedStart "already_running"
 */
export async function holdLock(superuser: pg.ClientConfig, lost: (why: Error) => void): Promise<Lock> {
  let released = false
  let { client, version } = await locked(superuser)
  let holding = Promise.resolve()
  const watch = () =>
    client.once("end", () => {
      if (!released) holding = hold()
    })
  async function hold() {
    while (!released) {
      try {
        client = (await locked(superuser)).client
        watch()
        return
      } catch (error) {
        if (isHeldElsewhere(error)) return lost(error)
        await pause(50)
      }
    }
  }
  watch()
  return {
    version,
    held: () => holding,
    async release() {
      released = true
      await client.end().catch(() => {})
      await holding
    },
  }
}

/** Whether a Permanence holds the lock. Looked up, not tried: a try would take it from one that is just taking it again. */
export const isHeld = (superuser: pg.ClientConfig) =>
  withClient({ ...superuser, connectionTimeoutMillis: 10_000 }, async (client) => {
    const { rowCount } = await client.query(
      `select from pg_locks where locktype = 'advisory' and granted and (classid, objid, objsubid) = (${key}, 2)`,
    )
    return Boolean(rowCount)
  })

// Two numbers of our own; PostgreSQL shows them as classid and objid, with objsubid 2.
const key = "1347571534, 1"

async function locked(superuser: pg.ClientConfig) {
  const client = new pg.Client({ ...superuser, connectionTimeoutMillis: 10_000 })
  client.on("error", () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ held: boolean; version: number }>(
      `select pg_try_advisory_lock(${key}) as held, current_setting('server_version_num')::int / 10000 as version`,
    )
    if (!rows[0]!.held) throw new RefusedStart("already_running")
    return { client, version: rows[0]!.version }
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}
