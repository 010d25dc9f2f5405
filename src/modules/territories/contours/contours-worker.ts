import { parentPort, workerData } from "node:worker_threads"
import type { ContoursTrouble } from "./read-in-thread.ts"
import { type ContourFile, readContours } from "./read-contours.ts"

const { bytes } = workerData as { bytes: Uint8Array }

parentPort?.postMessage(answer())

function answer(): ContourFile | { reason: ContoursTrouble } {
  try {
    const read = readContours(new TextDecoder().decode(bytes))
    return read === "projection" ? { reason: "projection" } : (read ?? { reason: "no_contours" })
  } catch {
    return { reason: "broken" }
  }
}
