import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Means } from "../../bodies/contract.ts"
import { type Basis, purposes, type Purpose, usualBasis } from "./purposes.ts"

export type Ground = {
  purpose: Purpose
  basis: Basis
  /** Chosen by the body on that day; null: what bodies of its kind rest on. */
  decided_on: Temporal.PlainDate | null
  note: string | null
}

/** On what a body rests each purpose today. */
export const basesOf = async (bodyId: string, { db }: Pick<Circumstances, "db">): Promise<Ground[]> => {
  const { rows } = await sql<Ground & { means: Means }>`
    select b.means, c.purpose, c.basis, c.decided_on, c.note
      from bodies b left join lateral (
        select distinct on (purpose) purpose, basis, decided_on, note from processing_choices c
         where (c.organisation_id, c.body_id) = (b.organisation_id, b.id) order by purpose, decided_on desc) c on true
     where b.id = ${bodyId}`.execute(db)
  const means = rows[0]?.means ?? "party"
  return purposes.map((purpose) => {
    const chosen = rows.find((row) => row.purpose === purpose)
    return {
      purpose,
      basis: chosen?.basis ?? usualBasis(purpose, means),
      decided_on: chosen?.decided_on ?? null,
      note: chosen?.note ?? null,
    }
  })
}
