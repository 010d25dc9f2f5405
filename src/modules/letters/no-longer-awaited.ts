import type { Event } from "../../kernel/event.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { answered, findExchangeToChange } from "../counterparts/contract.ts"
import { letterAnswered } from "./events.ts"
import type { findAddressedToChange } from "./seen.ts"

/** The answer to a locked letter of ours has come: neither the letter nor its exchange waits for it any more. */
export const noLongerAwaited = async (
  { id, body_id, letter }: NonNullable<Awaited<ReturnType<typeof findAddressedToChange>>>,
  on: Temporal.PlainDate,
  given: Circumstances,
): Promise<Event[]> => {
  await given.db.updateTable("letters").set({ answered_on: on }).where("text_id", "=", id).execute()
  const exchange = letter.exchange_id ? await findExchangeToChange(letter.exchange_id, given) : undefined
  const isAwaited = exchange?.state === "waiting" && Temporal.PlainDate.compare(on, exchange.on_day) >= 0
  return [
    letterAnswered({ textId: id, bodyId: body_id, on: on.toString() }),
    ...(isAwaited ? [await answered(exchange, { answer: "", on }, given)] : []),
  ]
}
