import { isRanked } from "./fitting.ts"

/** What a ballot names, in words: names side by side, or in their order where there is one. */
export const ranksInWords = (
  { candidates, method }: { candidates: readonly string[]; method: string },
  ranks: readonly (readonly number[])[],
): string => {
  const ranked = isRanked(method)
  const names = ranks.map((rank) => rank.map((at) => candidates[at]).join(ranked ? " = " : ", "))
  return names.join(ranked ? " > " : ", ")
}
