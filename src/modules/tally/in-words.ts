import { format, type Language } from "../../kernel/words/words.ts"
import type { FigureName } from "./figures.ts"
import type { Figure } from "./read-tally.ts"

const word: Partial<Record<FigureName, (key: string) => string>> = {
  text_kind: (key) => `texts.kind.${key}`,
  awaited: (key) => `texts.kind.${key}`,
  text_state: (key) => `texts.state.${key}`,
  item_outcome: (key) => `sittings.outcome.${key}`,
  item_vote: (key) => `tally.vote.${key}`,
  item_apart: (key) => `tally.key.${key}`,
  promise: (key) => `sittings.promise.${key}`,
}

/** What a figure is counted by, in words: "vœu", "adopté", the name of somebody. */
export const figureWords = ({ figure, key, name }: Figure, language: Language): string =>
  key
    ? (name ?? (word[figure] ? format(language, word[figure](key)) : key))
    : format(language, `tally.without.${figure}`)
