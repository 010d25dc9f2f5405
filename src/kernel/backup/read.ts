import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { createZstdDecompress } from "node:zlib"
import { hashOf, type Migration } from "../postgres/migrate.ts"
import { type Manifest, manifest, manifestName } from "./manifest.ts"
import { BackupRefused } from "./refused.ts"
import { type Bytes, type TarEntry, untar } from "./tar.ts"

/** Opens a backup and hands over its manifest and the entries after it. Refuses `not_found`, `not_a_backup`, `damaged`. */
export async function readBackup<T>(
  path: string,
  use: (manifest: Manifest, entries: AsyncIterator<TarEntry>) => Promise<T>,
): Promise<T> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new BackupRefused("not_found", path)
  // Not a pipeline: that one waits for the end of a file which the reader may have refused at its beginning.
  const file = createReadStream(path)
  const plain = createZstdDecompress()
  file.on("error", (error) => plain.destroy(error))
  try {
    const entries = untar(file.pipe(plain))
    const first = await entries.next()
    if (first.done || first.value.name !== manifestName) throw new BackupRefused("not_a_backup")
    return await use(manifestIn(await textOf(first.value.content)), entries)
  } finally {
    file.destroy()
    plain.destroy()
  }
}

function manifestIn(text: string): Manifest {
  try {
    return manifest.parse(JSON.parse(text))
  } catch (cause) {
    throw Object.assign(new BackupRefused("not_a_backup"), { cause })
  }
}

export async function textOf(content: Bytes): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part)
  return Buffer.concat(parts).toString("utf8")
}

/**
 * The migrations the tables of the backup were made by, among those of this version: restored as they were, then brought
 * up to date as at any start. Refuses `newer` (this version lacks one) and `other_migration` (it has another of that name).
 */
export function migrationsOf({ migrations }: Manifest, known: Migration[]): Migration[] {
  const titled = new Map(known.map((one) => [`${one.module}/${one.name}`, one]))
  const wanted = migrations.map(({ module, name, hash }) => {
    const title = `${module}/${name}`
    const here = titled.get(title)
    if (!here) throw new BackupRefused("newer", title)
    if (hashOf(here) !== hash) throw new BackupRefused("other_migration", title)
    return here
  })
  // In the order this version knows: those of one day follow one another as its modules do.
  return known.filter((one) => wanted.includes(one))
}
