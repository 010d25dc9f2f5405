import { refuse } from "../refusal.ts"
import type { Candidate, Election } from "./count.ts"

const MOST_CANDIDATES = 1000
// A list is written with those who are on it.
const MOST_NAME = 1000

/**
 * Reads an election written in BLT, as STV programs exchange it: "candidates seats", a line with a minus before each who withdrew,
 * lines in brackets ([withdrawn …], [nick …], [tie …], first stands best), a ballot a line ("weight preferences 0", "=" between
 * equals), a 0 alone, the names and the title in quotes. Says the line of what it cannot read; ballots that say the same are one.
 * `repeats`: a ballot may name somebody again, as where each name is a point. `gaps`: a rank left empty is kept, as where each is a grade.
 */
export const readBlt = (text: string, { repeats = false, gaps = false } = {}): Election => {
  const lines = linesOf(text)
  const next = (): { words: string; line: number } => {
    const { value, done } = lines.next()
    return done ? refuse("counting.blt_ended") : value
  }
  const head = next()
  const [size, seats, ...more] = head.words.split(/\s+/).map(Number)
  if (!isCount(size, 1, MOST_CANDIDATES) || !isCount(seats, 1, MOST_CANDIDATES) || more.length > 0)
    refuse("counting.blt_head", { line: head.line })
  const candidates = size!
  const withdrawn = new Set<Candidate>()
  const same = new Map<string, { weight: bigint; ranks: Candidate[][] }>()
  let nicks: string[] = []
  let ties: Candidate[] | null = null
  const named = (word: string, line: number): Candidate => {
    const nick = nicks.indexOf(word)
    const place = nick === -1 ? Number(word) : nick + 1
    return isCount(place, 1, candidates)
      ? place - 1
      : refuse("counting.blt_candidate", { line, word: word.slice(0, 40) })
  }

  for (;;) {
    const { words, line } = next()
    if (words === "0") break
    if (words.startsWith("[")) {
      const [name, ...rest] = words
        .replace(/^\[|\]$/g, "")
        .trim()
        .split(/\s+/)
      if (name === "nick") nicks = rest
      else if (name === "withdrawn") for (const word of rest) withdrawn.add(named(word, line))
      else if (name === "tie") ties = rest.map((word) => named(word, line))
      continue
    }
    if (words.startsWith("-")) {
      for (const word of words.split(/\s+/)) withdrawn.add(named(word.replace(/^-/, ""), line))
      continue
    }
    // The same words are the same ballot: read once, however many there are.
    const space = words.search(/\s/)
    const [weighed, rest] = space === -1 ? [words, ""] : [words.slice(0, space), words.slice(space).trim()]
    if (!/^\d{1,15}$/.test(weighed)) refuse("counting.blt_ballot", { line })
    const known = same.get(rest)
    if (known) known.weight += BigInt(weighed)
    else same.set(rest, { weight: BigInt(weighed), ranks: ranksOf(rest, line, { named, repeats, gaps }) })
  }

  const names: string[] = []
  while (names.length < candidates) names.push(unquoted(next()))
  const title = lines.next()
  return {
    title: title.done ? "" : unquoted(title.value),
    candidates: names,
    seats: seats!,
    withdrawn: [...withdrawn],
    ballots: [...same.values()].filter(({ weight }) => weight > 0n),
    ties: ties && completed(ties, candidates),
  }
}

/** Writes an election in BLT, to be read again by anybody's program. */
export const writeBlt = ({ title, candidates, seats, withdrawn, ballots, ties }: Election): string =>
  [
    `${candidates.length} ${seats}`,
    ...(withdrawn.length > 0 ? [withdrawn.map((candidate) => `-${candidate + 1}`).join(" ")] : []),
    ...(ties ? [`[tie ${ties.map((candidate) => candidate + 1).join(" ")}]`] : []),
    ...ballots.map(({ weight, ranks }) =>
      [weight, ...ranks.map((rank) => rank.map((candidate) => candidate + 1).join("=") || "-"), 0].join(" "),
    ),
    "0",
    ...[...candidates, title].map((name) => `"${name.replaceAll('"', "”").replaceAll(/\s+/g, " ")}"`),
    "",
  ].join("\n")

const isCount = (value: number | undefined, least: number, most: number): boolean =>
  Number.isInteger(value) && value! >= least && value! <= most

const ranksOf = (
  words: string,
  line: number,
  { named, repeats, gaps }: { named: (word: string, line: number) => Candidate; repeats: boolean; gaps: boolean },
): Candidate[][] => {
  const all = words.split(/\s+/)
  if (all.pop() !== "0") refuse("counting.blt_ballot", { line })
  const seen = new Set<Candidate>()
  // A dash is a rank left empty.
  return all
    .filter((word) => word !== "" && (gaps || word !== "-"))
    .map((word) =>
      (word === "-" ? [] : word.split("=")).map((one) => {
        const candidate = named(one, line)
        if (!repeats && seen.has(candidate)) refuse("counting.blt_twice", { line, word: one.slice(0, 40) })
        seen.add(candidate)
        return candidate
      }),
    )
}

const unquoted = ({ words, line }: { words: string; line: number }): string => {
  const inside = /^"([^"]*)"$/.exec(words)?.[1]
  return inside === undefined || inside.length > MOST_NAME ? refuse("counting.blt_name", { line }) : inside
}

/** Whoever is not named in a declared order stands after those who are, in the order of the paper. */
const completed = (order: readonly Candidate[], size: number): Candidate[] => [
  ...new Set([...order, ...Array.from({ length: size }, (_, candidate) => candidate)]),
]

/** What is on each line, without what stands after a # and without empty ones; millions of lines are never held at once. */
function* linesOf(text: string): Generator<{ words: string; line: number }, undefined> {
  let line = 0
  for (let from = 0; from < text.length;) {
    const end = text.indexOf("\n", from)
    const raw = text.slice(from, end === -1 ? text.length : end)
    from = end === -1 ? text.length : end + 1
    line++
    const words = (raw.includes("#") && !raw.includes('"') ? raw.slice(0, raw.indexOf("#")) : raw).trim()
    if (words) yield { words, line }
  }
  return undefined
}
