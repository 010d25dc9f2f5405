import type { ReadOf } from "../../../shell/api.ts"
import type { Translate } from "../../../shell/use-words.ts"

type Figure = ReadOf<"tally.read">["figures"][number]

const under: Partial<Record<Figure["figure"], string>> = {
  text_kind: "texts.kind.",
  awaited: "texts.kind.",
  text_state: "texts.state.",
  item_outcome: "sittings.outcome.",
  item_vote: "tally.vote.",
  item_apart: "tally.key.",
  promise: "sittings.promise.",
}

/** What a figure is counted by, in words. */
export const wordsOf = (figure: Figure["figure"], key: string | null, name: string | null, t: Translate): string => {
  if (!key) return t.named(`tally.without.${figure}`)
  return name ?? (under[figure] ? t.named(`${under[figure]}${key}`) : key)
}
