import type { Means } from "../../bodies/contract.ts"

/**
 * What the product keeps about people, purpose by purpose: the register of GDPR article 30, which is due whatever the size of
 * the body since political opinions are among it. Words of each: `privacy.purpose.<key>` with `.who`, `.what`, `.how_long`.
 */
export const purposes = [
  "members",
  "contacts",
  "mandates",
  "meetings",
  "letters",
  "tasks",
  "skills",
  "accounts",
  "openings",
] as const
export type Purpose = (typeof purposes)[number]

/** The grounds of articles 6 and 9. Words: `privacy.basis.<key>`. */
export const bases = ["association", "consent", "made_public", "legal_duty", "interest"] as const
export type Basis = (typeof bases)[number]

/**
 * What a body rests on until it decides otherwise. A party may keep the opinions of its members, of former members and of those in
 * regular contact with it (article 9(2)(d)); a group of elected is not a party, and asks (LAW.md §0.7: for the DPO to settle).
 */
export const usualBasis = (purpose: Purpose, means: Means): Basis => {
  if (purpose === "meetings") return "legal_duty"
  if (purpose === "mandates") return "made_public"
  if (purpose === "skills") return "consent"
  if (purpose === "accounts" || purpose === "openings" || purpose === "tasks") return "interest"
  return means === "public" ? "consent" : "association"
}
