import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Missing } from "../../../kernel/workflow.ts"
import { someoneHolds } from "../../mandates/contract.ts"

/** What is missing before dues of a year can be called for. Its sentence is `members.missing.<what>`. */
export const missingForYear = async (
  body: { id: string; zone: string },
  year: number,
  { db, now }: Circumstances,
): Promise<Missing[]> => {
  const { rows } = await sql<{ usual: boolean; account: boolean }>`
    select exists (select from dues_amounts where body_id = ${body.id} and year = ${year} and usual and ended_at is null) as usual,
           exists (select from dues_accounts where body_id = ${body.id} and (iban is not null or how <> '')) as account`.execute(
    db,
  )
  const { usual, account } = rows[0]!
  const isKept = await someoneHolds("dues.manage", body.id, dayOf(now, body.zone), db)
  return [
    ...(isKept ? [] : [{ key: "members.missing.treasurer", at: "/personnes" }]),
    ...(usual
      ? []
      : [{ key: "members.missing.scale", facts: { year: String(year) }, at: `/membres/bareme?annee=${year}` }]),
    ...(account ? [] : [{ key: "members.missing.account", at: "/membres/bareme", only_warns: true }]),
  ]
}
