// Everything that is checked without running the product. `--quick` is for each step on the way: it leaves out the
// format, the lint rules that need types (floating promises), and words that no screen shows yet. The rules themselves
// are in .oxlintrc.json, check-modules.mjs and check-words.mjs.
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { delimiter, join, resolve } from "node:path"

const root = resolve(import.meta.dirname, "..")
const quick = process.argv.includes("--quick")
const code = ["src", "demo", "tests", "bench", "scripts"].filter((folder) => existsSync(join(root, folder)))
const bin = join(root, "node_modules", ".bin")

const hasScreens =
  existsSync(join(root, "src/shell")) &&
  readdirSync(join(root, "src/shell"), { recursive: true }).some((file) => file.endsWith(".tsx"))
// TypeScript calls it an error when a project holds no file at all.
const hasServer = existsSync(join(root, "src"))

const steps = [
  { name: "format", skip: quick && "only in the full check", run: ["oxfmt", "--check", ...code] },
  { name: "lint", run: ["oxlint", "--quiet", "--format=unix", ...(quick ? [] : ["--type-aware"]), ...code] },
  { name: "types", skip: !hasServer && "no source yet", run: ["tsc", "-p", "tsconfig.json"] },
  { name: "types of the screens", skip: !hasScreens && "no screen yet", run: ["tsc", "-p", "tsconfig.ui.json"] },
  { name: "left over", skip: quick && "only in the full check", run: ["knip", "--no-progress", "--no-config-hints"] },
  { name: "modules", run: [process.execPath, join(root, "scripts/check-modules.mjs")] },
  { name: "words", run: [process.execPath, join(root, "scripts/check-words.mjs"), ...(quick ? ["--quick"] : [])] },
]

const failed = steps.filter((step) => !passes(step)).map((step) => step.name)
if (failed.length > 0) {
  console.error(`\nNot in order: ${failed.join(", ")}.`)
  process.exit(1)
}

function passes({ name, skip, run: [program, ...args] }) {
  if (skip) {
    console.log(`–  ${name}: ${skip}`)
    return true
  }
  const started = performance.now()
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
    shell: process.platform === "win32",
  })
  const took = `${((performance.now() - started) / 1000).toFixed(1)} s`
  if (status === 0) {
    console.log(`ok ${name} (${took})`)
    return true
  }
  console.error(`NO ${name} (${took})\n${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`)
  return false
}
