import { fold } from "../../../kernel/tables/likeness.ts"
import type { Stance } from "../kinds.ts"

// A scribe who changes a word of the sentence that stood there writes one of these; "ne vote pas pour" is none of them.
const said: readonly (readonly [Stance, RegExp])[] = [
  ["for", /\bvot\w* (?:pour|for)\b|\bvot\w* en faveur\b/],
  ["against", /\bvot\w* (?:contre|against)\b/],
  ["abstain", /\babst(?:ien|en)\w*\b|\babstain\w*\b/],
  ["apart", /\bpren\w* (?:pas|aucune) part\b|\bprend(?:re|ra)? pas part\b|\btak\w* no part\b/],
  ["free", /\bvote (?:est |reste )?libre\b|\bliberte de vote\b|\bfree vote\b/],
]

/** The vote that the words of a decision say; null where they say none, or more than one: then somebody has to read them. */
export const stanceSaidIn = (text: string): Stance | null => {
  const words = fold(text)
  const found = said.filter(([, pattern]) => pattern.test(words))
  return found.length === 1 ? found[0]![0] : null
}
