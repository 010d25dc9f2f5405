import { sql } from "kysely"
import { z } from "zod"
import type { Db } from "../../../kernel/db.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { findBodyEvenClosed, numbered } from "../../bodies/contract.ts"
import { readsDues } from "../permissions.ts"
import type { PayMeans } from "../tables.ts"
import { payDues } from "./pay.ts"

export const paymentFilters = z.object({
  bodyId: z.uuid(),
  q: z.string().trim().max(200).optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  means: z.enum(["cash", "transfer", "card", "cheque"]).optional(),
  state: z.enum(["valid", "cancelled"]).optional(),
})

export type PaymentLine = {
  id: string
  person_id: string
  name: string
  year: number
  cents: bigint
  means: PayMeans
  paid_on: Temporal.PlainDate
  payer: string | null
  note: string | null
  receipt: string
  cancelled_at: Temporal.Instant | null
  cancel_reason: string | null
  recorded_by: string | null
}

/** Payments of dues, the last first: the lines behind the figures of a year. */
export const listPayments = read({
  name: "dues.payments",
  input: paymentFilters.extend({
    sort: z.string().max(30).optional(),
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(40).optional(),
  }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: readsDues,
  async run({ input, subject: body, ...given }) {
    const rows = await findPayments(input, given.db)
    const page = rows.slice(0, input.limit)
    return {
      rows: page,
      next: rows.length > input.limit ? page.at(-1)!.id : null,
      may: await may(body, [payDues], given),
    }
  },
})

export const findPayments = async (
  {
    bodyId,
    q,
    year,
    means,
    state,
    limit,
    after,
  }: z.output<typeof paymentFilters> & { limit: number; after?: string | undefined },
  db: Db,
  personId?: string,
): Promise<PaymentLine[]> => {
  const { rows } = await sql<
    Omit<PaymentLine, "receipt"> & { code: string; receipt_year: number; receipt_number: number }
  >`
    select x.id, x.person_id, p.given_name || ' ' || p.family_name as name, x.year, x.cents, x.means, x.paid_on, x.payer, x.note,
           b.code, x.receipt_year, x.receipt_number, x.cancelled_at, x.cancel_reason, w.given_name || ' ' || w.family_name as recorded_by
      from dues_payments x
      join people p on (p.organisation_id, p.id) = (x.organisation_id, x.person_id)
      join bodies b on (b.organisation_id, b.id) = (x.organisation_id, x.body_id)
      left join people w on (w.organisation_id, w.id) = (x.organisation_id, x.recorded_by)
     where x.body_id = ${bodyId}
       and ${year ? sql`x.year = ${year}` : sql`true`} and ${means ? sql`x.means = ${means}` : sql`true`}
       and ${state ? sql`(x.cancelled_at is null) = ${state === "valid"}` : sql`true`}
       and ${personId ? sql`x.person_id = ${personId}` : sql`true`}
       and ${q ? sql`x.person_id in (select id from search_people(${q}, array[${bodyId}]::uuid[], 200))` : sql`true`}
       and ${after && /^[0-9a-f-]{36}$/i.test(after) ? sql`(x.paid_on, x.id) < ((select paid_on from dues_payments where id = ${after}), ${after}::uuid)` : sql`true`}
     order by x.paid_on desc, x.id desc limit ${limit + 1}`.execute(db)
  return rows.map(({ code, receipt_year, receipt_number, ...row }) => ({
    ...row,
    receipt: numbered(code, receipt_year, "REC", receipt_number),
  }))
}
