import { day, dayAndHour } from "../words/dates.ts"
import { format, type Language, learnWords } from "../words/words.ts"
import type { Step } from "./explanation.ts"
import en from "./words/en.json" with { type: "json" }
import fr from "./words/fr.json" with { type: "json" }

learnWords("fr", fr)
learnWords("en", en)

/** The sentences of an explanation. `nameOf` turns the persons of a quorum into names; without it they stay ids. */
export function inWords(
  language: Language,
  steps: readonly Step[],
  nameOf: (person: string) => string = (person) => person,
): string[] {
  return steps.map(({ key, values }) =>
    format(
      language,
      key,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, said(language, name, value, nameOf)])),
    ),
  )
}

function said(language: Language, name: string, value: string | number, nameOf: (person: string) => string) {
  if (typeof value === "number") return value
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(language, value)
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return dayAndHour(language, value.slice(0, 16))
  if (name === "holiday") return format(language, `law.holiday.${value}`)
  return name === "from" || name === "to" ? nameOf(value) : value
}
