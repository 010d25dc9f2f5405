import { dayOnly } from "../../../kernel/words/dates.ts"
import { format, type Language } from "../../../kernel/words/words.ts"
import type { RollReason } from "./roll.ts"

/** "membre depuis le 1er janvier 2025 ; cotisation payée jusqu’au 31 décembre 2026". */
export const reasonsInWords = (reasons: readonly RollReason[], language: Language): string =>
  reasons
    .map(({ is, day, words, months }) =>
      format(language, `members.roll.why.${is}`, {
        day: day ? dayOnly(language, day) : "",
        words: is === "ring" ? format(language, `mandates.ring.${words ?? ""}`) : (words ?? ""),
        months: months ?? 0,
      }),
    )
    .join(language === "fr" ? "\u202f; " : "; ")
