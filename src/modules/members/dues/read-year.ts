import { sql } from "kysely"
import { z } from "zod"
import { owesDues, setDuesRings } from "./rings.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { readsDues } from "../permissions.ts"
import { setDuesAccount } from "./account.ts"
import { RENEW_DAYS } from "./cover.ts"
import { callDues } from "./call.ts"
import { missingForYear } from "./missing.ts"
import { payDues } from "./pay.ts"
import { addDuesAmount, copyDuesScale, endDuesAmount, yearField } from "./scale.ts"
import { yearOf } from "./store.ts"

/** The dues of a body in one year: scale, account, how members stand today, what came in. Each figure opens to its lines. */
export const readDuesYear = read({
  name: "dues.year",
  input: z.object({ bodyId: z.uuid(), year: yearField.optional() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: readsDues,
  async run({ input, subject: body, ...given }) {
    const { db, now } = given
    const year = input.year ?? yearOf(body, now)
    const today = dayOf(now, body.zone)
    const soon = today.add({ days: RENEW_DAYS })
    const { rows: members } = await sql<{
      members: number
      up_to_date: number
      soon: number
      late: number
      never: number
    }>`
      select count(*)::int as members,
             count(*) filter (where m.dues_until > ${soon}::date)::int as up_to_date,
             count(*) filter (where m.dues_until between ${today}::date and ${soon}::date)::int as soon,
             count(*) filter (where m.dues_until < ${today}::date)::int as late,
             count(*) filter (where m.dues_until is null)::int as never
        from memberships m join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
       where m.body_id = ${body.id} and ${owesDues(body.id)} and m.since <= ${today}::date
         and (m.until is null or m.until >= ${today}::date) and (p.left_on is null or p.left_on >= ${today}::date)`.execute(
      db,
    )
    const { rows: money } = await sql<{ means: string; count: number; cents: bigint }>`
      select means, count(*)::int as count, sum(cents)::int8 as cents from dues_payments
       where body_id = ${body.id} and year = ${year} and cancelled_at is null group by means order by means`.execute(db)
    const { rows: owed } = await sql<{ dues: number; covered: number; freed: number; left: bigint }>`
      select count(*)::int as dues, count(d.covered_at)::int as covered, count(d.freed)::int as freed,
             coalesce(sum(greatest(d.cents - paid.cents, 0)) filter (where d.covered_at is null), 0)::int8 as left
        from dues d
        cross join lateral (select coalesce(sum(x.cents), 0) as cents from dues_payments x
                             where (x.organisation_id, x.due_id) = (d.organisation_id, d.id) and x.cancelled_at is null) paid
       where d.body_id = ${body.id} and d.year = ${year}`.execute(db)
    const { rows: amounts } = await sql<{
      id: string
      label: string
      note: string | null
      cents: bigint | null
      usual: boolean
      people: number
    }>`
      select a.id, a.label, a.note, a.cents, a.usual,
             (select count(*)::int from dues d where (d.organisation_id, d.amount_id) = (a.organisation_id, a.id)) as people
        from dues_amounts a where a.body_id = ${body.id} and a.year = ${year} and a.ended_at is null order by a.place, a.id`.execute(
      db,
    )
    const { rows: years } = await sql<{ year: number }>`
      select distinct year from dues_amounts where body_id = ${body.id} and ended_at is null order by year desc`.execute(
      db,
    )
    const account = await db
      .selectFrom("dues_accounts")
      .select(["iban", "holder", "how", "rings"])
      .where("body_id", "=", body.id)
      .executeTakeFirst()
    return {
      year,
      this_year: yearOf(body, now),
      years: years.map((one) => one.year),
      members: members[0]!,
      money,
      cents: money.reduce((sum, one) => sum + one.cents, 0n),
      owed: owed[0]!,
      amounts,
      account: account && (account.iban || account.how) ? account : null,
      rings: account?.rings ?? ["member" as const],
      missing: await missingForYear(body, year, given),
      may: await may(
        body,
        [setDuesAccount, setDuesRings, addDuesAmount, endDuesAmount, copyDuesScale, payDues, callDues],
        given,
      ),
    }
  },
})
