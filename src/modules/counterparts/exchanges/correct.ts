import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { keepConfided } from "../../../kernel/confide.ts"
import type { Db } from "../../../kernel/db.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { noteAttached } from "../../matters/contract.ts"
import { exchangeCorrected, exchangeRemoved } from "../events.ts"
import { type Exchange, findExchangeToChange } from "../store.ts"
import { told } from "./fields.ts"
import { notedIt } from "./permissions.ts"
import { checked, columnsOf, keepLast, writeWho } from "./write.ts"

const keeps = anyOf<Exchange>(holds("counterparts.manage"), notedIt)

/** What is told of it, written anew. A request keeps its answer. */
export const correctExchange = command({
  name: "exchanges.correct",
  input: told.extend({ exchangeId: z.uuid() }),
  find: ({ exchangeId }, given) => findExchangeToChange(exchangeId, given),
  allow: keeps,
  async run({ input, subject: exchange, ...given }) {
    const { db } = given
    const before = await whoOf(exchange.id, given.db)
    const { confidential } = await checked(input, exchange.body_id, given, before.ours)
    const isRequest = input.kind === "request"
    await db
      .updateTable("exchanges")
      .set({ ...columnsOf(input, confidential, given), state: isRequest ? (exchange.state ?? "waiting") : null })
      .where("id", "=", exchange.id)
      .execute()
    await noteAttached(exchange, input.matterId, given)
    await writeWho(exchange.id, input, given)
    await keepLast([...new Set([...before.theirs, ...input.theirsIds])], given)
    // Its answer was written before, and is not told again.
    await keepConfided("exchanges", given, sql<boolean>`t.id = ${exchange.id}`)
    return exchangeCorrected({ exchangeId: exchange.id, bodyId: exchange.body_id })
  },
})

/** Noted by mistake, or about somebody who asks that it goes: its words are gone, the journal keeps that there was one. */
export const removeExchange = command({
  name: "exchanges.remove",
  input: z.object({ exchangeId: z.uuid() }),
  find: ({ exchangeId }, given) => findExchangeToChange(exchangeId, given),
  allow: keeps,
  async run({ subject: exchange, ...given }) {
    const { theirs } = await whoOf(exchange.id, given.db)
    await given.db.deleteFrom("exchanges").where("id", "=", exchange.id).execute()
    await keepLast(theirs, given)
    return exchangeRemoved({ exchangeId: exchange.id, bodyId: exchange.body_id })
  },
})

const whoOf = async (exchangeId: string, db: Db) => {
  const ours = await db.selectFrom("exchange_ours").select("person_id").where("exchange_id", "=", exchangeId).execute()
  const theirs = await db
    .selectFrom("exchange_theirs")
    .select("counterpart_id")
    .where("exchange_id", "=", exchangeId)
    .execute()
  return { ours: ours.map(({ person_id }) => person_id), theirs: theirs.map(({ counterpart_id }) => counterpart_id) }
}
