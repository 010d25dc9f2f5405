import { Worker } from "node:worker_threads"
import type { TableTrouble } from "./unreadable-table.ts"

/** A table as it came out of a file: its text as CSV, whatever the file was, each row on the line it had there. */
export type TableRead = {
  text: string
  kind: "text" | "xlsx" | "ods" | "vcard"
  /** Runs of signs whose encoding somebody's program had broken, put right. */
  repaired: number
  /** Signs that were lost before the file came here. */
  lost: number
}

export type TableLimits = { seconds: number; megabytes: number; unpacked: number; characters: number }

// A hundred thousand people of ten columns are 12 MB of CSV, and 60 MB of XML once unpacked.
const usual: TableLimits = { seconds: 60, megabytes: 1024, unpacked: 256, characters: 60_000_000 }

/**
 * Reads a table out of a file of any kind that people keep one in, known by what is in it, never by its name. In a thread of its
 * own that is ended with it: a hostile file costs its time and its memory, never the process. One at a time, the others wait.
 */
export const readTableFile = async (
  bytes: Uint8Array,
  limits: Partial<TableLimits> = {},
): Promise<TableRead | { reason: TableTrouble }> => {
  const before = last
  const { promise, resolve } = Promise.withResolvers<void>()
  last = promise
  await before
  try {
    return await inThread(bytes, { ...usual, ...limits })
  } finally {
    resolve()
  }
}

let last: Promise<void> = Promise.resolve()

const inThread = (bytes: Uint8Array, limits: TableLimits): Promise<TableRead | { reason: TableTrouble }> => {
  const { promise, resolve } = Promise.withResolvers<TableRead | { reason: TableTrouble }>()
  const worker = new Worker(new URL("./read-file-worker.ts", import.meta.url), {
    workerData: { bytes, limits },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  })
  const stop = setTimeout(() => resolve({ reason: "too_slow" }), limits.seconds * 1000)
  worker.on("message", (read: TableRead | { reason: TableTrouble }) => resolve(read))
  worker.on("error", (problem: NodeJS.ErrnoException) =>
    resolve({ reason: problem.code === "ERR_WORKER_OUT_OF_MEMORY" ? "too_heavy" : "broken" }),
  )
  worker.on("exit", () => resolve({ reason: "broken" }))
  return promise.finally(async () => {
    clearTimeout(stop)
    await worker.terminate()
  })
}
