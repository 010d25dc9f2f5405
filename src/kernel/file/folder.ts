import { mkdir, open, opendir, rename, rm, stat } from "node:fs/promises"
import { dirname, join } from "node:path"
import { type ByteRange, type Key, named, SEALED, type Shelf } from "./shelf.ts"

/** Files in a folder: ROOT/organisation/ab/cd…; a name that is there always holds the whole file. */
export function folder(root: string): Shelf {
  const pathOf = ({ organisation, hash, sealed }: Key) =>
    join(root, organisation, hash.slice(0, 2), hash.slice(2) + (sealed ? SEALED : ""))
  return {
    async place(temporary, key) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await rename(temporary, path)
      // A name survives a power cut only once its folder is written too, and so on up to the one that was there before.
      for (const level of [dirname(path), dirname(dirname(path)), root]) await syncFolder(level)
    },
    async read(key, range) {
      // Opened before it is answered, so that a file that is not there is known now, not in the middle of the answer.
      const file = await open(pathOf(key), "r").catch(unlessMissing)
      return file?.createReadStream(bounds(range))
    },
    bytes: async (key) => (await stat(pathOf(key)).catch(unlessMissing))?.size,
    remove: (key) => rm(pathOf(key), { force: true }),
    async *each(organisation) {
      for await (const first of entries(join(root, organisation))) {
        for await (const rest of entries(join(root, organisation, first))) {
          const found = await stat(join(root, organisation, first, rest)).catch(unlessMissing)
          if (found?.isFile()) yield { ...named(first + rest), bytes: found.size }
        }
      }
    },
  }
}

const bounds = (range?: ByteRange) => (range ? { start: range.start, end: range.end } : {})

async function* entries(path: string): AsyncGenerator<string> {
  const found = await opendir(path).catch(unlessMissing)
  if (found) for await (const entry of found) yield entry.name
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return
  const file = await open(path, "r")
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

function unlessMissing(problem: NodeJS.ErrnoException): undefined {
  if (problem.code !== "ENOENT") throw problem
}
