import { createHash, randomUUID } from "node:crypto"
import { mkdir, open, readdir, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { refuse } from "../refusal.ts"
import { fileKey, type Secret } from "../secret.ts"
import { folder } from "./folder.ts"
import { s3 } from "./s3.ts"
import { openedBytes, openedFile, sealedFile } from "./sealed-file.ts"
import type { ByteRange, Key, Shelf } from "./shelf.ts"
import { contradiction } from "./sniff.ts"
import { kindOfName, type FileKind } from "./types.ts"

/** What a stored file is known by: `hash` is the SHA-256 of its bytes in hexadecimal, `type` a media type of `fileKinds`. */
export type StoredFile = { hash: string; bytes: number; type: string }

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
  /**
   * Takes back a file that was here before, from a backup: no kind is asked for. Refuses `files.broken_off` when its bytes are not those of `hash`, as far as
   * they are not sealed.
   */
  putBack(organisation: string, hash: string, source: Source, sealed?: boolean): Promise<void>
  /** Refuses `files.missing` when it is not there. Destroy the stream if it is not read to its end. */
  get(organisation: string, hash: string, range?: ByteRange): Promise<Readable>
  /** Makes it rest encrypted, or open again; where it is so already, or not there, nothing is done. What `get` answers is the same. */
  seal(organisation: string, hash: string): Promise<void>
  unseal(organisation: string, hash: string): Promise<void>
  /** The bytes as they rest, for a backup: `sealed` says whether they are encrypted. Undefined when it is not there. */
  asKept(organisation: string, hash: string): Promise<{ sealed: boolean; bytes: number; content: Readable } | undefined>
  /** Its length, or undefined when it is not there. */
  bytes(organisation: string, hash: string): Promise<number | undefined>
  has(organisation: string, hash: string): Promise<boolean>
  /** Removing what is not there is no error. The caller makes sure that no row refers to it any more. */
  remove(organisation: string, hash: string): Promise<void>
  each(organisation: string): AsyncIterable<{ hash: string; sealed: boolean; bytes: number }>
}

export type Source = AsyncIterable<Uint8Array> & { readonly truncated?: boolean }

export function fileStore({
  dataDir,
  s3Url,
  secret,
}: {
  dataDir: string
  s3Url?: string | undefined
  /** Without it, what is sealed can be kept and carried, and not be opened. */
  secret?: Secret
}): FileStore {
  const root = join(dataDir, "files")
  const incoming = join(root, ".incoming")
  const shelf: Shelf = s3Url ? s3(s3Url) : folder(root)
  const ready = sweep(incoming)
  // Awaited at the first file; a folder that cannot be made is that file's error, not one nobody hears.
  ready.catch(() => undefined)

  const withKey = (file: Key) => {
    if (!secret) throw new Error("a sealed file opens with the secret only")
    return { file, key: fileKey(secret, file.organisation) }
  }
  /** What lies sealed under a key, as its open bytes; undefined when nothing does. */
  const opened = async (key: Key, range?: ByteRange): Promise<Readable | undefined> => {
    const sealed = { ...key, sealed: true }
    const kept = await shelf.bytes(sealed)
    if (kept === undefined) return undefined
    const read = async (part: ByteRange) => (await shelf.read(sealed, part)) ?? refuse("files.missing", {}, 404)
    return Readable.from(openedFile(read, openedBytes(kept), withKey(key), range))
  }
  /** Writes a file aside, puts it in its place, and takes the other one away: whoever is killed between has both, never none. */
  const turn = async (key: Key, source: AsyncIterable<Uint8Array>, sealed: boolean) => {
    await ready
    const temporary = join(incoming, randomUUID())
    try {
      const { bytes } = await receive(source, temporary, Infinity)
      await shelf.place(temporary, { ...key, sealed }, bytes)
      await shelf.remove({ ...key, sealed: !sealed })
    } finally {
      await rm(temporary, { force: true })
    }
  }

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
        const key = checked({ organisation, hash })
        await shelf.place(temporary, key, bytes)
        // The same bytes rest sealed already: an open copy beside them would undo it.
        if ((await shelf.bytes({ ...key, sealed: true })) !== undefined) await shelf.remove(key)
        return { hash, bytes, type: kind.type }
      } finally {
        await rm(temporary, { force: true })
      }
    },
    async putBack(organisation, hash, source, sealed = false) {
      await ready
      const temporary = join(incoming, randomUUID())
      try {
        const received = await receive(source, temporary, Infinity)
        if (!sealed && received.hash !== hash) refuse("files.broken_off")
        await shelf.place(temporary, { ...checked({ organisation, hash }), sealed }, received.bytes)
      } finally {
        await rm(temporary, { force: true })
      }
    },
    async get(organisation, hash, range) {
      const key = checked({ organisation, hash })
      return (await shelf.read(key, range)) ?? (await opened(key, range)) ?? refuse("files.missing", {}, 404)
    },
    async seal(organisation, hash) {
      const key = checked({ organisation, hash })
      const bytes = await shelf.bytes(key)
      const source = bytes === undefined ? undefined : await shelf.read(key)
      if (source) await turn(key, sealedFile(source, bytes!, withKey(key)), true)
    },
    async unseal(organisation, hash) {
      const key = checked({ organisation, hash })
      const source = await opened(key)
      if (source) await turn(key, source, false)
    },
    async asKept(organisation, hash) {
      for (const sealed of [false, true]) {
        const key = { ...checked({ organisation, hash }), sealed }
        const bytes = await shelf.bytes(key)
        const content = bytes === undefined ? undefined : await shelf.read(key)
        if (content) return { sealed, bytes: bytes!, content }
      }
      return undefined
    },
    bytes: async (organisation, hash) => bytesOf(checked({ organisation, hash }), shelf),
    has: async (organisation, hash) => (await bytesOf(checked({ organisation, hash }), shelf)) !== undefined,
    async remove(organisation, hash) {
      const key = checked({ organisation, hash })
      await shelf.remove(key)
      await shelf.remove({ ...key, sealed: true })
    },
    async *each(organisation) {
      for await (const { hash, sealed, bytes } of shelf.each(
        checked({ organisation, hash: "0".repeat(64) }).organisation,
      ))
        yield { hash, sealed, bytes: sealed ? openedBytes(bytes) : bytes }
    },
  }
}

const bytesOf = async (key: Key, shelf: Shelf): Promise<number | undefined> => {
  const open = await shelf.bytes(key)
  if (open !== undefined) return open
  const sealed = await shelf.bytes({ ...key, sealed: true })
  return sealed === undefined ? undefined : openedBytes(sealed)
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
