import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findTextToChange } from "../texts/contract.ts"
import { missingOf } from "./read-amendment.ts"
import { findAmendment } from "./store.ts"

/** Nobody answers for an amendment that lost its place, or that spends without saying what pays for it. */
export const mustBeComplete = async ({ textId }: { textId: string }, given: Circumstances): Promise<void> => {
  const amendment = await findAmendment(textId, given)
  if (!amendment) return
  const text = await findTextToChange(textId, given)
  const [first] = missingOf(amendment, text?.fields.balance)
  if (first) refuse(first)
}

/** The words of an amendment come from what it does to its base: typed by hand, they would say something else. */
export const wordsFollow = async ({ textId }: { textId: string }, given: Circumstances): Promise<void> => {
  if (await findAmendment(textId, given)) refuse("amendments.words_follow")
}
