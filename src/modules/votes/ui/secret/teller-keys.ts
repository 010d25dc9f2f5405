import type { Keys } from "../../../../kernel/sealed-ballots/envelope.ts"

// A teller's secrets rest in this browser and are never sent. Whoever signs out keeps them: the vote may last for weeks.
type Which = "key" | "opening" | "rehearsal"

const at = (operationId: string, which: Which) => `permanence.teller.${which}.${operationId}`

export const keptKeys = (operationId: string, which: Which): Keys | null => {
  try {
    const text = localStorage.getItem(at(operationId, which))
    return text ? (JSON.parse(text) as Keys) : null
  } catch {
    return null
  }
}

/** @throws where the browser keeps nothing (a private window): a key that is lost at once must not be given. */
export const keepKeys = (operationId: string, which: Which, keys: Keys): void =>
  localStorage.setItem(at(operationId, which), JSON.stringify(keys))

export const forgetKeys = (operationId: string, which: Which): void => localStorage.removeItem(at(operationId, which))
