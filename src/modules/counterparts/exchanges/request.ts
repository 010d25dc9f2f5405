import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { confide } from "../../../kernel/confide.ts"
import { day, text } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { anyOf } from "../../../kernel/rule.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { requestAnswered, requestGivenUp, requestReminded, requestReopened } from "../events.ts"
import { type Exchange, findExchangeToChange } from "../store.ts"
import { notedIt } from "./permissions.ts"

const one = z.object({ exchangeId: z.uuid() })
const keeps = anyOf<Exchange>(holds("counterparts.manage"), notedIt)
const facts = ({ id, body_id }: Exchange) => ({ exchangeId: id, bodyId: body_id })

/** A request that still waits. Refuses one that was answered or given up, and what is no request. */
export const stillWaiting = (exchange: Exchange): Exchange => {
  if (exchange.state === null) refuse("exchanges.no_request")
  if (exchange.state !== "waiting") refuse(`exchanges.already_${exchange.state}`)
  return exchange
}

/** The answer came: from whoever hears it, hence from all who read the file. */
export const answerRequest = command({
  name: "exchanges.answer",
  input: one.extend({ answer: text(20_000).default(""), on: day().nullish() }),
  find: ({ exchangeId }, given) => findExchangeToChange(exchangeId, given),
  allow: holds("counterparts.read"),
  run: ({ input, subject, ...given }) => answered(stillWaiting(subject), input, given),
})

/** The answer to a request that waits; answers what is to be recorded. */
export const answered = async (
  exchange: Exchange,
  { answer, on }: { answer: string; on?: Temporal.PlainDate | null | undefined },
  given: Circumstances,
) => {
  const answeredOn = on ?? dayOf(given.now)
  if (Temporal.PlainDate.compare(answeredOn, exchange.on_day) < 0) invalid(["on"], "before_exchange")
  await given.db
    .updateTable("exchanges")
    .set({
      state: "answered",
      answer: confide(given, exchange.confidential).text(answer),
      answered_on: answeredOn,
    })
    .where("id", "=", exchange.id)
    .execute()
  return requestAnswered(facts(exchange))
}

/** Nobody waits for the answer any more. */
export const giveUpRequest = command({
  name: "exchanges.giveUp",
  input: one,
  find: ({ exchangeId }, given) => findExchangeToChange(exchangeId, given),
  allow: keeps,
  async run({ subject, db }) {
    const exchange = stillWaiting(subject)
    await db.updateTable("exchanges").set({ state: "given_up" }).where("id", "=", exchange.id).execute()
    return requestGivenUp(facts(exchange))
  },
})

/** It was no answer, or one waits again. */
export const reopenRequest = command({
  name: "exchanges.reopen",
  input: one,
  find: ({ exchangeId }, given) => findExchangeToChange(exchangeId, given),
  allow: keeps,
  async run({ subject: exchange, db }) {
    if (exchange.state === null) refuse("exchanges.no_request")
    if (exchange.state === "waiting") refuse("exchanges.still_waiting")
    await db
      .updateTable("exchanges")
      .set({ state: "waiting", answered_on: null })
      .where("id", "=", exchange.id)
      .execute()
    return requestReopened(facts(exchange))
  },
})

/** Somebody asked again; a new day by which an answer is due. */
export const remindRequest = command({
  name: "exchanges.remind",
  input: one.extend({ due: day() }),
  find: ({ exchangeId }, given) => findExchangeToChange(exchangeId, given),
  allow: holds("counterparts.read"),
  async run({ input: { due }, subject, db, now }) {
    const exchange = stillWaiting(subject)
    const today = dayOf(now)
    if (Temporal.PlainDate.compare(due, today) < 0) invalid(["due"], "past_day")
    await db
      .updateTable("exchanges")
      .set({ answer_due: due, reminded_on: today, reminders: sql`reminders + 1` })
      .where("id", "=", exchange.id)
      .execute()
    return requestReminded({ ...facts(exchange), due: due.toString() })
  },
})
