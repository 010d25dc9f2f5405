// The drawing of the code, kept true. Five rules:
//
// 1. Direction: readers → work → foundation → kernel. A module's layer and the arrows between work modules are written
//    in src/modules.ts, as `foundation: [...]`, `work: [...]`, `readers: [...]` and `edges = { votes: ["meetings"] }`.
//    kernel/ and shell/ import no module; src/modules.ts, src/main.ts and src/shell/modules.ts are where they meet.
// 2. Doors: a module is imported through its contract.ts; its screens through ui/contract.tsx, by other screens only.
//    ui/ takes only types from its own module's server files, and server files take nothing from ui/.
// 3. Names: kebab-case, and none of the words that hide what a file is for.
// 4. Documents: a path of ours in backticks names a file that exists.
// 5. The rail holds nine places: a tenth would not be drawn. What belongs to a place is a chapter of it.
//
// Tests (*.test.ts, tests/), demo/ and bench/ use the product whole: rules 1 and 2 leave them alone.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join, normalize, resolve, sep } from "node:path"

const root = resolve(import.meta.dirname, "..")
const problems = []
const files = walk("")
const declared = readModules()
const arrows = new Map()

for (const file of files.filter(isCode)) checkName(file)
for (const file of files.filter((f) => isCode(f) && f.startsWith("src/") && !isTest(f)))
  for (const found of importsOf(file)) checkImport(file, found)
checkNoCircle()
for (const file of files.filter((f) => f.endsWith(".md"))) checkDocument(file)

checkRail()

for (const problem of problems) console.error(problem)
process.exit(problems.length > 0 ? 1 : 0)

function walk(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory()) return /^(node_modules|dist|data|\..*)$/.test(entry.name) ? [] : walk(path)
    return entry.isFile() ? [path] : []
  })
}

function checkRail() {
  const pages = files.filter((file) => /^src\/modules\/[^/]+\/ui\/pages\.tsx$/.test(file))
  const places = pages.flatMap((file) => readFileSync(join(root, file), "utf8").match(/\bplace: \{/g) ?? [])
  if (places.length > 9) problems.push(`the rail holds nine places, and modules ask for ${places.length}`)
}

function isCode(file) {
  return /^(src|demo|tests|bench|scripts)\/.*\.(ts|tsx|mjs|js|css|sql)$/.test(file) && !file.includes("/generated/")
}

function isTest(file) {
  return /\.test\.tsx?$/.test(file)
}

function checkName(file) {
  for (const part of file.split("/")) {
    const words = part.replace(/(\.[a-z0-9]+)+$/, "")
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(words)) problems.push(`${file}: “${part}” is not kebab-case`)
    const vague = words.split("-").find((w) => /^(utils?|helpers?|common|managers?|services?)$/.test(w))
    if (vague) problems.push(`${file}: “${vague}” does not say what it is for`)
  }
  if (/\/index\.(ts|tsx|mjs|js)$/.test(file)) problems.push(`${file}: name the file after what it holds, not “index”`)
}

