import { invalid } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { mustSeeMatter } from "../matters/contract.ts"
import { findSeenItem } from "../sittings/contract.ts"

/** What a text is about: a matter of its body, an item of a sitting it prepares. */
export type Place = { matterId?: string | null | undefined; sittingItemId?: string | null | undefined }

/**
 * Whether a text of this place is confidential: what hangs on a confidential matter is. Refuses a place of another body, or one the
 * actor does not see; `known` is what it hangs on already.
 */
export const placed = async (
  { matterId, sittingItemId }: Place,
  known: { matter_id: string | null; sitting_item_id: string | null },
  bodyId: string,
  given: Circumstances,
): Promise<{ matter_id: string | null; sitting_item_id: string | null; confidential: boolean }> => {
  const item = sittingItemId ? await findSeenItem(sittingItemId, given) : undefined
  if (sittingItemId && sittingItemId !== known.sitting_item_id && item?.body_id !== bodyId)
    invalid(["sittingItemId"], "not_of_this_body")
  const matter_id = matterId ?? null
  const { confidential } =
    matter_id && matter_id !== known.matter_id ? await mustSeeMatter(matter_id, bodyId, given) : { confidential: false }
  return { matter_id, sitting_item_id: sittingItemId ?? null, confidential }
}
