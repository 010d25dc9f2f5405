import { createHash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import pg from "pg"
import { withClient } from "./bootstrap.ts"
import { RefusedStart } from "./refused-start.ts"

/** `name` begins with its date, as in `20261122-wall`; `sql` runs in one transaction, as the owner. */
export type Migration = { module: string; name: string; sql: string }

/** The `*.sql` files of a folder, in the order of their names. A folder that does not exist has none. */
export async function migrationsIn(folder: URL, module: string): Promise<Migration[]> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return []
    throw error
  })
  const named = files.filter((file) => file.endsWith(".sql")).sort()
  return Promise.all(
    named.map(async (file) => ({
      module,
      name: file.slice(0, -".sql".length),
      sql: await readFile(new URL(file, `${folder.href.replace(/\/?$/, "/")}`), "utf8"),
    })),
  )
}

/**
 * Applies what is not applied yet, by date, then in the order given; forward only, each in its own transaction.
 * Several processes may start at once: one migrates, the others wait.
 * @returns the names applied, as `module/name`
 * @throws RefusedStart when an applied migration has changed or is gone
 */
export async function migrate(owner: pg.PoolConfig, migrations: Migration[]): Promise<string[]> {
  return withClient(owner, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('permanence migrations'))")
    await client.query(`create table if not exists migrations (
      module text not null, name text not null, hash text not null,
      applied_at timestamptz not null default now(), primary key (module, name))`)
    const waiting = await notYetApplied(client, inOrder(migrations))
    for (const migration of waiting) await apply(client, migration)
    return waiting.map(title)
  })
}

export const hashOf = (migration: Migration) => createHash("sha256").update(migration.sql).digest("hex")

export const inOrder = (migrations: Migration[]) => migrations.toSorted((a, b) => dateOf(a) - dateOf(b))

const title = ({ module, name }: { module: string; name: string }) => `${module}/${name}`

function dateOf(migration: Migration) {
  const date = /^\d{8}(?=-)/.exec(migration.name)?.[0]
  if (!date) throw new Error(`The migration ${title(migration)} must begin with its date, as in 20261122-wall.sql.`)
  return Number(date)
}

async function notYetApplied(client: pg.Client, migrations: Migration[]) {
  const { rows } = await client.query<{ module: string; name: string; hash: string }>(
    "select module, name, hash from migrations",
  )
  const known = new Map(migrations.map((migration) => [title(migration), migration]))
  if (known.size < migrations.length) throw new Error("Two migrations of one module have the same name.")
  for (const row of rows) {
    const migration = known.get(title(row))
    if (!migration) throw new RefusedStart("migration_unknown", { title: title(row) })
    if (hashOf(migration) !== row.hash) throw new RefusedStart("migration_changed", { title: title(row) })
  }
  const applied = new Set(rows.map(title))
  return migrations.filter((migration) => !applied.has(title(migration)))
}

async function apply(client: pg.Client, migration: Migration) {
  await client.query("begin")
  try {
    await client.query(migration.sql)
    await client.query("insert into migrations (module, name, hash) values ($1, $2, $3)", [
      migration.module,
      migration.name,
      hashOf(migration),
    ])
    await client.query("commit")
  } catch (error) {
    await client.query("rollback").catch(() => {})
    throw new Error(`The migration ${title(migration)} failed: ${(error as Error).message}`, { cause: error })
  }
}
