import { Worker } from "node:worker_threads"

/** Why there is no text, or not all of it. Kept with the file, so that the page can say it. */
export type NoText = "encrypted" | "broken" | "too_long" | "too_heavy" | "too_slow" | "unsupported"

/**
 * The text of a file, for search. `pages` for PDF; `scanned` when it has pages and hardly any text. With `reason` the text
 * is empty, or what was read before a limit ("too_long"). Always storable: no NUL, well-formed UTF-16.
 */
export type Extracted = { text: string; pages?: number; scanned?: boolean; reason?: NoText }

export type ExtractLimits = {
  seconds: number
  megabytes: number
  pages: number
  characters: number
  /** What stands between the pages of a PDF, for whoever must know where one ends. */
  betweenPages: string
}

// A budget of a region is 900 pages; mupdf reads one in about 5 ms. PostgreSQL indexes at most 1 MB of lexemes a row.
const usual: ExtractLimits = { seconds: 60, megabytes: 512, pages: 2000, characters: 2_000_000, betweenPages: "\n\n" }

/**
 * Reads a file (a path, or its bytes) in a thread of its own that is ended with it: a hostile file costs its time and its
 * memory, never the process. Two at once, the others wait. Does not throw for anything a file holds.
 */
export async function extractText(
  file: string | Uint8Array,
  type: string,
  limits: Partial<ExtractLimits> = {},
): Promise<Extracted> {
  await turn()
  try {
    return await inThread(file, type, { ...usual, ...limits })
  } finally {
    running--
    waiting.shift()?.()
  }
}

function inThread(file: string | Uint8Array, type: string, limits: ExtractLimits): Promise<Extracted> {
  const { promise, resolve } = Promise.withResolvers<Extracted>()
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: { file, type, limits },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    // Libraries complain about every flaw of a file on the console; nobody reads it there.
    stdout: true,
    stderr: true,
  })
  const stop = setTimeout(() => resolve({ text: "", reason: "too_slow" }), limits.seconds * 1000)
  worker.on("message", (found: Extracted) => resolve(found))
  worker.on("error", (problem: NodeJS.ErrnoException) =>
    resolve({ text: "", reason: problem.code === "ERR_WORKER_OUT_OF_MEMORY" ? "too_heavy" : "broken" }),
  )
  worker.on("exit", () => resolve({ text: "", reason: "broken" }))
  return promise.finally(async () => {
    clearTimeout(stop)
    await worker.terminate()
  })
}

let running = 0
const waiting: (() => void)[] = []

async function turn(): Promise<void> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
}
