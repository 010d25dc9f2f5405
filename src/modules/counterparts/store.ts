import { type Selectable, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { invalid } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { isCounterpartSeen, isExchangeSeen } from "./sight.ts"
import type { CounterpartRow, ExchangeRow } from "./tables.ts"

export type Counterpart = Selectable<CounterpartRow>
export type Exchange = Selectable<ExchangeRow>

/** A counterpart that the actor sees; locked when it is to be changed. */
export const findCounterpart = async (id: string, given: Circumstances): Promise<Counterpart | undefined> =>
  (await seen([id], given, sql``))[0]

export const findCounterpartToChange = async (id: string, given: Circumstances): Promise<Counterpart | undefined> =>
  (await seen([id], given, sql`for update of c`))[0]

/** Several of one file, locked in one order. Undefined when one of them is not there, or stands in another file. */
export const findCounterpartsToChange = async (ids: readonly string[], given: Circumstances) => {
  const rows = await seen(ids, given, sql`for update of c`)
  const [first] = rows
  if (!first || rows.length < ids.length || rows.some(({ body_id }) => body_id !== first.body_id)) return undefined
  return { body_id: first.body_id, rows }
}

const seen = async (
  ids: readonly string[],
  { actor, db, now }: Circumstances,
  lock: ReturnType<typeof sql>,
): Promise<Counterpart[]> => {
  const isSeen = actor.personId ? isCounterpartSeen(actor.personId, dayOf(now)) : sql`true`
  const { rows } = await sql<Counterpart>`
    select c.* from counterparts c where c.id = any(${[...ids]}::uuid[]) and ${isSeen} order by c.id ${lock}`.execute(
    db,
  )
  return rows
}

/** Refuses, at the field that names them, counterparts that do not stand in this file: an exchange joins no two files. */
export const ofThisFile = async (
  field: string,
  ids: readonly string[],
  bodyId: string,
  given: Circumstances,
): Promise<Counterpart[]> => {
  const rows = await seen(ids, given, sql``)
  if (rows.length < ids.length || rows.some(({ body_id }) => body_id !== bodyId)) invalid([field], "not_of_this_body")
  return rows
}

export const findExchange = (id: string, given: Circumstances) => seenExchange(id, given, sql``)
export const findExchangeToChange = (id: string, given: Circumstances) => seenExchange(id, given, sql`for update of e`)

const seenExchange = async (
  id: string,
  { actor, db, now }: Circumstances,
  lock: ReturnType<typeof sql>,
): Promise<Exchange | undefined> => {
  const isSeen = actor.personId ? isExchangeSeen(actor.personId, dayOf(now)) : sql`true`
  const { rows } = await sql<Exchange>`
    select e.* from exchanges e where e.id = ${id} and ${isSeen} ${lock}`.execute(db)
  return rows[0]
}
