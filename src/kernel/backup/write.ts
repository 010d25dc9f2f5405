import { createWriteStream } from "node:fs"
import { rename, rm, stat } from "node:fs/promises"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { constants, createZstdCompress } from "node:zlib"
import type pg from "pg"
import type { FileStore } from "../file/store.ts"
import { pendingReactions } from "../job.ts"
import { withClient } from "../postgres/bootstrap.ts"
import { sign, type Secret } from "../secret.ts"
import { type Head, type Manifest, manifestName, proofPurpose } from "./manifest.ts"
import { BackupRefused } from "./refused.ts"
import { batchesOf, countOf, plainText, type Table, tablesOf } from "./snapshot.ts"
import { tar, type TarEntry } from "./tar.ts"

export type Written = {
  rows: number
  files: number
  bytes: number
  /** Files that a row names and the store does not have: "organisation/hash". */
  missing: string[]
}

/**
 * Writes everything but the secret into one file (tar, zstd): the tables as they are at one instant, what is still to be
 * done, the files. People go on working meanwhile. The file appears under its name once it is whole and on the disk.
 * Refuses `already_there`, `nothing_to_save`.
 */
export async function writeBackup(
  path: string,
  {
    owner,
    files,
    secret,
    version,
    now,
  }: {
    owner: pg.PoolConfig
    files: FileStore
    secret: Secret
    version: string
    now: Temporal.Instant
  },
): Promise<Written> {
  if (await stat(path).catch(() => undefined)) throw new BackupRefused("already_there", path)
  const draft = `${path}.part`
  return withClient(owner, async (client) => {
    await client.query(plainText)
    await client.query("begin isolation level repeatable read read only")
    const { rows } = await client.query<{ there: boolean }>(
      "select to_regclass('public.migrations') is not null as there",
    )
    if (!rows[0]!.there) throw new BackupRefused("nothing_to_save")
    const tables = await tablesOf(client)
    const manifest = await manifestOf(client, tables, { version, now, secret })
    const written: Written = {
      rows: Object.values(manifest.tables).reduce((sum, { rows: count }) => sum + count, 0),
      files: 0,
      bytes: 0,
      missing: [],
    }
    try {
      await pipeline(
        Readable.from(tar(entries(client, { manifest, tables, files, written }), now), { objectMode: false }),
        createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
        createWriteStream(draft, { mode: 0o600, flush: true }),
      )
      written.bytes = (await stat(draft)).size
      await rename(draft, path)
    } finally {
      await rm(draft, { force: true })
    }
    return written
  })
}

async function manifestOf(
  client: pg.ClientBase,
  tables: Table[],
  { version, now, secret }: { version: string; now: Temporal.Instant; secret: Secret },
): Promise<Manifest> {
  const counted: Manifest["tables"] = {}
  for (const table of tables) counted[table.name] = { columns: table.columns, rows: await countOf(client, table) }
  const { rows: migrations } = await client.query<Manifest["migrations"][number]>(
    "select module, name, hash from migrations order by applied_at, module, name",
  )
  const { rows: organisations } = await client.query<Head>(`
    select o.id::text, o.name, coalesce(e.position, 0)::float8 as position, encode(e.hash, 'hex') as hash
      from organisations o
      left join lateral (select position, hash from events where organisation_id = o.id and position is not null
                          order by position desc limit 1) e on true order by o.id`)
  const proof = sign(secret, proofPurpose, {}, null)
  return { format: 1, version, made_at: now.toString(), proof, migrations, organisations, tables: counted }
}

type Ground = { manifest: Manifest; tables: Table[]; files: FileStore; written: Written }

async function* entries(client: pg.ClientBase, ground: Ground): AsyncGenerator<TarEntry> {
  yield whole(manifestName, `${JSON.stringify(ground.manifest, null, 2)}\n`)
  for (const table of ground.tables) {
    let number = 0
    for await (const lines of batchesOf(client, table))
      yield whole(numbered(`tables/${table.name}`, ++number), inLines(lines))
  }
  yield whole(numbered("reactions", 1), inLines(await pendingReactions(client)))
  yield* papers(client, ground)
}

async function* papers(client: pg.ClientBase, { manifest, files, written }: Ground): AsyncGenerator<TarEntry> {
  const { rows } = await client.query<{ place: string }>(
    "select distinct organisation_id || '/' || hash as place from files",
  )
  const named = new Set(rows.map(({ place }) => place))
  for (const { id } of manifest.organisations) {
    const seen = new Set<string>()
    for await (const { hash } of files.each(id)) {
      // Caught while it was being sealed, it lies there twice.
      if (seen.has(hash)) continue
      seen.add(hash)
      // Removed since it was listed.
      const kept = await files.asKept(id, hash)
      if (!kept) continue
      named.delete(`${id}/${hash}`)
      written.files++
      const { sealed, bytes, content } = kept
      yield { name: `files/${id}/${hash}${sealed ? ".sealed" : ""}`, bytes, content }
    }
  }
  written.missing = [...named]
}

const numbered = (folder: string, number: number) => `${folder}/${String(number).padStart(6, "0")}.ndjson`

const inLines = (lines: string[]) => lines.map((line) => `${line}\n`).join("")

const whole = (name: string, text: string): TarEntry => {
  const content = Buffer.from(text)
  return { name, bytes: content.length, content: [content] }
}
