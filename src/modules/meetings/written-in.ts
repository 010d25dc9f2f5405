import { dayOnly } from "../../kernel/words/dates.ts"
import type { Language } from "../../kernel/words/words.ts"
import { say } from "../../words.ts"

/** "Lisle, le 2 mai 2026" at the head of a letter or the foot of an extract; the day alone while nobody has said the town. */
export const writtenIn = ({ town }: { town: string | null }, on: Temporal.PlainDate, language: Language): string =>
  town ? say(language, "meetings.written_in", { town, day: dayOnly(language, on) }) : dayOnly(language, on)
