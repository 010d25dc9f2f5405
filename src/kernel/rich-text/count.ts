import { toPlain } from "./plain.ts"
import { isEmpty, type RichText } from "./schema.ts"

/** Signs with spaces, as the printers count them, and words. Line ends are not signs. */
export const counted = (doc: RichText | null): { signs: number; words: number } => {
  if (!doc || isEmpty(doc)) return { signs: 0, words: 0 }
  const plain = toPlain(doc)
  return { signs: [...plain.replace(/\n+/g, "")].length, words: plain.match(/[\p{L}\p{N}]+/gu)?.length ?? 0 }
}

/** How long words last aloud, in seconds; to five seconds, since nobody speaks more exactly. */
export const secondsOf = (words: number, pace: number): number =>
  words === 0 ? 0 : Math.max(5, Math.round((words * 12) / pace) * 5)
