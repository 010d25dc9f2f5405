import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { ids } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { queueLetters } from "../../post/contract.ts"
import { duesCalled } from "../events.ts"
import { duesSubject, type Step } from "../letters/due-letter.ts"
import { type Addressee, houseLanguage, orderTo } from "../letters/order.ts"
import { memberFigure } from "../rules.ts"
import { owesDues } from "./rings.ts"
import { yearField } from "./scale.ts"
import { type Body, insertDues, usualAmount } from "./store.ts"

export const stepField = z.union([z.literal(1), z.literal(2), z.literal(3)])

/**
 * Writes to those who have not paid a year: the call first, then two reminders, each after the days of the rulebook and each once
 * for each person. What left stays as its proof.
 */
export const callDues = command({
  name: "dues.call",
  input: z.object({ bodyId: z.uuid(), year: yearField, step: stepField, personIds: ids(5000).optional() }),
  find: async ({ bodyId }, { db }) => {
    const body = await findBody(bodyId, db)
    // Two treasurers who call at once: the second finds nobody left to write to.
    if (body) await sql`select pg_advisory_xact_lock(hashtextextended(${`dues.call ${bodyId}`}, 0))`.execute(db)
    return body
  },
  allow: holds("dues.manage"),
  async run({ input: { year, step, personIds }, subject: body, ...given }) {
    const { db, now, actor } = given
    const all = await peopleToWrite(body, year, step, given)
    const people = personIds ? all.filter(({ id }) => personIds.includes(id)) : all
    if (people.length === 0) refuse("dues.nobody_to_write")
    const newly = people.filter(({ due_id }) => !due_id).map(({ id }) => id)
    const amount = newly.length ? await usualAmount(body.id, year, db) : undefined
    const made = amount
      ? await insertDues(
          body,
          year,
          newly.map((personId) => ({ personId, amount })),
          given,
        )
      : []
    const dueOf = new Map([
      ...people.map(({ id, due_id }) => [id, due_id] as const),
      ...made.map(({ person_id, id }) => [person_id, id] as const),
    ])
    const subject = duesSubject(await houseLanguage(db), step, { year, body_name: body.name })
    const kind = step === 1 ? "dues-call" : "dues-reminder"
    const orders = people.map((one) =>
      orderTo(one, { kind, bodyId: body.id, subject, content: { due_id: dueOf.get(one.id)!, step } }),
    )
    const sendings = await queueLetters(orders, given)
    const rows = people.map(({ id }, index) => ({
      organisation_id: actor.organisation,
      due_id: dueOf.get(id)!,
      step,
      sending_id: sendings[index]!,
      written_on: dayOf(now, body.zone),
    }))
    for (let from = 0; from < rows.length; from += 5000)
      await db
        .insertInto("dues_letters")
        .values(rows.slice(from, from + 5000))
        .execute()
    const byPost = orders.filter(({ means }) => means === "post").length
    return duesCalled({ bodyId: body.id, year, step, people: people.length, byPost })
  },
})

export type ToWrite = Addressee & { id: string; due_id: string | null; cents: bigint | null }

/** Days after the letter before, in which nobody is written to again. */
export const waitBefore = async (body: Body, step: Step, { db, now }: Circumstances): Promise<number> =>
  step === 1
    ? 0
    : memberFigure(body, step === 2 ? "dues.second_letter" : "dues.third_letter", 30, dayOf(now, body.zone), db)

/**
 * Members in force who have not paid the year and are due this letter. Whoever asked not to be reminded is not; the call itself
 * comes with the membership and reaches everybody.
 */
export const peopleToWrite = async (body: Body, year: number, step: Step, given: Circumstances): Promise<ToWrite[]> => {
  const { rows } = await sql<ToWrite>`
    select p.id, p.given_name, p.family_name, p.email, p.post_only, p.street, p.postcode, p.town, p.country, d.id as due_id, d.cents
      ${await toWrite(body, year, step, given)}
     order by p.folded collate "C", p.id`.execute(given.db)
  return rows
}

/** How many they are: for a page that only says so. */
export const countToWrite = async (body: Body, year: number, step: Step, given: Circumstances): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count ${await toWrite(body, year, step, given)}`.execute(given.db)
  return rows[0]!.count
}

const toWrite = async (body: Body, year: number, step: Step, given: Circumstances) => {
  const today = dayOf(given.now, body.zone)
  if (step === 1)
    return sql`${unpaid(body.id, year, today)}
       and not exists (select from dues_letters l where (l.organisation_id, l.due_id) = (d.organisation_id, d.id))`
  const before = today.subtract({ days: await waitBefore(body, step, given) })
  return sql`${unpaid(body.id, year, today)}
       and exists (select from dues_letters l where (l.organisation_id, l.due_id) = (d.organisation_id, d.id)
                      and l.step = ${step - 1} and l.written_on <= ${before}::date)
       and not exists (select from dues_letters l where (l.organisation_id, l.due_id) = (d.organisation_id, d.id)
                          and l.step >= ${step})
       and not exists (select from unwanted_letters u
                        where (u.organisation_id, u.person_id) = (p.organisation_id, p.id) and u.kind = 'dues')`
}

/** SQL, from `m`, `p` and `d` (which may be missing): members in force on a day whose dues of a year are not covered. */
export const unpaid = (bodyId: string, year: number, today: Temporal.PlainDate) => sql`
      from memberships m
      join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
      left join dues d on (d.organisation_id, d.body_id, d.person_id) = (m.organisation_id, m.body_id, m.person_id) and d.year = ${year}
     where m.body_id = ${bodyId} and ${owesDues(bodyId)} and m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date)
       and (p.left_on is null or p.left_on >= ${today}::date)
       and d.covered_at is null and (m.dues_until is null or m.dues_until < make_date(${year}, 12, 31))`
