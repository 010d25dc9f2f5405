import { BackupRefused } from "./refused.ts"

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** `name` is ASCII with "/" between folders; `bytes` is the length of `content`, which must keep its word. */
export type TarEntry = { name: string; bytes: number; content: Bytes }

/** A tar archive (ustar, POSIX.1-1988), which any system unpacks. Below 8 GiB an entry. Throws when a content is not as long as said. */
export async function* tar(entries: AsyncIterable<TarEntry>, at: Temporal.Instant): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes, content } of entries) {
    yield header(name, bytes, at)
    let written = 0
    for await (const chunk of content) {
      written += chunk.length
      yield chunk
    }
    if (written !== bytes) throw new Error(`${name} has ${written} bytes, not ${bytes}`)
    yield new Uint8Array(padding(bytes))
  }
  yield new Uint8Array(2 * block)
}

/**
 * The entries of an archive that `tar` wrote, in order; what is not read of one is passed over. Read to its very end, so
 * that the check sum of what surrounds it has been compared. Refuses `damaged` when it stops before its end.
 */
export async function* untar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const { atMost, exactly, rest } = reader(source)
  for (;;) {
    const head = Buffer.from(await exactly(block))
    if (head.every((byte) => byte === 0)) return rest()
    if (octal(head, 148, 8) !== sumOf(head)) throw new BackupRefused("not_a_backup")
    const bytes = octal(head, 124, 12)
    const folder = text(head, 345, 155)
    let left = bytes
    async function* content() {
      while (left > 0) {
        const chunk = await atMost(left)
        left -= chunk.length
        yield chunk
      }
    }
    yield { name: (folder ? `${folder}/` : "") + text(head, 0, 100), bytes, content: content() }
    while (left > 0) left -= (await atMost(left)).length
    await exactly(padding(bytes))
  }
}

const block = 512

const padding = (bytes: number) => (block - (bytes % block)) % block

function header(path: string, bytes: number, at: Temporal.Instant): Uint8Array {
  const cut = path.lastIndexOf("/")
  const [folder, name] = [path.slice(0, Math.max(cut, 0)), path.slice(cut + 1)]
  if (folder.length > 155 || name.length > 100 || bytes >= 8 ** 11) throw new Error(`not an entry of a tar: ${path}`)
  const head = Buffer.alloc(block)
  head.write(name, 0)
  head.write("0000600\0", 100)
  head.write("0000000\0", 108)
  head.write("0000000\0", 116)
  head.write(`${bytes.toString(8).padStart(11, "0")}\0`, 124)
  head.write(
    `${Math.floor(at.epochMilliseconds / 1000)
      .toString(8)
      .padStart(11, "0")}\0`,
    136,
  )
  head.write("0", 156)
  head.write("ustar\u000000", 257)
  head.write(folder, 345)
  head.write(`${sumOf(head).toString(8).padStart(6, "0")}\0 `, 148)
  return head
}

// The sum is taken with its own eight bytes as spaces.
const sumOf = (head: Buffer) => head.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0)

const text = (head: Buffer, from: number, length: number) =>
  head.toString("latin1", from, from + length).split("\0", 1)[0]!

const octal = (head: Buffer, from: number, length: number) => Number.parseInt(text(head, from, length).trim() || "0", 8)

function reader(source: AsyncIterable<Uint8Array>) {
  const chunks = source[Symbol.asyncIterator]()
  let current: Uint8Array = new Uint8Array(0)
  // Whatever decompressing says (cut, a wrong check sum, another format) is one thing to the reader: not the whole backup.
  const more = () =>
    chunks.next().catch((cause: Error) => {
      throw Object.assign(new BackupRefused("damaged"), { cause })
    })
  const atMost = async (most: number): Promise<Uint8Array> => {
    while (current.length === 0) {
      const { done, value } = await more()
      if (done) throw new BackupRefused("damaged")
      current = value
    }
    const taken = current.subarray(0, most)
    current = current.subarray(taken.length)
    return taken
  }
  const exactly = async (count: number): Promise<Uint8Array> => {
    const parts: Uint8Array[] = []
    for (let left = count; left > 0; left -= parts.at(-1)!.length) parts.push(await atMost(left))
    return Buffer.concat(parts)
  }
  const rest = async () => {
    while (!(await more()).done);
  }
  return { atMost, exactly, rest }
}
