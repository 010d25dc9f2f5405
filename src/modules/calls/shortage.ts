import { sql } from "kysely"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Call } from "./call.ts"
import { type Shortage, shortageOf } from "./parity.ts"

/** What is missing among those who stand: neither withdrawn nor refused. */
export const shortageIn = async (call: Call, { db }: Pick<Circumstances, "db">): Promise<Shortage | null> => {
  const { rows } = await sql<{ form: "m" | "f" | "n" }>`
    select p.form from candidacies s join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
     where s.call_id = ${call.id} and s.withdrawn_at is null and s.admitted is distinct from false`.execute(db)
  return shortageOf(
    call,
    rows.map(({ form }) => form),
  )
}
