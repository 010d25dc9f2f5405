import { invalid } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { mustSeeMatter } from "../matters/contract.ts"
import { findSeenItem, findSeenSitting } from "../sittings/contract.ts"

/** What a text is about: a matter of its body, an item of a sitting it prepares, or the sitting itself where no item carries it. */
export type Place = {
  matterId?: string | null | undefined
  sittingItemId?: string | null | undefined
  sittingId?: string | null | undefined
}
type Placed = { matter_id: string | null; sitting_item_id: string | null; sitting_id: string | null }

/**
 * Whether a text of this place is confidential: what hangs on a confidential matter is. Refuses a place of another body, or one the
 * actor does not see; `known` is what it hangs on already.
 */
export const placed = async (
  { matterId, sittingItemId, sittingId }: Place,
  known: Placed,
  bodyId: string,
  given: Circumstances,
): Promise<Placed & { confidential: boolean }> => {
  const item = sittingItemId ? await findSeenItem(sittingItemId, given) : undefined
  if (sittingItemId && sittingItemId !== known.sitting_item_id && item?.body_id !== bodyId)
    invalid(["sittingItemId"], "not_of_this_body")
  const sitting_id = sittingItemId ? null : (sittingId ?? null)
  if (sitting_id && sitting_id !== known.sitting_id && (await findSeenSitting(sitting_id, given))?.body_id !== bodyId)
    invalid(["sittingId"], "not_of_this_body")
  const matter_id = matterId ?? null
  const { confidential } =
    matter_id && matter_id !== known.matter_id ? await mustSeeMatter(matter_id, bodyId, given) : { confidential: false }
  return { matter_id, sitting_item_id: sittingItemId ?? null, sitting_id, confidential }
}
