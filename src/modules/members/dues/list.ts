import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { owesDues } from "./rings.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import type { Db } from "../../../kernel/db.ts"
import { read } from "../../../kernel/read.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { readsDues } from "../permissions.ts"
import { callDues } from "./call.ts"
import { RENEW_DAYS, type Standing, standingOn } from "./cover.ts"
import { payDues } from "./pay.ts"
import { yearOf } from "./store.ts"

export const duesFilters = z.object({
  bodyId: z.uuid(),
  q: z.string().trim().max(200).optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  state: z.enum(["up_to_date", "soon", "late", "never", "unpaid"]).optional(),
  letter: z.enum(["0", "1", "2", "3"]).optional(),
})

export type DuesLine = {
  id: string
  name: string
  given_name: string
  family_name: string
  email: string | null
  town: string | null
  since: Temporal.PlainDate
  dues_until: Temporal.PlainDate | null
  label: string | null
  cents: bigint | null
  paid: bigint
  covered: boolean
  freed: string | null
  communication: string | null
  step: number | null
  written_on: Temporal.PlainDate | null
}

/** Every member of a body today and how they stand with their dues: who is up to date, who must renew, who is late since when. */
export const listDues = read({
  name: "dues.list",
  input: duesFilters.extend({
    sort: z.string().max(30).optional(),
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(40).optional(),
  }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: readsDues,
  async run({ input, subject: body, ...given }) {
    const today = dayOf(given.now, body.zone)
    const rows = await findDues({ ...input, year: input.year ?? yearOf(body, given.now), today }, given.db)
    const page = rows.slice(0, input.limit)
    return {
      rows: page.map((row): DuesLine & { standing: Standing } => ({
        ...row,
        standing: standingOn(row.dues_until, today),
      })),
      next: rows.length > input.limit ? page.at(-1)!.id : null,
      may: await may(body, [payDues, callDues], given),
    }
  },
})

type Asked = Omit<z.output<typeof duesFilters>, "year"> & {
  year: number
  today: Temporal.PlainDate
  limit: number
  after?: string | undefined
}

/** One more row than `limit`, so that whoever asks knows whether there are more. */
export const findDues = async ({ bodyId, q, year, state, letter, today, limit, after }: Asked, db: Db) => {
  const lastLetter = sql`(select max(k.step) from dues_letters k where (k.organisation_id, k.due_id) = (d.organisation_id, d.id))`
  // The page first, then what is said of its lines: a body of a hundred thousand does not add up every payment for fifty.
  const { rows } = await sql<DuesLine>`
    select page.id, page.name, page.given_name, page.family_name, page.email, page.town, page.since, page.dues_until, page.cents,
           page.covered, page.freed, page.communication, a.label, paid.cents as paid, l.step, l.written_on
      from (
        select p.organisation_id, p.id, p.given_name || ' ' || p.family_name as name, p.given_name, p.family_name, p.email, p.town,
               p.folded, m.since, m.dues_until, d.id as due_id, d.amount_id, d.cents, d.covered_at is not null as covered, d.freed,
               d.communication
          from memberships m
          join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
          left join dues d on (d.organisation_id, d.body_id, d.person_id) = (m.organisation_id, m.body_id, m.person_id)
                          and d.year = ${year}
         where m.body_id = ${bodyId} and ${owesDues(bodyId)} and m.since <= ${today}::date
           and (m.until is null or m.until >= ${today}::date) and (p.left_on is null or p.left_on >= ${today}::date)
           and ${q ? sql`p.id in (select id from search_people(${q}, array[${bodyId}]::uuid[], 200))` : sql`true`}
           and ${state ? standingIs[state](today) : sql`true`}
           and ${letter === undefined ? sql`true` : sql`coalesce(${lastLetter}, 0) = ${Number(letter)}`}
           and ${after && /^[0-9a-f-]{36}$/i.test(after) ? sql`(p.folded collate "C", p.id) > ((select folded from people where id = ${after}), ${after}::uuid)` : sql`true`}
         order by p.folded collate "C", p.id limit ${limit + 1}) page
      left join dues_amounts a on (a.organisation_id, a.id) = (page.organisation_id, page.amount_id)
      cross join lateral (select coalesce(sum(x.cents), 0)::int8 as cents from dues_payments x
                           where (x.organisation_id, x.due_id) = (page.organisation_id, page.due_id) and x.cancelled_at is null) paid
      left join lateral (select k.step, k.written_on from dues_letters k
                          where (k.organisation_id, k.due_id) = (page.organisation_id, page.due_id)
                          order by k.step desc limit 1) l on true
     order by page.folded collate "C", page.id`.execute(db)
  return rows
}

const standingIs: Record<Standing | "unpaid", (today: Temporal.PlainDate) => RawBuilder<boolean>> = {
  never: () => sql`m.dues_until is null`,
  late: (today) => sql`m.dues_until < ${today}::date`,
  soon: (today) => sql`m.dues_until between ${today}::date and ${today.add({ days: RENEW_DAYS })}::date`,
  up_to_date: (today) => sql`m.dues_until > ${today.add({ days: RENEW_DAYS })}::date`,
  unpaid: (today) => sql`(m.dues_until is null or m.dues_until < ${today}::date)`,
}
