import { dirname } from "node:path"
import { parentPort, workerData } from "node:worker_threads"
import { undrawable, without } from "./printable.ts"

export type Order = { id: number; template: string; inputs: Record<string, string>; standard?: string }
export type Answer = { id: number; pdf: Uint8Array } | { id: number; error: string; unavailable: boolean }

type Compiler = {
  pdf(source: { mainFilePath: string; inputs: Record<string, string> }, options: { pdfStandard?: string }): Buffer
  evictCache(age: number): void
}
type CompilerPackage = {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontPaths: string[] }[] }): Compiler }
}

// Measured: the process grows by 0.37 MB with each distinct PDF unless the cache is emptied now and then.
const EVICT_EVERY = 20

const compilers = new Map<string, Compiler>()
let made = 0

parentPort?.on("message", (order: Order) => void make(order).then((answer) => parentPort?.postMessage(answer)))

async function make({ id, template, inputs, standard }: Order): Promise<Answer> {
  const typst = await load()
  if (!typst) return { id, error: unavailable(), unavailable: true }
  try {
    const compiler = compilerFor(dirname(template), typst)
    const pdf = drawn(compiler, { template, inputs, standard })
    if (++made % EVICT_EVERY === 0) compiler.evictCache(5)
    return { id, pdf: new Uint8Array(pdf) }
  } catch (error) {
    return { id, error: messageOf(error), unavailable: false }
  }
}

// A message names only some of the signs that could not be drawn: six rounds were enough for every script of Unicode
// in one paper.
function drawn(compiler: Compiler, { template, inputs, standard }: Omit<Order, "id">, rounds = 6): Uint8Array {
  try {
    return compiler.pdf({ mainFilePath: template, inputs }, { pdfStandard: standard })
  } catch (error) {
    const signs = undrawable(messageOf(error))
    if (!signs.size || !rounds) throw error
    const data = without(signs, inputs.data ?? "{}")
    return drawn(compiler, { template, inputs: { ...inputs, data }, standard }, rounds - 1)
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

// The workspace is the wall: Typst opens no file outside the folder of the template.
function compilerFor(workspace: string, { NodeCompiler }: CompilerPackage) {
  const known = compilers.get(workspace)
  if (known) return known
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: workerData.fonts }] })
  compilers.set(workspace, compiler)
  return compiler
}

// The package for one platform is asked for by name: the one that gathers them all lacks binaries on some registries.
async function load(): Promise<CompilerPackage | undefined> {
  const libc = process.platform === "linux" ? "-gnu" : process.platform === "win32" ? "-msvc" : ""
  const family = "@myriaddreamin/typst-ts-node-compiler"
  for (const name of [`${family}-${process.platform}-${process.arch}${libc}`, family]) {
    try {
      const found = await import(name)
      return found.default ?? found
    } catch {
      continue
    }
  }
  return undefined
}

const unavailable = () =>
  `PDF is not available here: the typesetter is not installed for ${process.platform} ${process.arch}. ` +
  "Word documents, plain text and tables are."
