import { spawn, type ChildProcess } from "node:child_process"
import { chmod, mkdir, mkdtemp, rename, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import pg from "pg"
import { embeddedBinaries, type Binaries } from "./binaries.ts"
import { prepareServer } from "./bootstrap.ts"
import { childUser, giveTo, mustReach, type ChildUser } from "./child-user.ts"
import { holdLock } from "./hold-lock.ts"
import type { Database, DatabaseOptions } from "./launch.ts"
import { stopOrphan } from "./orphan.ts"
import { RefusedStart } from "./refused-start.ts"

export type EmbeddedOptions = DatabaseOptions & {
  /** Settings of PostgreSQL over ours; tests give `fsync: "off"`. */
  settings?: Record<string, string>
}

type Place = { binaries: Binaries; user: ChildUser; data: string; sockets: string; settings: Record<string, string> }

// Sized for a volunteer's small server; an assembly of a thousand is far below it.
const ours = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  shared_buffers: "128MB",
  max_connections: "60",
  synchronous_commit: "on",
  max_wal_size: "512MB",
  random_page_cost: "1.1",
  log_min_messages: "warning",
  log_line_prefix: "",
  lc_messages: "C",
}

/** Starts the PostgreSQL that comes with the package as our child, and keeps it running until `stop`. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Database> {
  const log = options.log ?? (() => {})
  const place = await preparedPlace(options)
  await stopOrphan(place.data, log)
  const keeper = await keepRunning(place, log)
  const superuser = { host: place.sockets, user: "postgres", database: "postgres" }
  const lock = await holdLock(superuser).catch(async (error: unknown) => {
    await keeper.stop()
    throw error
  })
  await prepareServer(superuser)
  return {
    owner: { host: place.sockets, user: "permanence", database: "permanence" },
    app: { host: place.sockets, user: "permanence_app", database: "permanence" },
    version: lock.version,
    restart: keeper.restart,
    async stop() {
      await lock.release()
      await keeper.stop()
      await rm(place.sockets, { recursive: true, force: true })
    },
  }
}

async function preparedPlace(options: EmbeddedOptions): Promise<Place> {
  const binaries = await embeddedBinaries()
  const user = await childUser()
  const dataDir = resolve(options.dataDir)
  const data = join(dataDir, "postgres")
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  await mustReach(user, binaries.postgres, "the programs of PostgreSQL")
  await initialise(binaries, user, dataDir, data)
  await mustReach(user, data, "its data")
  return { binaries, user, data, sockets: await socketFolder(user), settings: { ...ours, ...options.settings } }
}

// The path of a Unix socket holds 107 bytes on Linux and 103 on macOS, the name `.s.PGSQL.5432` included.
async function socketFolder(user: ChildUser) {
  const folder = await mkdtemp(join(tmpdir(), "permanence-"))
  await chmod(folder, 0o700)
  await giveTo(user, folder)
  const path = join(folder, ".s.PGSQL.5432")
  if (Buffer.byteLength(path) > 100) {
    await rm(folder, { recursive: true })
    throw new RefusedStart(
      `The path of the database's socket is too long for the system (${path}). Set TMPDIR to a shorter folder, for instance /tmp.`,
    )
  }
  await mustReach(user, folder, "its socket")
  return folder
}

// In a folder beside it, renamed once whole: a first start that was interrupted leaves nothing half made.
async function initialise(binaries: Binaries, user: ChildUser, dataDir: string, data: string) {
  if (await exists(join(data, "PG_VERSION"))) return
  const fresh = await mkdtemp(join(dataDir, "postgres.new-"))
  await giveTo(user, fresh)
  await mustReach(user, fresh, "its data")
  const locale = ["--locale-provider=icu", "--icu-locale=fr", "--locale=C.UTF-8", "--encoding=UTF8"]
  const child = spawn(binaries.initdb, ["-D", fresh, "-U", "postgres", "--auth=trust", ...locale], {
    ...user,
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
  })
  const said = lastLines(child)
  const code = await ended(child)
  if (code !== 0) {
    await rm(fresh, { recursive: true, force: true })
    throw new RefusedStart(`The database could not be created in ${data}: ${said() || `initdb ended with ${code}`}`)
  }
  try {
    await rename(fresh, data)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    if (!(await exists(join(data, "PG_VERSION")))) throw error
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

async function keepRunning(place: Place, log: (line: string) => void) {
  let child = await running(place, log)
  const exit = () => child.kill("SIGINT")
  process.on("exit", exit)
  return {
    async stop() {
      process.off("exit", exit)
      await stopped(child)
    },
    async restart() {
      await stopped(child)
      child = await running(place, log)
    },
  }
}

async function stopped(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill("SIGINT")
  await ended(child)
}

async function running(place: Place, log: (line: string) => void): Promise<ChildProcess> {
  const settings = Object.entries({ ...place.settings, unix_socket_directories: place.sockets })
  // Its own process group: the Ctrl-C of the terminal is for us, who stop it once the last answer is written.
  const child = spawn(
    place.binaries.postgres,
    ["-D", place.data, ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    { ...place.user, cwd: "/", detached: true, stdio: ["ignore", "ignore", "pipe"] },
  )
  const said = lastLines(child, log)
  while (!(await answers(place.sockets))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new RefusedStart(`The database does not start: ${said()}`)
    await pause(20)
  }
  return child
}

async function answers(sockets: string) {
  const client = new pg.Client({ host: sockets, user: "postgres", database: "postgres" })
  client.on("error", () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function lastLines(child: ChildProcess, log: (line: string) => void = () => {}) {
  const lines: string[] = []
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    for (const line of text.split("\n").filter(Boolean)) {
      log(`postgres: ${line}`)
      lines.push(line)
      if (lines.length > 20) lines.shift()
    }
  })
  return () => lines.join(" ")
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolved, rejected) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolved(child.exitCode)
    child.once("error", rejected).once("exit", resolved)
  })
