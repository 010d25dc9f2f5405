import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { isSheetSeen } from "./sheet.ts"

/** Argument sheets that may be cited, those that hold first; found by their number or title. */
export const pickSheet = read({
  name: "texts.pickSheet",
  input: z.object({ q: z.string().max(200).optional(), limit: z.int().min(1).max(50).default(10) }),
  allow: isSignedIn,
  async run({ input: { q = "", limit }, actor, db, now }) {
    const today = dayOf(now)
    const { rows } = await sql<{ id: string; title: string; reference: string; outdated: boolean }>`
      select w.id, w.title, w.reference, coalesce(w.valid_until < ${today}::date, false) as outdated from texts w
       where w.kind = 'argument_sheet' and w.reference is not null and w.state <> 'dropped'
         and ${isSheetSeen(actor.personId!, today)}
         and (${q} = '' or position(f_unaccent(lower(${q})) in f_unaccent(lower(w.reference || ' ' || w.title))) > 0)
       order by coalesce(w.valid_until < ${today}::date, false), w.changed_at desc, w.id limit ${limit}`.execute(db)
    return { rows }
  },
})
