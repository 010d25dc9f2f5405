/** How the seats of lists are shared out. */
export const listMethods = ["dhondt", "sainte_lague", "imperiali", "hare"] as const

/** Ballots that put names in order. For one seat, for several, for any number. */
const forOne = ["instant_runoff", "schulze", "ranked_pairs"] as const
const forSeveral = ["scottish", "meek"] as const
const forAny = ["borda"] as const

const rankings: readonly string[] = [...forOne, ...forSeveral, ...forAny]

/** Whether an order is asked for: elsewhere the names of one ballot are equal. */
export const isRanked = (method: string): boolean => rankings.includes(method)

/** Known to few, or asked for by few: shown after the others. */
export const isRare = (method: string): boolean => ["ranked_pairs", "meek", "borda"].includes(method)

export type FittingMethod =
  | "majority"
  | "plurality"
  | "approval"
  | "absolute"
  | (typeof forOne)[number]
  | (typeof forSeveral)[number]
  | (typeof forAny)[number]
  | "majority_judgment"
  | (typeof listMethods)[number]

/** The ways to count that fit what is asked: a ranking for one seat is not counted as one for several. */
export const methodsFor = (
  kind: "yes_no" | "candidates" | "motions" | "lists",
  { byHand, seats }: { byHand: boolean; seats: number },
): FittingMethod[] => {
  if (kind === "yes_no") return ["majority"]
  if (kind === "lists") return [...listMethods]
  // Rankings are of each ballot, and a majority is of ballots: the sum of hands raised for several seats holds neither.
  if (byHand) return ["plurality", "approval", ...(seats === 1 ? (["absolute"] as const) : [])]
  const ranked = seats > 1 ? [...forSeveral, ...forAny] : [...forOne, ...forAny]
  return ["plurality", "approval", "absolute", ...ranked, "majority_judgment"]
}
