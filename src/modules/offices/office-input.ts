import { z } from "zod"
import { day, line, text } from "../../kernel/input.ts"
import { invalid } from "../../kernel/refusal.ts"
import { origins, roles, stances } from "./kinds.ts"

/** An external mandate as it is typed, without who and where. */
export const officeSaid = z.object({
  role: z.enum(roles),
  title: line(120).nullish(),
  since: day(),
  until: day().nullish(),
  origin: z.enum(origins),
  /** The institution that sent them there: a derived mandate. */
  sentBy: z.uuid().nullish(),
  /** The decision in this product by which they sit there, when it was taken here: decisions answer for it. */
  decisionId: z.uuid().nullish(),
  originNote: line().nullish(),
  delegation: text(2000).nullish(),
  stance: z.enum(stances).nullish(),
  paid: z.boolean().nullish(),
  /** Cents a year, before tax; nothing said: not known. */
  yearlyGrossCents: z.coerce.bigint().min(0n).max(10_000_000_000n).nullish(),
  listed: z.boolean().default(true),
})

type Said = z.output<typeof officeSaid>

/** Its last day is not before its first, and nothing is earned by what is not paid. */
export const inOrder = <S extends Pick<Said, "since" | "until" | "paid" | "yearlyGrossCents">>(said: S): S => {
  if (said.until && Temporal.PlainDate.compare(said.until, said.since) < 0) invalid(["until"], "ends_before")
  if (said.paid === false && said.yearlyGrossCents) invalid(["yearlyGrossCents"], "not_paid")
  return said
}

export const columnsOf = (said: Said) => ({
  role: said.role,
  title: said.title ?? null,
  since: said.since,
  until: said.until ?? null,
  origin: said.origin,
  sent_by: said.sentBy ?? null,
  decision_id: said.origin === "body" ? (said.decisionId ?? null) : null,
  origin_note: said.originNote ?? null,
  delegation: said.delegation || null,
  stance: said.stance ?? null,
  paid: said.paid ?? null,
  yearly_gross_cents: said.yearlyGrossCents ?? null,
  listed: said.listed,
})
