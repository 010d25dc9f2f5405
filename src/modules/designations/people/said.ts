import { z } from "zod"
import { line } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { seatKinds } from "../tables.ts"

/** Who is put forward, in order. */
export const peopleSaid = z
  .array(
    z.object({
      personId: z.uuid(),
      seat: z.enum(seatKinds).default("full"),
      component: line(120).nullable().default(null),
    }),
  )
  .max(500)

/** Nobody stands on a list twice: one person has one seat. */
export const eachOnce = (people: z.output<typeof peopleSaid>): z.output<typeof peopleSaid> => {
  const ids = people.map(({ personId }) => personId)
  const twice = ids.findIndex((id, at) => ids.indexOf(id) < at)
  if (twice >= 0) invalid(["people", twice, "personId"], "designations.twice")
  return people
}
