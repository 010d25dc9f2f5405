import { join, resolve } from "node:path"
import type { Database, DatabaseOptions } from "./launch.ts"
import { startDatabase } from "./launch.ts"
import { socketsOfRunning } from "./orphan.ts"

/**
 * The database of an installation for a passing visit from the command line: beside the Permanence that runs, or, when none
 * does, started for the visit and stopped by `stop`.
 */
export async function attachDatabase(options: DatabaseOptions): Promise<Pick<Database, "owner" | "app" | "stop">> {
  const sockets = options.databaseUrl ? undefined : await socketsOfRunning(join(resolve(options.dataDir), "postgres"))
  if (!sockets) return startDatabase(options)
  const at = { host: sockets, port: 5432, ssl: false, application_name: "permanence visit", database: "permanence" }
  return { owner: { ...at, user: "permanence" }, app: { ...at, user: "permanence_app" }, async stop() {} }
}
