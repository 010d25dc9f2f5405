import type { Refusal } from "../../../kernel/refusal.ts"

type Pair = { giver_id: string; holder_id: string }
export type Hindrance = { code: `votes.proxy_${"given" | "chain" | "cap"}`; facts: Refusal["facts"] }

/** What keeps a proxy from being noted beside those that are there; null where nothing does. */
export const hindrance = (proxies: readonly Pair[], { giver_id, holder_id }: Pair, most: number): Hindrance | null => {
  if (proxies.some((one) => one.giver_id === giver_id)) return { code: "votes.proxy_given", facts: {} }
  // Whoever votes by another's hand does not vote for a third: the cap would be walked around.
  if (proxies.some((one) => one.giver_id === holder_id || one.holder_id === giver_id))
    return { code: "votes.proxy_chain", facts: {} }
  const held = proxies.filter((one) => one.holder_id === holder_id).length
  return held >= most ? { code: "votes.proxy_cap", facts: { most } } : null
}
