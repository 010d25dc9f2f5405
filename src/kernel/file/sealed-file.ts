import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from "node:crypto"
import type { ByteRange, Key } from "./shelf.ts"

// A sealed file: 8 random bytes, then pieces of 64 KiB, each encrypted with AES-256-GCM and followed by its tag. A piece knows its
// place, its file and whether it is the last: none can be moved, left out or taken from another file. In pieces, so that a
// part of a long file is read without the rest.
const HEAD = 8
const PIECE = 65_536
const TAG = 16

/** The length of what lies in a sealed file of this length. */
export const openedBytes = (sealed: number): number => sealed - HEAD - TAG * Math.ceil((sealed - HEAD) / (PIECE + TAG))

/** What is written for a file of `bytes` bytes. */
export async function* sealedFile(
  source: AsyncIterable<Uint8Array>,
  bytes: number,
  { file, key }: { file: Key; key: KeyObject },
): AsyncGenerator<Buffer> {
  const head = randomBytes(HEAD)
  yield head
  let index = 0
  for await (const piece of pieces(source, PIECE)) {
    const cipher = createCipheriv("aes-256-gcm", key, nonce(head, index))
    cipher.setAAD(place(file, index, isLast(index, bytes)))
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
    index++
  }
}

/** What lies in a sealed file, or a part of it. `read` gives bytes of the sealed file. Throws when a byte of it was changed. */
export async function* openedFile(
  read: (range: ByteRange) => Promise<AsyncIterable<Uint8Array>>,
  bytes: number,
  { file, key }: { file: Key; key: KeyObject },
  range: ByteRange = { start: 0, end: bytes - 1 },
): AsyncGenerator<Buffer> {
  const [head] = await Array.fromAsync(pieces(await read({ start: 0, end: HEAD - 1 }), HEAD))
  const first = Math.floor(range.start / PIECE)
  const last = Math.floor(range.end / PIECE)
  const end = Math.min(HEAD + (last + 1) * (PIECE + TAG), sealedBytes(bytes)) - 1
  let index = first
  for await (const piece of pieces(await read({ start: HEAD + first * (PIECE + TAG), end }), PIECE + TAG)) {
    const decipher = createDecipheriv("aes-256-gcm", key, nonce(head!, index), { authTagLength: TAG })
    decipher.setAAD(place(file, index, isLast(index, bytes)))
    decipher.setAuthTag(piece.subarray(-TAG))
    const open = Buffer.concat([decipher.update(piece.subarray(0, -TAG)), decipher.final()])
    const from = index * PIECE
    yield open.subarray(Math.max(0, range.start - from), Math.min(open.length, range.end + 1 - from))
    index++
  }
}

const sealedBytes = (bytes: number) => HEAD + bytes + TAG * Math.ceil(bytes / PIECE)

const isLast = (index: number, bytes: number) => (index + 1) * PIECE >= bytes

const place = ({ organisation, hash }: Key, index: number, last: boolean) =>
  Buffer.from(`${organisation}\n${hash}\n${index}\n${last}`)

const nonce = (head: Uint8Array, index: number) => {
  const all = Buffer.alloc(12)
  all.set(head)
  all.writeUInt32BE(index, HEAD)
  return all
}

/** The same bytes in pieces of one length, the last one shorter. */
async function* pieces(source: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = []
  let have = 0
  for await (const chunk of source) {
    waiting.push(chunk)
    have += chunk.length
    if (have < length) continue
    const all = Buffer.concat(waiting)
    let at = 0
    for (; at + length <= all.length; at += length) yield all.subarray(at, at + length)
    waiting = at < all.length ? [all.subarray(at)] : []
    have = all.length - at
  }
  if (have > 0) yield Buffer.concat(waiting)
}
