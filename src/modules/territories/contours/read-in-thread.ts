import { Worker } from "node:worker_threads"
import type { ContourFile } from "./read-contours.ts"

/** Why a file of outlines could not be read (`territories.reason.<reason>`). */
export type ContoursTrouble = "no_contours" | "projection" | "broken" | "too_heavy" | "too_slow"

/** GeoJSON says what it is near its beginning. */
export const looksLikeContours = (bytes: Uint8Array): boolean =>
  /"type"\s*:\s*"(FeatureCollection|Topology)"/.test(new TextDecoder().decode(bytes.subarray(0, 4000)))

/** In a thread of its own that is ended with it: the communes of France are forty megabytes, and some seconds of work. */
export const readContoursFile = (bytes: Uint8Array): Promise<ContourFile | { reason: ContoursTrouble }> => {
  const { promise, resolve } = Promise.withResolvers<ContourFile | { reason: ContoursTrouble }>()
  const worker = new Worker(new URL("./contours-worker.ts", import.meta.url), {
    workerData: { bytes },
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  })
  const stop = setTimeout(() => resolve({ reason: "too_slow" }), 120_000)
  worker.on("message", (read: ContourFile | { reason: ContoursTrouble }) => resolve(read))
  worker.on("error", (problem: NodeJS.ErrnoException) =>
    resolve({ reason: problem.code === "ERR_WORKER_OUT_OF_MEMORY" ? "too_heavy" : "broken" }),
  )
  return promise.finally(async () => {
    clearTimeout(stop)
    await worker.terminate()
  })
}
