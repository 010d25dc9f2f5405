import { z } from "zod"
import { day } from "../../kernel/input.ts"
import { read } from "../../kernel/read.ts"
import { holds } from "./rights.ts"
import { mustSee } from "./sight.ts"
import { seatsOf } from "./store.ts"
import { type FunctionRules, type Seat, type Warning, warningsOn } from "./warnings.ts"

/** What the rulebook would say against a mandate before it is recorded, and until when it usually lasts. */
export const foreseeMandate = read({
  name: "mandates.foresee",
  input: z.object({ personId: z.uuid(), functionId: z.uuid(), since: day(), until: day().nullish() }),
  find: ({ functionId }, { db }) =>
    db.selectFrom("functions").selectAll().where("id", "=", functionId).executeTakeFirst(),
  allow: holds("mandates.manage"),
  async run({ input: { personId, functionId, since, until = null }, subject, ...given }) {
    const { db } = given
    await mustSee([personId], given)
    const { functions, seats } = await seatsOf(subject.body_id, db)
    const person = await db.selectFrom("people").select("form").where("id", "=", personId).executeTakeFirst()
    const form = person?.form ?? "n"
    return {
      warnings: warningsBroughtBy(
        { person_id: personId, form, function_id: functionId, since, until },
        functions,
        seats,
      ),
      usual_until: subject.term_months && since.add({ months: subject.term_months }).subtract({ days: 1 }),
    }
  },
})

/** The warnings of a mandate's first day that would not be there without it. */
export const warningsBroughtBy = (
  seat: Seat,
  functions: readonly FunctionRules[],
  seats: readonly Seat[],
): Warning[] => {
  const named = ({ code, function_id, person_id, other_id }: Warning) => [code, function_id, person_id, other_id].join()
  const before = new Set(warningsOn(functions, seats, seat.since).map(named))
  return warningsOn(functions, [...seats, seat], seat.since).filter((one) => !before.has(named(one)))
}
