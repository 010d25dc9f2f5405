import { inWords } from "../../../kernel/law/in-words.ts"
import { valueInWords } from "../../../kernel/law/value-in-words.ts"
import type { Language } from "../../../kernel/words/words.ts"
import type { SittingDeadline } from "./count.ts"

/** A day as the page and the API show it: with its rule in words, where it was read, and how surely. */
export const shownDeadline = ({ rule, steps, ...day }: SittingDeadline, language: Language) => ({
  ...day,
  rule: {
    key: rule.key,
    words: valueInWords(language, rule),
    article: rule.legal_basis,
    decided_by: rule.overridden_by,
    source: rule.source,
    read_on: rule.read_on,
    confidence: rule.confidence,
    is_own: rule.jurisdiction === "own",
    note: rule.note,
  },
  steps: inWords(language, steps),
})
