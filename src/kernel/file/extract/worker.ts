import { readFileSync } from "node:fs"
import { parentPort, workerData } from "node:worker_threads"
import type { PageWork } from "../page/page-of.ts"
import type { Extracted, ExtractLimits, NoText } from "./extract.ts"
import { isUnreadable } from "./unreadable.ts"

type Work = ({ work: "text"; type: string } | PageWork) & { file: string | Uint8Array; limits: ExtractLimits }
const given = workerData as Work
const { file, limits } = given

// The memory of WebAssembly (mupdf) and of buffers is outside the limit that Node puts on a thread. Its memory grows only
// through this call; a refusal there becomes a failed allocation, which mupdf reports as an error of the file.
const { Memory } = (globalThis as unknown as { WebAssembly: { Memory: { prototype: WasmMemory } } }).WebAssembly
const { grow } = Memory.prototype
let refused = false
Memory.prototype.grow = function (this: WasmMemory, pages: number) {
  if (this.buffer.byteLength + pages * 65_536 > limits.megabytes * 1024 * 1024) {
    refused = true
    throw new RangeError("over the limit of memory")
  }
  return grow.call(this, pages)
}

// Part of the platform, and of TypeScript's types only beside those of a browser.
type WasmMemory = { buffer: ArrayBuffer; grow: (this: WasmMemory, pages: number) => number }

parentPort?.postMessage(await done())

async function done(): Promise<unknown> {
  try {
    const bytes = typeof file === "string" ? readFileSync(file) : file
    if (given.work !== "text") return (await import("../page/in-worker.ts")).pages(bytes, given)
    const found = await (await reader(given.type))?.(bytes, limits)
    return found ? storable(found) : { reason: "unsupported" satisfies NoText }
  } catch (problem) {
    if (refused || problem instanceof RangeError) return { reason: "too_heavy" satisfies NoText }
    return { reason: isUnreadable(problem) ? problem.reason : "broken" }
  }
}

// Each brings its library; only the one that is needed is loaded.
async function reader(
  asked: string,
): Promise<((bytes: Uint8Array, limits: ExtractLimits) => Promise<Extracted> | Extracted) | undefined> {
  if (asked === "application/pdf") return (await import("./pdf.ts")).pdfText
  if (/^text\/|^message\/rfc822$/.test(asked)) return (await import("./plain.ts")).plainText(asked)
  if (/opendocument|openxmlformats/.test(asked)) return (await import("./office.ts")).officeText(asked)
  return undefined
}

function storable({ text, ...rest }: Extracted): Extracted {
  const cut = text.length > limits.characters
  return {
    ...rest,
    text: (cut ? text.slice(0, limits.characters) : text).replaceAll("\u0000", " ").toWellFormed().trim(),
    ...(cut ? { reason: "too_long" } : {}),
  }
}
