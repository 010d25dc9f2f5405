import type pg from "pg"
import { startEmbedded } from "./embedded.ts"
import { joinManaged } from "./managed.ts"

export type DatabaseOptions = {
  /** The folder of the installation; the embedded database lives in its `postgres`. */
  dataDir: string
  /** Any PostgreSQL from 15 on, through a direct or session connection; unset, the embedded one is started. */
  databaseUrl?: string
  /** Receives what PostgreSQL says and what the launcher does about it. */
  log?: (line: string) => void
  /** Another process took the database over, or it cannot be restarted; by default the process ends. */
  onLost?: (why: Error) => void
}

export type Database = {
  /** Migrations, backup: owns every table, sees every organisation. */
  owner: pg.PoolConfig
  /** Everything else: owns nothing, sees the organisation named by `app.org`. */
  app: pg.PoolConfig
  /** Major version, for instance 18. */
  version: number
  /** Stops and starts the embedded server again on the same address; does nothing for a server of others. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts or joins the database and prepares its two roles. Tables come with `migrate`.
 * A pool made from `owner` or `app` must listen to its `error` event: a restart of PostgreSQL ends idle connections.
 * @throws RefusedStart, with a sentence, in French and in English, for the person who typed `npm start`
 */
export async function startDatabase(options: DatabaseOptions): Promise<Database> {
  return options.databaseUrl ? joinManaged(options.databaseUrl) : startEmbedded(options)
}
