// A redline of 30 kB against 30 kB, in the ways texts change; the aim is 100 ms for each.
import { redline } from "../src/kernel/redline/words.ts"

let seed = 7
const chance = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
const common = ["la", "de", "les", "des", "et", "à", "en", "pour", "par", "dans"]
const parts = [
  "ré",
  "gion",
  "trans",
  "port",
  "ter",
  "ri",
  "toi",
  "re",
  "mo",
  "bi",
  "li",
  "té",
  "cli",
  "mat",
  "é",
  "co",
  "le",
]
const word = () =>
  chance(3) ? Array.from({ length: 2 + chance(3) }, () => parts[chance(parts.length)]).join("") : common[chance(10)]!
const sentence = () => `${Array.from({ length: 12 + chance(16) }, word).join(" ")}. `
const paragraph = () => Array.from({ length: 1 + chance(4) }, sentence).join("")

function text(size = 30_000): string[] {
  const made: string[] = []
  for (let length = 0; length < size; length += made.at(-1)!.length) made.push(paragraph())
  return made
}

const changed = (one: string) =>
  one
    .split(" ")
    .map((old) => (chance(10) ? old : word()))
    .join(" ")

const before = text()
print("one word in ten changed", before, before.map(changed))
print(
  "a tenth of the paragraphs changed",
  before,
  before.map((one) => (chance(10) ? one : changed(one))),
)
print("nothing in common", before, text())
print("one paragraph of 30 kB, one word in ten changed", [before.join("")], [changed(before.join(""))])
print("one paragraph of 30 kB, nothing in common", [before.join("")], [text().join("")])
print("one sentence of 30 kB, one word in ten changed", [unstopped(before)], [changed(unstopped(before))])
print("paragraphs moved about", before, shuffled(before))
print("all in reverse", before, before.toReversed())
print("3 000 lines of a budget, one in ten changed", ...budget())
print("300 kB, one word in ten changed", ...long())

function unstopped(some: string[]) {
  return some.join("").replaceAll(".", "")
}

function shuffled(some: string[]) {
  const left = [...some]
  return some.map(() => left.splice(chance(left.length), 1)[0]!)
}

function budget(): [string[], string[]] {
  const lines = Array.from({ length: 3000 }, (_, n) => `Chapitre ${900 + (n % 50)}, article ${n} : ${chance(90_000)} €`)
  return [lines, lines.map((line) => (chance(10) ? line : line.replace(/\d+ €/, `${chance(90_000)} €`)))]
}

function long(): [string[], string[]] {
  const some = text(300_000)
  return [some, some.map(changed)]
}

function print(name: string, one: string[], other: string[]) {
  const times: number[] = []
  for (let n = 0; n < 7; n++) {
    const started = performance.now()
    redline(one, other)
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  console.log(`${name}: median ${times[3]!.toFixed(1)} ms, worst ${times[6]!.toFixed(1)} ms`)
}
