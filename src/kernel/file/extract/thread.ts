import { Worker } from "node:worker_threads"
import type { NoText } from "./extract.ts"

/** What a reading may cost before it is given up. */
export type Cost = { seconds: number; megabytes: number }
export type GivenUp = { reason: NoText }

/**
 * Does one thing with a file in a thread of its own that is ended with it: a hostile file costs its time and its memory, never
 * the process. Two at once, the others wait. Does not throw for anything a file holds: `reason` says why there is no answer.
 */
export const inThread = async <Answer>(work: object, limits: Cost): Promise<Answer | GivenUp> => {
  await turn()
  try {
    return await once<Answer>(work, limits)
  } finally {
    running--
    waiting.shift()?.()
  }
}

const once = <Answer>(work: object, limits: Cost): Promise<Answer | GivenUp> => {
  const { promise, resolve } = Promise.withResolvers<Answer | GivenUp>()
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: { ...work, limits },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    // Libraries complain about every flaw of a file on the console; nobody reads it there.
    stdout: true,
    stderr: true,
  })
  const stop = setTimeout(() => resolve({ reason: "too_slow" }), limits.seconds * 1000)
  worker.on("message", (answer: Answer) => resolve(answer))
  worker.on("error", (problem: NodeJS.ErrnoException) =>
    resolve({ reason: problem.code === "ERR_WORKER_OUT_OF_MEMORY" ? "too_heavy" : "broken" }),
  )
  worker.on("exit", () => resolve({ reason: "broken" }))
  return promise.finally(async () => {
    clearTimeout(stop)
    await worker.terminate()
  })
}

let running = 0
const waiting: (() => void)[] = []

const turn = async (): Promise<void> => {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
}
