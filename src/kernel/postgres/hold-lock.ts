import pg from "pg"
import { RefusedStart } from "./refused-start.ts"

/** Holds, on a connection of its own, the lock that says "this database has its Permanence". */
export async function holdLock(superuser: pg.ClientConfig) {
  const client = new pg.Client(superuser)
  client.on("error", () => {})
  await client.connect()
  const { rows } = await client.query<{ held: boolean; version: number }>(
    "select pg_try_advisory_lock(hashtext('permanence')) as held, current_setting('server_version_num')::int / 10000 as version",
  )
  const { held, version } = rows[0]!
  if (!held) {
    await client.end()
    throw new RefusedStart(
      "Permanence is already running on this data folder. Stop it first, or set DATA_DIR to another folder.",
    )
  }
  return { version, release: () => client.end().catch(() => {}) }
}
