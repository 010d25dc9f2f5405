import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { command } from "../../kernel/command.ts"
import { event } from "../../kernel/event.ts"
import { rule } from "../../kernel/rule.ts"
import { bodiesWhere, holds } from "../mandates/contract.ts"
import { lists } from "./tables-out.ts"
import { sql } from "kysely"

export const formats = ["csv", "xlsx", "vcf"] as const

/** Who took which list away, and how many lines it had: an export leaves the product's protection. */
export const exportMade = event<{ what: string; format: string; rows: number; bodyId: string | null }>()("exports.made")

const holdsSomewhere = rule<{ body_id: string | null }>("mayExport", async (subject, given) => {
  const { actor, db, now } = given
  if (subject.body_id) return holds("exports.make")({ body_id: subject.body_id }, given)
  if (!actor.personId) return false
  const { rows } = await sql`
    select from (${bodiesWhere("exports.make", actor.personId, dayOf(now))}) as theirs limit 1`.execute(db)
  return rows.length > 0
})

/** Performed by the route that gives the file, beside it; it is no address of its own. */
export const recordExport = command({
  name: "exports.make",
  input: z.object({ what: z.enum(lists), format: z.enum(formats), rows: z.int().min(0), bodyId: z.uuid().nullable() }),
  find: async ({ bodyId }) => ({ body_id: bodyId }),
  allow: holdsSomewhere,
  run: async ({ input }) => exportMade(input),
})
