import { sql } from "kysely"
import type { Selectable } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Db } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { structuredCommunication } from "../../../kernel/law/structured-communication.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody, takeNumbers } from "../../bodies/contract.ts"
import { findPayingMembership, setDuesUntil } from "../../mandates/contract.ts"
import type { AmountRow, DueRow } from "../tables.ts"
import { duesUntil, isCovered } from "./cover.ts"

export type Body = NonNullable<Awaited<ReturnType<typeof findBody>>>
type Membership = NonNullable<Awaited<ReturnType<typeof findPayingMembership>>>
export type Member = { body_id: string; body: Body; membership: Membership }

/** A member whose dues are about to change: the membership is locked, so that two treasurers write one after the other. */
export const findMember = async (
  { bodyId, personId }: { bodyId: string; personId: string },
  { db }: Circumstances,
): Promise<Member | undefined> => {
  const body = await findBody(bodyId, db)
  const membership = body && (await findPayingMembership(personId, bodyId, db))
  return body && membership && { body_id: body.id, body, membership }
}

/** What is asked of whoever nobody has given another amount: the usual amount of the year. Refuses when the scale has none. */
export const usualAmount = async (bodyId: string, year: number, db: Db): Promise<Selectable<AmountRow>> =>
  (await db
    .selectFrom("dues_amounts")
    .selectAll()
    .where("body_id", "=", bodyId)
    .where("year", "=", year)
    .where("usual", "=", true)
    .where("ended_at", "is", null)
    .executeTakeFirst()) ?? refuse("dues.no_usual_amount", { year })

export const findAmount = (amountId: string, db: Db) =>
  db.selectFrom("dues_amounts").selectAll().where("id", "=", amountId).where("ended_at", "is", null).executeTakeFirst()

/** What a person owes for a year; undefined when nobody has said yet. */
export const findDue = (bodyId: string, personId: string, year: number, db: Db) =>
  db
    .selectFrom("dues")
    .selectAll()
    .where("body_id", "=", bodyId)
    .where("person_id", "=", personId)
    .where("year", "=", year)
    .executeTakeFirst()

/**
 * Writes what these people owe for a year, each with a communication of their own: the year in two digits and a number that
 * runs through all bodies under one head, because they may share one account.
 */
export const insertDues = async (
  body: Body,
  year: number,
  owed: readonly { personId: string; amount: { id: string; cents: bigint | null }; freed?: string | null }[],
  { actor, db, now }: Circumstances,
): Promise<Selectable<DueRow>[]> => {
  if (owed.length === 0) return []
  const first = await takeNumbers(body.line[0]!, "dues", year, owed.length, db)
  const rows = owed.map(({ personId, amount, freed = null }, index) => ({
    organisation_id: actor.organisation,
    id: newId(),
    body_id: body.id,
    person_id: personId,
    year,
    amount_id: amount.id,
    cents: amount.cents,
    communication: structuredCommunication(BigInt(year % 100) * 100_000_000n + BigInt(first + index)),
    freed,
    set_at: now,
    set_by: actor.personId,
    paid_before: null,
    covered_at: null,
  }))
  for (let from = 0; from < rows.length; from += 2000)
    await db
      .insertInto("dues")
      .values(rows.slice(from, from + 2000))
      .execute()
  return rows
}

/** Draws the consequence of what is paid or no longer is: the year is covered or not, and until when dues are paid. */
export const settle = async (
  due: Selectable<DueRow>,
  { membership }: Pick<Member, "membership">,
  given: Circumstances,
) => {
  const { db, now } = given
  const { rows } = await sql<{ paid: bigint }>`
    select coalesce(sum(cents), 0)::int8 as paid from dues_payments where due_id = ${due.id} and cancelled_at is null`.execute(
    db,
  )
  const covered = isCovered(due, rows[0]!.paid)
  if (covered !== (due.covered_at !== null))
    await db
      .updateTable("dues")
      .set(covered ? { covered_at: now, paid_before: membership.dues_until } : { covered_at: null })
      .where("id", "=", due.id)
      .execute()
  const years = await db
    .selectFrom("dues")
    .select(["year", "paid_before", "covered_at"])
    .where("body_id", "=", due.body_id)
    .where("person_id", "=", due.person_id)
    .execute()
  const until = duesUntil(
    membership.dues_until,
    years.map(({ year, paid_before, covered_at }) => ({ year, paid_before, covered: covered_at !== null })),
  )
  const isSame = until === membership.dues_until || (until && membership.dues_until?.equals(until))
  return isSame ? [] : [await setDuesUntil(membership, until, given)]
}

/** The year dues are about when nobody says: that of today. */
export const yearOf = ({ zone }: { zone: string }, now: Temporal.Instant): number => dayOf(now, zone).year
