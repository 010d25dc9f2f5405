import type { Choice } from "./choice.ts"

/** A vote in words: an answer, names, or names in their order. */
export const choiceInWords = (
  { candidates, method }: { candidates: readonly string[]; method: string },
  choice: Choice,
  t: (key: `votes.answer.${"for" | "against" | "abstained" | "blank"}`) => string,
): string => {
  if ("answer" in choice) return t(`votes.answer.${choice.answer}`)
  if (choice.ranks.length === 0) return t("votes.answer.blank")
  const ranked = ["instant_runoff", "scottish", "schulze"].includes(method)
  const names = choice.ranks.map((rank) => rank.map((at) => candidates[at]).join(ranked ? " = " : ", "))
  return names.join(ranked ? " > " : ", ")
}
