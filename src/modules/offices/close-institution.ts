import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { command } from "../../kernel/command.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { institutionClosed } from "./events.ts"
import { findInstitutionToChange } from "./store.ts"

/** An institution is no more, or nobody of ours will sit there again. Refused while somebody does. */
export const closeInstitution = command({
  name: "institutions.close",
  input: z.object({ institutionId: z.uuid() }),
  find: ({ institutionId }, { db }) => findInstitutionToChange(institutionId, db),
  allow: holds("offices.manage"),
  async run({ subject: { id, body_id }, db, now }) {
    const today = dayOf(now)
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from offices where institution_id = ${id} and (until is null or until > ${today}::date)`.execute(
      db,
    )
    if (rows[0]!.count > 0) refuse("institutions.has_offices", { count: rows[0]!.count })
    await db.updateTable("institutions").set({ closed_on: today }).where("id", "=", id).execute()
    return institutionClosed({ institutionId: id, bodyId: body_id })
  },
})
