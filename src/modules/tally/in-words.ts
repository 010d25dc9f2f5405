import { format, type Language } from "../../kernel/words/words.ts"
import type { Figure } from "./read-tally.ts"

const under = {
  text_kind: "texts.kind.",
  awaited: "texts.kind.",
  text_state: "texts.state.",
  item_outcome: "sittings.outcome.",
  item_vote: "tally.vote.",
  item_apart: "tally.key.",
  promise: "sittings.promise.",
} as const

/** What a figure is counted by, in words: "vœu", "adopté", the name of somebody. */
export const figureWords = ({ figure, key, name }: Figure, language: Language): string => {
  if (key === null) return format(language, `tally.without.${figure}`)
  return name ?? (figure in under ? format(language, `${under[figure as keyof typeof under]}${key}`) : key)
}
