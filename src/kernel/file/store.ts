import { createHash, randomUUID } from "node:crypto"
import { mkdir, open, readdir, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { refuse } from "../refusal.ts"
import { folder } from "./folder.ts"
import { s3 } from "./s3.ts"
import { contradiction } from "./sniff.ts"
import { kindOfName, type FileKind } from "./types.ts"

/** What a stored file is known by: `hash` is the SHA-256 of its bytes in hexadecimal, `type` a media type of `fileKinds`. */
export type StoredFile = { hash: string; bytes: number; type: string }

/** First and last byte, both included. */
export type ByteRange = { start: number; end: number }

/**
 * Files by content, apart for each organisation: the same bytes in two organisations are two files, so that removing one
 * never removes the other's, and nobody learns what another organisation holds.
 */
export interface FileStore {
  /**
   * Takes a file in: resolves once its bytes are on the disk (or at S3) for good. Refuses `files.type_not_allowed`,
   * `files.type_contradicted`, `files.too_big` (while it streams), `files.empty`, `files.broken_off`; then nothing is left.
   */
  put(organisation: string, source: Source, options: { name: string; max_bytes?: number }): Promise<StoredFile>
  /** Takes back a file that was here before, from a backup: no kind is asked for. Refuses `files.broken_off` when its bytes are not those of `hash`. */
  putBack(organisation: string, hash: string, source: Source): Promise<void>
  /** Refuses `files.missing` when it is not there. Destroy the stream if it is not read to its end. */
  get(organisation: string, hash: string, range?: ByteRange): Promise<Readable>
  /** Its length, or undefined when it is not there. */
  bytes(organisation: string, hash: string): Promise<number | undefined>
  has(organisation: string, hash: string): Promise<boolean>
  /** Removing what is not there is no error. The caller makes sure that no row refers to it any more. */
  remove(organisation: string, hash: string): Promise<void>
  each(organisation: string): AsyncIterable<{ hash: string; bytes: number }>
}

export type Source = AsyncIterable<Uint8Array> & { readonly truncated?: boolean }

/** Where bytes rest: a folder or S3. `place` takes the finished temporary file away. */
export interface Shelf {
  place(temporary: string, key: Key, bytes: number): Promise<void>
  read(key: Key, range?: ByteRange): Promise<Readable | undefined>
  bytes(key: Key): Promise<number | undefined>
  remove(key: Key): Promise<void>
  each(organisation: string): AsyncIterable<{ hash: string; bytes: number }>
}

export type Key = { organisation: string; hash: string }

export function fileStore({ dataDir, s3Url }: { dataDir: string; s3Url?: string | undefined }): FileStore {
  const root = join(dataDir, "files")
  const incoming = join(root, ".incoming")
  const shelf: Shelf = s3Url ? s3(s3Url) : folder(root)
  const ready = sweep(incoming)
  // Awaited at the first file; a folder that cannot be made is that file's error, not one nobody hears.
  ready.catch(() => undefined)

  return {
    async put(organisation, source, { name, max_bytes }) {
      // Until it is read, an error of the stream would find nobody listening, and end the process.
      if (source instanceof Readable) source.on("error", () => undefined)
      const kind = kindOfName(name) ?? refuse("files.type_not_allowed", { name }, 409)
      await ready
      const temporary = join(incoming, randomUUID())
      try {
        const { hash, bytes } = await receive(source, temporary, Math.min(max_bytes ?? Infinity, kind.max_bytes))
        await check(temporary, name, kind)
        await shelf.place(temporary, checked({ organisation, hash }), bytes)
        return { hash, bytes, type: kind.type }
      } finally {
        await rm(temporary, { force: true })
      }
    },
    async putBack(organisation, hash, source) {
      await ready
      const temporary = join(incoming, randomUUID())
      try {
        const received = await receive(source, temporary, Infinity)
        if (received.hash !== hash) refuse("files.broken_off")
        await shelf.place(temporary, checked({ organisation, hash }), received.bytes)
      } finally {
        await rm(temporary, { force: true })
      }
    },
    async get(organisation, hash, range) {
      return (await shelf.read(checked({ organisation, hash }), range)) ?? refuse("files.missing", {}, 404)
    },
    bytes: async (organisation, hash) => shelf.bytes(checked({ organisation, hash })),
    has: async (organisation, hash) => (await shelf.bytes(checked({ organisation, hash }))) !== undefined,
    remove: async (organisation, hash) => shelf.remove(checked({ organisation, hash })),
    each: (organisation) => shelf.each(checked({ organisation, hash: "0".repeat(64) }).organisation),
  }
}

async function receive(source: Source, temporary: string, limit: number): Promise<{ hash: string; bytes: number }> {
  const hash = createHash("sha256")
  let bytes = 0
  const file = await open(temporary, "wx", 0o600)
  try {
    for await (const chunk of unbroken(source)) {
      bytes += chunk.length
      if (bytes > limit) tooBig(limit)
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    // @fastify/multipart ends a part that is over its own limit as if it were whole.
    if (source.truncated) tooBig(bytes)
    if (bytes === 0) refuse("files.empty")
    await file.sync()
  } finally {
    await file.close()
  }
  return { hash: hash.digest("hex"), bytes }
}

const tooBig = (limit: number) => refuse("files.too_big", { most_mb: Math.round(limit / 104_857.6) / 10 }, 413)

// An error of the source is the sender's (gone, cut off); one of our disk is ours, and passes as it is.
async function* unbroken(source: Source): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]()
  let ended = false
  try {
    while (!ended) {
      const next = await chunks.next().catch(() => refuse("files.broken_off"))
      ended = next.done === true
      if (!next.done) yield next.value
    }
  } finally {
    if (!ended) await chunks.return?.()
  }
}

async function check(temporary: string, name: string, kind: FileKind): Promise<void> {
  const found = await contradiction(temporary, kind)
  if (found !== undefined) refuse("files.type_contradicted", { name, claimed: kind.type, found })
}

// Both become part of a path: nothing else may pass.
function checked({ organisation, hash }: Key): Key {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(organisation)) throw new Error("not an organisation's id")
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error("not a file's hash")
  return { organisation, hash }
}

// What a killed process left half received. Younger ones may belong to another process that is receiving them now.
async function sweep(incoming: string): Promise<void> {
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const yesterday = Date.now() - 24 * 3_600_000
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const found = await stat(path).catch(() => undefined)
    if (found && found.mtimeMs < yesterday) await rm(path, { force: true })
  }
}