function importsOf(file) {
  const text = readFileSync(join(root, file), "utf8")
  const statement = /^[ \t]*(import|export)\b([^;"'`]*?)\bfrom\s*["'](\.[^"']+)["']/gm
  const bare = /(?:^[ \t]*import|\bimport\s*\()\s*["'](\.[^"']+)["']/gm
  return [
    ...[...text.matchAll(statement)].map(([, , names, path]) => ({ path, onlyTypes: /^\s*type\b/.test(names) })),
    ...[...text.matchAll(bare)].map(([, path]) => ({ path, onlyTypes: false })),
  ].map((found) => ({
    ...found,
    to: normalize(join(dirname(file), found.path))
      .split(sep)
      .join("/"),
  }))
}

function moduleOf(file) {
  const match = /^src\/modules\/([^/]+)\/(ui\/)?/.exec(file)
  return match ? { name: match[1], ui: Boolean(match[2]) } : null
}

function checkImport(file, { to, onlyTypes }) {
  const [from, target] = [moduleOf(file), moduleOf(to)]
  const no = (why) => problems.push(`${file} imports ${to}: ${why}`)
  if (file.startsWith("src/kernel/") && /^src\/(shell|site)\//.test(to)) no("the kernel knows no screen")
  if (!target || ["src/modules.ts", "src/words.ts", "src/shell/modules.ts"].includes(file)) return
  if (/^src\/(kernel|shell)\//.test(file)) return no("kernel/ and shell/ import no module")
  if (from?.name === target.name) {
    if (!from.ui && target.ui) no("server files take nothing from ui/")
    const code = !to.endsWith(".json") && !to.endsWith(".css")
    if (from.ui && !target.ui && code && !onlyTypes) no("ui/ takes only types from its module (import type)")
    return
  }
  const door = `src/modules/${target.name}/`
  if (target.ui ? !(from?.ui && to === `${door}ui/contract.tsx`) : to !== `${door}contract.ts`)
    no(target.ui ? "only ui/contract.tsx is open, to other screens" : `only ${door}contract.ts is open`)
  if (from?.ui && !target.ui && !onlyTypes) no("ui/ takes only types from a contract (import type)")
  if (from) checkDirection(from.name, target.name, no)
}

function checkDirection(from, to, no) {
  if (!declared) return
  const order = ["foundation", "work", "readers"]
  const [a, b] = [from, to].map((name) => order.indexOf(declared.layer.get(name)))
  for (const [name, layer] of [[from, a], [to, b]]) if (layer < 0) return no(`src/modules.ts gives ${name} no layer`) // prettier-ignore
  if (b > a) no(`${order[a]} does not import ${order[b]}`)
  if (order[a] === "work" && order[b] === "work" && !declared.edges.get(from)?.includes(to))
    no(`write the arrow ${from} → ${to} in the edges of src/modules.ts`)
  arrows.set(from, (arrows.get(from) ?? new Set()).add(to))
}

function checkNoCircle() {
  const visit = (name, way) => {
    if (way.includes(name)) return problems.push(`modules in a circle: ${[...way, name].join(" → ")}`)
    for (const next of arrows.get(name) ?? []) visit(next, [...way, name])
  }
  for (const name of arrows.keys()) {
    const before = problems.length
    visit(name, [])
    if (problems.length > before) return
  }
}

function readModules() {
  if (!existsSync(join(root, "src/modules.ts"))) return null
  const text = readFileSync(join(root, "src/modules.ts"), "utf8").replace(/\/\/.*$/gm, "")
  const names = (list) => [...list.matchAll(/[a-zA-Z][\w-]*/g)].map(([name]) => name)
  const layer = new Map()
  for (const [, which, list] of text.matchAll(/\b(foundation|work|readers)\b(?:\s*:[^=\n]*)?\s*[:=]\s*\[([^\]]*)\]/g))
    for (const name of names(list)) layer.set(name, which)
  const edges = new Map()
  const written = /\bedges\b[^={]*=\s*\{([^}]*)\}/.exec(text)?.[1] ?? ""
  for (const [, from, list] of written.matchAll(/["']?([\w-]+)["']?\s*:\s*\[([^\]]*)\]/g)) edges.set(from, names(list))
  return layer.size > 0 ? { layer, edges } : null
}

function checkDocument(file) {
  const text = readFileSync(join(root, file), "utf8")
  for (const [, path] of text.matchAll(/`((?:src|docs|tests|scripts|demo|bench)\/[^`\s]*)`/g)) {
    if (/[*<>{}…$]/.test(path)) continue
    const bare = path.replace(/[#:].*$/, "").replace(/\/$/, "")
    if (!existsSync(join(root, bare))) problems.push(`${file} names \`${path}\`, which is gone`)
  }
}
