import { spawn } from "node:child_process"
import { createHash, randomBytes } from "node:crypto"
import { mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { env, execPath, getuid, kill, pid } from "node:process"
import { setTimeout as pause } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import pg from "pg"
import { closeToTemporaries, prepareDatabase, withClient } from "./bootstrap.ts"
import { isAlive } from "./orphan.ts"
import { hashOf, inOrder, migrate, type Migration } from "./migrate.ts"

/** A database of its own for one test file, already migrated. */
export type TestDatabase = { owner: pg.PoolConfig; app: pg.PoolConfig; drop(): Promise<void> }

/**
 * A copy of a template that has the migrations, on a PostgreSQL shared by all test files running now.
 * The first to come starts it; it ends by itself some minutes after the last one, or with `stopTestCluster`.
 */
export async function testDatabase(migrations: Migration[]): Promise<TestDatabase> {
  const { sockets, database } = await copied(migrations)
  return {
    owner: { host: sockets, port: 5432, ssl: false, user: "permanence", database },
    app: { host: sockets, port: 5432, ssl: false, user: "permanence_app", database },
    drop: async () => {
      await asSuperuser(sockets, "postgres", (client) => client.query(`drop database ${database} with (force)`))
    },
  }
}

async function copied(migrations: Migration[], tries = 3): Promise<{ sockets: string; database: string }> {
  const { sockets } = await cluster()
  const database = `test_${randomBytes(8).toString("hex")}`
  try {
    const template = await templateOf(sockets, migrations)
    await asSuperuser(sockets, "postgres", (client) =>
      client.query(`create database ${database} template ${template} owner permanence`),
    )
    await asSuperuser(sockets, database, closeToTemporaries)
    return { sockets, database }
  } catch (error) {
    // It was just ending, idle; the next one is found or started.
    const ending = ["ENOENT", "ECONNREFUSED", "57P01", "57P03"].includes((error as NodeJS.ErrnoException).code ?? "")
    if (!ending || tries === 0) throw error
    await pause(500)
    return copied(migrations, tries - 1)
  }
}

/** Called by the test command when the run is over. */
export async function stopTestCluster() {
  const running = await runningCluster()
  if (!running) return
  kill(running.keeper, "SIGTERM")
  while (isAlive(running.keeper)) await pause(20)
}

export type Cluster = { sockets: string; keeper: number }

/** TEST_CLUSTER, a folder, keeps one run of the tests apart from another. */
export const clusterFolder = () => env.TEST_CLUSTER ?? join(tmpdir(), `permanence-tests-${getuid?.() ?? "me"}`)

async function cluster(): Promise<Cluster> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const running = await runningCluster()
    if (running) return running
    if (await weAreFirst()) return startKeeper()
    await pause(50)
  }
  throw new Error(`The database of the tests did not start within a minute; see ${clusterFolder()}.`)
}

async function runningCluster(): Promise<Cluster | undefined> {
  const text = await readFile(join(clusterFolder(), "cluster.json"), "utf8").catch(() => undefined)
  const found = text ? (JSON.parse(text) as Cluster) : undefined
  return found && isAlive(found.keeper) ? found : undefined
}

async function weAreFirst() {
  const lock = join(clusterFolder(), "starting")
  await mkdir(clusterFolder(), { recursive: true, mode: 0o711 })
  try {
    await writeFile(lock, String(pid), { flag: "wx" })
    return true
  } catch {
    const starter = Number(await readFile(lock, "utf8").catch(() => "0"))
    if (starter && !isAlive(starter)) await rm(lock, { force: true })
    return false
  }
}

async function startKeeper(): Promise<Cluster> {
  try {
    const script = fileURLToPath(new URL("./for-tests-keeper.ts", import.meta.url))
    const child = spawn(execPath, [script, clusterFolder()], { detached: true, stdio: "ignore", cwd: "/" })
    child.unref()
    while (child.exitCode === null) {
      const running = await runningCluster()
      if (running) return running
      await pause(20)
    }
    const why = await readFile(join(clusterFolder(), "keeper.log"), "utf8").catch(() => "")
    throw new Error(`The database of the tests does not start: ${why}`)
  } finally {
    await rm(join(clusterFolder(), "starting"), { force: true })
  }
}

async function templateOf(sockets: string, migrations: Migration[]) {
  const hash = createHash("sha256")
  for (const one of inOrder(migrations)) hash.update(`${one.module}/${one.name} ${hashOf(one)}\n`)
  const name = `template_${hash.digest("hex").slice(0, 24)}`
  await asSuperuser(sockets, "postgres", async (client) => {
    await client.query("select pg_advisory_lock(hashtext($1))", [name])
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name])
    if (!rowCount) await makeTemplate(client, sockets, name, migrations)
  })
  return name
}

// Migrated under another name first: a template that exists is whole.
async function makeTemplate(client: pg.Client, sockets: string, name: string, migrations: Migration[]) {
  const draft = `draft_${name}`
  await client.query(`drop database if exists ${draft} with (force)`)
  await client.query(`create database ${draft} owner permanence`)
  await asSuperuser(sockets, draft, prepareDatabase)
  await migrate({ host: sockets, port: 5432, ssl: false, user: "permanence", database: draft }, migrations)
  await client.query(`alter database ${draft} rename to ${name}`)
}

const asSuperuser = <T>(host: string, database: string, act: (client: pg.Client) => Promise<T>) =>
  withClient({ host, port: 5432, ssl: false, user: "postgres", database }, act)
