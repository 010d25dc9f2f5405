import { fileURLToPath } from "node:url"
import { Worker } from "node:worker_threads"
import { printableJson } from "./printable.ts"
import type { Answer, Order } from "./typeset-worker.ts"

/** PDF/A-2a for what is kept, PDF/UA-1 for what is published; Typst makes one at a time. */
export type Standard = "a-2a" | "ua-1"

export type TypesetOptions = {
  /** The name of a file of `templates/` without its ending, or the address of a `.typ` file in that folder. */
  template: string | URL
  /** Plain JSON data: all that the template knows. Never markup. */
  data: unknown
  standard?: Standard
}

/** The typesetter is an optional native package: it exists for 64-bit Linux and may be missing elsewhere. */
export class TypesetUnavailable extends Error {
  override name = "TypesetUnavailable"
}

/** The template or the document is at fault, or it took more than the limit. */
export class TypesetFailed extends Error {
  override name = "TypesetFailed"
}

export type Typesetter = {
  typeset(options: TypesetOptions): Promise<Uint8Array>
  close(): Promise<void>
}

/** The longest document we make, 500 letters, takes about a second. */
const TIME_LIMIT = 60_000

type Job = { order: Order; resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void; tries: number }

/**
 * Typesets one document after the other in a worker thread, since the native compiler blocks the thread it runs in.
 * The worker starts with the first document and again after a crash; a document that crashes it twice is given up.
 */
export function createTypesetter({ timeLimit = TIME_LIMIT } = {}): Typesetter {
  const waiting: Job[] = []
  let worker: Worker | undefined
  let current: Job | undefined
  let timer: NodeJS.Timeout | undefined
  let lastId = 0

  function next() {
    if (current || !waiting.length) return
    current = waiting.shift()!
    worker ??= start()
    worker.ref()
    timer = setTimeout(giveUp, timeLimit)
    worker.postMessage(current.order)
  }

  function finished() {
    clearTimeout(timer)
    const job = current
    current = undefined
    worker?.unref()
    return job
  }

  function start() {
    const started = new Worker(new URL("./typeset-worker.ts", import.meta.url))
    started.on("message", (answer: Answer) => {
      if (answer.id !== current?.order.id) return
      const job = finished()
      if ("pdf" in answer) job?.resolve(answer.pdf)
      else job?.reject(answer.unavailable ? new TypesetUnavailable(answer.error) : new TypesetFailed(answer.error))
      next()
    })
    started.on("error", (error) => crashed(started, error))
    started.on("exit", () => crashed(started, new Error("the typesetting thread ended")))
    return started
  }

  function crashed(which: Worker, error: unknown) {
    if (which !== worker) return
    worker = undefined
    const job = finished()
    if (job && job.tries++ === 0) waiting.unshift(job)
    else job?.reject(new TypesetFailed(error instanceof Error ? error.message : String(error)))
    next()
  }

  function giveUp() {
    const slow = worker
    worker = undefined
    const job = finished()
    void slow?.terminate()
    job?.reject(new TypesetFailed(`the document took more than ${timeLimit / 1000} seconds`))
    next()
  }

  return {
    typeset: ({ template, data, standard }) =>
      new Promise((resolve, reject) => {
        const json = printableJson(data)
        const inputs = { data: json, "long-words": hasLongWord(json) ? "yes" : "no" }
        const order: Order = { id: ++lastId, template: templatePath(template), inputs, standard }
        waiting.push({ order, resolve, reject, tries: 0 })
        next()
      }),
    async close() {
      const open = worker
      worker = undefined
      const job = finished()
      for (const one of [job, ...waiting.splice(0)]) one?.reject(new TypesetFailed("the typesetter was closed"))
      await open?.terminate()
    },
  }
}

const shared = createTypesetter()

/** @throws TypesetUnavailable, TypesetFailed */
export const typeset = (options: TypesetOptions): Promise<Uint8Array> => shared.typeset(options)

/** Stops the shared worker; a later `typeset` starts it again. */
export const closeTypesetter = () => shared.close()

const templatePath = (template: string | URL) =>
  fileURLToPath(typeof template === "string" ? new URL(`./templates/${template}.typ`, import.meta.url) : template)

// Hashes apart: their place on the page is known to hold them.
const hasLongWord = (json: string) =>
  (json.match(/[\p{L}\p{N}_]{32,}/gu) ?? []).some((word) => !/^[0-9a-f]{40,128}$/.test(word))
