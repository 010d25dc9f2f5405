import { z } from "zod"
import { json } from "../../kernel/db.ts"
import { instantOf } from "../../kernel/clock.ts"
import { day, hour, line, text } from "../../kernel/input.ts"
import { majorityRuleSchema } from "../../kernel/law/majority.ts"
import { invalid } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { ruleOf } from "../bodies/contract.ts"
import { methodsFor } from "./ballot.ts"
import { electorates, kinds, manners, methods } from "./tables.ts"

export const ballotFields = z.object({
  title: line(200),
  question: text(5000).default(""),
  kind: z.enum(kinds),
  /** One name to a line. */
  candidates: z.string().max(20_000).default(""),
  seats: z.int().min(1).max(200).default(1),
  method: z.enum(methods),
  ruleKey: z.string().max(200).nullable().default(null),
  manner: z.enum(manners),
  changeable: z.boolean().default(false),
  betweenEquals: z.enum(["lot", "none"]).default("none"),
  electorate: z.enum(electorates).default("rulebook"),
  functions: z.array(z.string().max(200)).max(100).default([]),
  onDay: day(),
  endsOn: day().nullable().default(null),
  endsAt: hour().nullable().default(null),
})

type Said = z.output<typeof ballotFields>

/** The columns of what was said, once it fits together. */
export const columnsOf = async (
  said: Said,
  body: { id: string; zone: string },
  { db, now }: Pick<Circumstances, "db" | "now">,
) => {
  const { kind, manner, method } = said
  const candidates = kind === "candidates" ? namesOf(said.candidates) : []
  const seats = kind === "candidates" ? said.seats : 0
  if (!methodsFor(kind, manner, seats).includes(method)) invalid(["method"], "votes.does_not_fit")
  if (kind === "yes_no" && said.ruleKey) {
    const rule = await ruleOf(body.id, said.ruleKey, said.onDay, db)
    if (rule?.unit !== "majority" || !majorityRuleSchema.safeParse(rule.value).success)
      invalid(["ruleKey"], "invalid_value")
  }
  if (said.electorate === "holders" && said.functions.length === 0) invalid(["functions"], "required")
  const ends = said.endsOn
    ? instantOf(said.endsOn.toPlainDateTime(said.endsAt ?? Temporal.PlainTime.from("20:00")), body.zone)
    : null
  if (ends && Temporal.Instant.compare(ends, now) <= 0) invalid(["endsOn"], "votes.past")
  return {
    title: said.title,
    question: said.question,
    kind,
    candidates,
    seats,
    method,
    rule_key: kind === "yes_no" ? said.ruleKey : null,
    rule: json(null),
    manner,
    changeable: manner === "named" && said.changeable,
    between_equals: kind === "candidates" ? said.betweenEquals : ("none" as const),
    // An order drawn for others is no order for these.
    lot: null,
    drawn_at: null,
    drawn_by: null,
    electorate: said.electorate,
    functions: said.electorate === "holders" ? said.functions : [],
    on_day: said.onDay,
    ends_at: manner === "named" ? ends : null,
  }
}

const namesOf = (lines: string): string[] => {
  const names = lines
    .split("\n")
    .map((one) => one.trim().replaceAll(/\s+/g, " "))
    .filter(Boolean)
  if (names.length === 0) invalid(["candidates"], "required")
  if (names.length > 200 || names.some((one) => one.length > 200)) invalid(["candidates"], "too_big", { maximum: 200 })
  // Two of the same name could not be told apart on the ballot.
  if (new Set(names.map((one) => one.toLowerCase())).size < names.length) invalid(["candidates"], "votes.same_name")
  return names
}
