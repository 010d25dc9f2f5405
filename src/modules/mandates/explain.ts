import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { capabilities, findBodyEvenClosed } from "../bodies/contract.ts"
import { reasonWords } from "./reason-words.ts"
import { reaches, reasons } from "./rights.ts"
import { seesReasonsOf, withoutOthersGrants } from "./sees-reasons.ts"

/** May they, and why; if not, who may. Oneself unless another person is named. */
export const explainRight = read({
  name: "mandates.explain",
  input: z.object({ bodyId: z.uuid(), capability: z.enum(capabilities), personId: z.uuid().optional() }),
  async find({ bodyId, personId }, given) {
    if (personId && !(await seesReasonsOf(personId, given))) return undefined
    return findBodyEvenClosed(bodyId, given.db)
  },
  allow: isSignedIn,
  async run({ input, subject: body, ...given }) {
    const { actor, db, now } = given
    const on = dayOf(now)
    const personId = input.personId ?? actor.personId!
    const all = await reasons({ personId, capability: input.capability, bodyId: body.id, on }, db)
    const why = await withoutOthersGrants(all, personId, given)
    const { rows } = await sql<{ function_name: string; name: string }>`
      select distinct case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end as function_name,
             p.given_name || ' ' || p.family_name as name
        from mandates m
        join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
        join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
       where ${input.capability} = any(f.capabilities) and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
         and ${reaches(body.id, sql`m.body_id`, { isBelow: sql`f.reach = 'below'`, capability: sql`${input.capability}` })}
       order by 1, 2`.execute(db)
    return { may: all.length > 0, reasons: why.map((one) => reasonWords(actor.language, one)), holders: rows }
  },
})
