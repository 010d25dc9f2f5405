import { rm } from "node:fs/promises"
import { join, resolve } from "node:path"
import process from "node:process"
import { embeddedBinaries, type Binaries } from "./binaries.ts"
import { prepareServer } from "./bootstrap.ts"
import { childUser, mustReach, withPassage } from "./child-user.ts"
import { ensureData, ensureFolder, socketFolder } from "./data-folder.ts"
import { holdLock } from "./hold-lock.ts"
import type { Database, DatabaseOptions } from "./launch.ts"
import { stopOrphan } from "./orphan.ts"
import { runServer, type Place } from "./server.ts"

export type EmbeddedOptions = DatabaseOptions & {
  /** Settings of PostgreSQL over ours; tests give `fsync: "off"`. */
  settings?: Record<string, string>
  /** Another PostgreSQL than the one that comes with the package. */
  binaries?: Binaries
}

const ours = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  // Sized for a volunteer's small server; an assembly of a thousand is far below it.
  shared_buffers: "128MB",
  max_connections: "60",
  max_wal_size: "512MB",
  random_page_cost: "1.1",
  // Short questions of many tables: see managed.ts.
  jit: "off",
  synchronous_commit: "on",
  // Statements that fail hold what people typed: what is logged is about the server, never about them.
  log_min_messages: "log",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
  log_line_prefix: "",
  lc_messages: "C",
}

/** Starts the PostgreSQL that comes with the package as our child, and keeps it running until `stop`. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Database> {
  const log = options.log ?? (() => {})
  const lost = options.onLost ?? endProcess(log)
  const place = await preparedPlace(options, log)
  const undo = [() => rm(place.sockets, { recursive: true, force: true })]
  const stop = async () => {
    for (const step of undo.toReversed()) await step()
  }
  try {
    const server = await runServer(place, log, lost)
    undo.push(() => server.stop())
    const at = { host: place.sockets, port: 5432, ssl: false, application_name: "permanence" }
    const superuser = { ...at, user: "postgres", database: "postgres" }
    const lock = await holdLock(superuser, lost)
    undo.push(() => lock.release())
    await prepareServer(superuser)
    return {
      owner: { ...at, user: "permanence", database: "permanence" },
      app: { ...at, user: "permanence_app", database: "permanence" },
      version: lock.version,
      async restart() {
        await server.restart()
        await lock.held()
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function preparedPlace(options: EmbeddedOptions, log: (line: string) => void): Promise<Place> {
  const data = join(resolve(options.dataDir), "postgres")
  const binaries = options.binaries ?? (await embeddedBinaries())
  const settings: Record<string, string> = { ...ours, ...options.settings }
  const owner = await childUser(data)
  await ensureFolder(resolve(options.dataDir), owner)
  const user = withPassage(owner, [binaries.postgres, `${resolve(options.dataDir)}/.`])
  await mustReach(user, binaries.postgres)
  await ensureData(binaries, user, data, settings.fsync === "off")
  await mustReach(user, data)
  await stopOrphan(data, log)
  return { binaries, user, data, sockets: await socketFolder(user), settings }
}

const endProcess = (log: (line: string) => void) => (why: Error) => {
  log(why.message)
  process.kill(process.pid, "SIGTERM")
}
