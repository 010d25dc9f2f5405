import pg from "pg"
import type { FileStore } from "../file/store.ts"
import { type Jobs, queueAgain } from "../job.ts"
import { withClient } from "../postgres/bootstrap.ts"
import { Refusal } from "../refusal.ts"
import type { Manifest } from "./manifest.ts"
import { textOf } from "./read.ts"
import { BackupRefused } from "./refused.ts"
import { insertBatch, plainText, tablesOf } from "./snapshot.ts"
import type { TarEntry } from "./tar.ts"

export type Loaded = { rows: number; files: number; reactions: number; held: number }

/**
 * Puts the entries of a backup into an empty database that has its migrations, and its files into the store: all of it,
 * or nothing. Refuses `not_empty`, and `damaged` when a row or a file of the manifest is not there.
 */
export async function load(
  { manifest, entries }: { manifest: Manifest; entries: AsyncIterator<TarEntry> },
  {
    owner,
    files,
    jobs,
    hold: holdLetters,
  }: {
    owner: pg.PoolConfig
    files: FileStore
    jobs: Jobs
    /** Holds back, in the same transaction, what must not be done twice; answers how many. */
    hold: (owner: pg.ClientBase) => Promise<number>
  },
): Promise<Loaded> {
  const putBack: [organisation: string, hash: string][] = []
  return withClient(owner, async (client) => {
    await client.query(plainText)
    await client.query("begin")
    try {
      const hold = await foreignKeys(client)
      await hold.deferred()
      await mustBeEmpty(client)
      const loaded = await take(client, { manifest, entries, files, jobs, putBack })
      loaded.held = await holdLetters(client)
      await client.query("set constraints all immediate")
      await hold.asBefore()
      await client.query("commit")
      return loaded
    } catch (error) {
      await client.query("rollback").catch(() => {})
      for (const [organisation, hash] of putBack) await files.remove(organisation, hash)
      // A spoilt byte shows in a row before the check sum at the end does: bad data (class 22), a broken constraint (23).
      const spoilt = error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? "")
      throw spoilt ? Object.assign(new BackupRefused("damaged"), { cause: error }) : error
    }
  })
}

// Tables refer to one another and to themselves: each reference is checked at the end, when all rows are there. The owner of
// a table may say so on any server; to skip the checks altogether would need a superuser. The locks also keep others out.
async function foreignKeys(client: pg.ClientBase) {
  const { rows } = await client.query<{ alter: string }>(`
    select format('alter table %s alter constraint %I', conrelid::regclass, conname) as alter
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and not condeferrable`)
  const each = async (how: string) => {
    for (const { alter } of rows) await client.query(`${alter} ${how}`)
  }
  return { deferred: () => each("deferrable initially deferred"), asBefore: () => each("not deferrable") }
}

// A first start leaves the opening code, a mistyped one its count: they are not somebody's work.
const ofAFirstStart = ["installation", "attempts"]

async function mustBeEmpty(client: pg.ClientBase): Promise<void> {
  for (const { name } of await tablesOf(client)) {
    const table = pg.escapeIdentifier(name)
    if (ofAFirstStart.includes(name)) await client.query(`delete from ${table}`)
    else if ((await client.query(`select from ${table} limit 1`)).rowCount) throw new BackupRefused("not_empty", name)
  }
}

type Taking = {
  manifest: Manifest
  entries: AsyncIterator<TarEntry>
  files: FileStore
  jobs: Jobs
  putBack: [string, string][]
}

async function take(client: pg.ClientBase, { manifest, entries, files, jobs, putBack }: Taking): Promise<Loaded> {
  const rows: Record<string, number> = {}
  const loaded: Loaded = { rows: 0, files: 0, reactions: 0, held: 0 }
  for (let next = await entries.next(); !next.done; next = await entries.next()) {
    const { name, content } = next.value
    const [kind, whose = "", rest = ""] = name.split("/")
    if (kind === "tables") {
      const table = manifest.tables[whose]
      if (!table) throw new BackupRefused("damaged")
      const count = await insertBatch(client, { name: whose, columns: table.columns }, linesOf(await textOf(content)))
      rows[whose] = (rows[whose] ?? 0) + count
      loaded.rows += count
    } else if (kind === "reactions") {
      const tasks = linesOf(await textOf(content))
      await queueAgain(tasks, jobs, client)
      loaded.reactions += tasks.length
    } else if (kind === "files") {
      loaded.files++
      const hash = rest.replace(/\.sealed$/, "")
      if (await files.has(whose, hash)) continue
      await files.putBack(whose, hash, asAsync(content), hash !== rest).catch(asDamage)
      putBack.push([whose, hash])
    }
  }
  for (const [table, { rows: expected }] of Object.entries(manifest.tables))
    if ((rows[table] ?? 0) !== expected) throw new BackupRefused("damaged")
  return loaded
}

const linesOf = (text: string) => text.split("\n").filter(Boolean)

async function* asAsync(content: TarEntry["content"]): AsyncGenerator<Uint8Array> {
  yield* content
}

// The store takes a source that stops for somebody who hung up; here it is the backup that is cut.
function asDamage(problem: unknown): never {
  throw problem instanceof Refusal ? Object.assign(new BackupRefused("damaged"), { cause: problem }) : problem
}
