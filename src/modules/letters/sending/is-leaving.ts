import { refuse } from "../../../kernel/refusal.ts"
import type { Text } from "../../texts/contract.ts"

/** A letter that was signed, or went already and goes once more. */
export const isLeaving = (text: Text): Text => {
  if (!["signed", "sent", "answered", "followed"].includes(text.state)) refuse("letters.not_signed")
  return text
}
