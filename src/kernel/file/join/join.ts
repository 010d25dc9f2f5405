import { Worker } from "node:worker_threads"

/**
 * What comes behind: a PDF, or a JPEG that gets a sheet of its own. What cannot be joined is refused; with `slip`, a sheet with that
 * sentence stands in its place, so that whoever prints knows.
 */
export type ToJoin = { title: string; bytes: Uint8Array | null; as?: "pdf" | "picture"; slip?: string }
/** `starts`: the first page of each part of the book, as its bookmarks have them. `refused`: places of what could not be joined. */
export type Joined = { pdf: Uint8Array; pages: number; starts: number[]; own: number; refused: number[] }

const TIME_LIMIT = 120_000

/**
 * Joins papers to a book, each under a bookmark of its own, in a thread that ends with it: a hostile file costs its time, never the
 * process. With `sheets` each begins on a sheet of its own, printed on both sides.
 */
export const join = (book: Uint8Array, papers: readonly ToJoin[], { sheets = false } = {}): Promise<Joined> => {
  const { promise, resolve, reject } = Promise.withResolvers<Joined>()
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: { book, papers, sheets },
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    // Libraries complain about every flaw of a file on the console; nobody reads it there.
    stdout: true,
    stderr: true,
  })
  const stop = setTimeout(() => reject(new JoinFailed("it took too long")), TIME_LIMIT)
  worker.on("message", resolve)
  worker.on("error", (problem: Error) => reject(new JoinFailed(problem.message)))
  worker.on("exit", () => reject(new JoinFailed("the thread ended")))
  return promise.finally(async () => {
    clearTimeout(stop)
    await worker.terminate()
  })
}

export class JoinFailed extends Error {
  override name = "JoinFailed"
}
