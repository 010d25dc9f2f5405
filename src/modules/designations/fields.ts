import { z } from "zod"
import { day, line } from "../../kernel/input.ts"
import { invalid } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { mustSeeMatter } from "../matters/contract.ts"
import { institutionOf, institutionSaid, roles } from "../offices/contract.ts"
import { origins, parities } from "./tables.ts"

export const designationFields = z.object({
  /** One of the register, or one that is named here for the first time. */
  institutionId: z.uuid().nullish(),
  institution: institutionSaid.nullish(),
  role: z.enum(roles),
  title: line(120).nullable().default(null),
  seats: z.int().min(1).max(500),
  substitutes: z.int().min(0).max(500).default(0),
  since: day(),
  until: day().nullable().default(null),
  origin: z.enum(origins).default("institution"),
  sentBy: z.uuid().nullable().default(null),
  basis: line(300).nullable().default(null),
  matterId: z.uuid().nullable().default(null),
  parity: z.enum(parities).default("none"),
  first: z.enum(["f", "m"]).nullable().default(null),
})

/** The columns of what was said, once it fits together. */
export const columnsOf = async (
  said: Omit<z.output<typeof designationFields>, "institution" | "institutionId"> & { institutionId: string },
  bodyId: string,
  given: Circumstances,
) => {
  const { since, until, sentBy, matterId, parity, origin, institutionId } = said
  if (until && Temporal.PlainDate.compare(until, since) < 0) invalid(["until"], "ends_before")
  if (sentBy === institutionId) invalid(["sentBy"], "invalid_value")
  if (sentBy) await institutionOf(sentBy, bodyId, given.db)
  if (matterId) await mustSeeMatter(matterId, bodyId, given)
  return {
    institution_id: institutionId,
    role: said.role,
    title: said.title,
    seats: said.seats,
    substitutes: said.substitutes,
    since,
    until,
    origin,
    sent_by: origin === "institution" ? sentBy : null,
    basis: said.basis,
    matter_id: matterId,
    parity,
    first_form: parity === "alternation" ? said.first : null,
  }
}
