import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"

/** What the record that goes looked like is said of nobody any more; the next search compares the one that stays. */
export const forgetPairs = async (from: string, _into: string, { db }: Circumstances): Promise<void> => {
  await sql`delete from likely_same where ${from}::uuid in (first_id, second_id)`.execute(db)
}

/** Whoever was said to be another person than the one that goes is another than the one that stays: a pair has its ids in order. */
export const stayApart = async (from: string, into: string, { db }: Circumstances): Promise<void> => {
  await sql`
    with said as (delete from people_apart where ${from}::uuid in (first_id, second_id) returning *),
         other as (select organisation_id, case when first_id = ${from} then second_id else first_id end as id, said_by, said_at from said)
    insert into people_apart (organisation_id, first_id, second_id, said_by, said_at)
    select organisation_id, least(id, ${into}::uuid), greatest(id, ${into}::uuid), said_by, said_at from other where id <> ${into}
    on conflict do nothing`.execute(db)
}
