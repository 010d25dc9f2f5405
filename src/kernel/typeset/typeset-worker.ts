import { createRequire } from "node:module"
import { dirname } from "node:path"
import { parentPort } from "node:worker_threads"
import { fontFiles } from "./fonts.ts"
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

// What the compiler remembers of a document is forgotten when that many later ones did not use it. Measured with
// minutes of 13 pages: without forgetting 8 MB stay of each; what all papers share (fonts, the house) stays in use.
const FORGOTTEN_AFTER = 3

const compilers = new Map<string, Compiler>()

parentPort?.on("message", (order: Order) => parentPort?.postMessage(make(order)))

function make({ id, template, inputs, standard }: Order): Answer {
  const typst = load()
  if (!typst) return { id, error: unavailable(), unavailable: true }
  try {
    const compiler = compilerFor(dirname(template), typst)
    const pdf = drawn(compiler, { template, inputs, standard })
    compiler.evictCache(FORGOTTEN_AFTER)
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

// A fault in the template leaves the message empty and speaks through the code; a fault in the PDF does the reverse.
const messageOf = (error: unknown) =>
  error instanceof Error ? error.message || String((error as { code?: unknown }).code ?? "") : String(error)

// The workspace is the wall: Typst opens no file outside the folder of the template.
function compilerFor(workspace: string, { NodeCompiler }: CompilerPackage) {
  const known = compilers.get(workspace)
  if (known) return known
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFiles() }] })
  compilers.set(workspace, compiler)
  return compiler
}

// The package for one platform is asked for by name: the one that gathers them all lacks binaries on some registries.
function load(): CompilerPackage | undefined {
  const libc = process.platform === "linux" ? "-gnu" : process.platform === "win32" ? "-msvc" : ""
  const family = "@myriaddreamin/typst-ts-node-compiler"
  for (const name of [`${family}-${process.platform}-${process.arch}${libc}`, family]) {
    try {
      return createRequire(import.meta.url)(name) as CompilerPackage
    } catch {
      continue
    }
  }
  return undefined
}

const unavailable = () =>
  `PDF is not available here: the typesetter is not installed for ${process.platform} ${process.arch}. ` +
  "Word documents, plain text and tables are."
