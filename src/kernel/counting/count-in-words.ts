import type { Step } from "../law/explanation.ts"
import { format, type Language, learnWords } from "../words/words.ts"
import { number } from "../words/numbers.ts"
import type { Count } from "./count.ts"
import en from "./words/en.json" with { type: "json" }
import fr from "./words/fr.json" with { type: "json" }

learnWords("fr", fr)
learnWords("en", en)

/** What is counted: of a motion one does not say that it is elected. */
export type Named = "people" | "motions"

/** The sentences of a count, round by round; the last says its result. `names`: of the candidates, or of the lists. */
export const countInWords = (
  language: Language,
  count: Count,
  names: readonly string[],
  of: Named = "people",
): string[][] => [
  ...count.rounds.map(({ steps }) => steps.map((one) => stepInWords(language, one, names, of))),
  [resultInWords(language, count, names)],
]

/** One step, with the names of those it speaks of. */
export const stepInWords = (
  language: Language,
  { key, values }: Step,
  names: readonly string[],
  of: Named = "people",
): string =>
  format(
    language,
    (of === "motions" && ofMotions.get(key)) || key,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, said(language, name, value, names)])),
  )

/** Where a sentence says of somebody what is not said of a motion. */
const ofMotions: ReadonlyMap<string, string> = new Map([
  ["counting.step.elected", "counting.step.elected.motion"],
  ["counting.step.remaining", "counting.step.remaining.motion"],
  ["counting.step.no_majority", "counting.step.no_majority.motion"],
  ["counting.step.needed_absolute", "counting.step.needed_absolute.motion"],
  ["counting.step.needed_fraction", "counting.step.needed_fraction.motion"],
])

const said = (language: Language, name: string, value: string | number, names: readonly string[]): string | number => {
  if (name === "who" || name === "lists" || name === "group")
    return namesOf(language, String(value).split(" ").filter(Boolean).map(Number), names)
  return name !== "count" && /^-?\d+(\.\d+)?$/.test(String(value)) ? number(language, String(value)) : value
}

const resultInWords = (language: Language, { elected, open, next, seats }: Count, names: readonly string[]): string => {
  const [who, count] = [namesOf(language, elected, names), elected.length]
  if (open) {
    const among = namesOf(language, open.among, names)
    return format(language, open.next ? "counting.result_open_next" : "counting.result_open", {
      who,
      count,
      among,
      seats: open.seats,
    })
  }
  if (!next) return format(language, "counting.result", { who, count, vacant: seats - count })
  const size = next.candidates.length
  return format(language, "counting.result_next", {
    who,
    count,
    seats: next.seats,
    size,
    next: namesOf(language, next.candidates, names),
  })
}

const namesOf = (language: Language, of: readonly number[], names: readonly string[]): string =>
  new Intl.ListFormat(language).format(of.map((one) => names[one] ?? String(one + 1)))
