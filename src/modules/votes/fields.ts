import { z } from "zod"
import { methodsFor } from "../../kernel/counting/fitting.ts"
import { boundedMethods } from "../../kernel/counting/methods.ts"
import type { Db } from "../../kernel/db.ts"
import { instantOf } from "../../kernel/clock.ts"
import { day, hour, ids, line, text } from "../../kernel/input.ts"
import { majorityRuleSchema } from "../../kernel/law/majority.ts"
import { quorumRuleSchema } from "../../kernel/law/quorum.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { ruleOf } from "../bodies/contract.ts"
import { mustSee } from "../mandates/contract.ts"
import type { Operation } from "./operation/operation.ts"
import { electorates, kinds, manners, methods } from "./tables.ts"

export const ballotFields = z.object({
  title: line(200),
  question: text(5000).default(""),
  kind: z.enum(kinds),
  /** People of the file who stand, in the order of the paper. */
  candidateIds: ids(200).default([]),
  /** Others, one name to a line. */
  candidates: z.string().max(20_000).default(""),
  /** Files that are put to the vote, or that one reads before voting. */
  paperIds: ids(30).default([]),
  /** The function whose seats are voted on. */
  functionId: z.uuid().nullable().default(null),
  /** Women and men half each among those elected. */
  parity: z.boolean().default(false),
  /** By an absolute majority, in how many rounds at most; in the last, whoever has most. */
  rounds: z.int().min(2).max(3).default(2),
  seats: z.int().min(1).max(200).default(1),
  method: z.enum(methods),
  ruleKey: z.string().max(200).nullable().default(null),
  manner: z.enum(manners),
  changeable: z.boolean().default(false),
  betweenEquals: z.enum(["lot", "age", "none"]).default("none"),
  /** A rule of the rulebook that says how many must take part for the vote to hold. */
  quorumKey: z.string().max(200).nullable().default(null),
  electorate: z.enum(electorates).default("rulebook"),
  functions: z.array(z.string().max(200)).max(100).default([]),
  onDay: day(),
  endsOn: day().nullable().default(null),
  endsAt: hour().nullable().default(null),
  /** Until when the last moment may be put off. */
  latestOn: day().nullable().default(null),
  latestAt: hour().nullable().default(null),
})

type Said = z.output<typeof ballotFields>

/** The columns of what was said, once it fits together. In an operation, who votes is that of the operation. */
export const columnsOf = async (
  said: Said,
  body: { id: string; zone: string },
  operation: Operation | undefined,
  given: Circumstances,
) => {
  const { db, now } = given
  const { kind, manner, method } = said
  if (manner === "secret" && !operation) refuse("votes.secret_alone")
  await mustSee(said.candidateIds, given)
  if (said.functionId) await mustBeOf(said.functionId, body.id, db)
  const people = kind === "candidates" ? said.candidateIds : []
  const names = kind === "yes_no" ? [] : namesOf(said.candidates)
  if (kind !== "yes_no" && people.length + names.length === 0) invalid(["candidates"], "required")
  // Of several motions one is adopted.
  const seats = kind === "yes_no" ? 0 : kind === "motions" ? 1 : said.seats
  // Of names that the file does not know nobody says whether they are women or men.
  if (kind === "candidates" && said.parity && (names.length > 0 || !boundedMethods.includes(method as "approval")))
    invalid(["parity"], names.length > 0 ? "votes.parity_of_names" : "votes.parity_and_method")
  if (!methodsFor(kind, { byHand: manner === "hand", seats }).includes(method))
    invalid(["method"], "votes.does_not_fit")
  if (kind === "yes_no" && said.ruleKey) {
    const rule = await ruleOf(body.id, said.ruleKey, said.onDay, db)
    if (rule?.unit !== "majority" || !majorityRuleSchema.safeParse(rule.value).success)
      invalid(["ruleKey"], "invalid_value")
  }
  if (!operation && said.electorate === "holders" && said.functions.length === 0) invalid(["functions"], "required")
  if (said.quorumKey) {
    const rule = await ruleOf(body.id, said.quorumKey, said.onDay, db)
    if (rule?.unit !== "quorum" || !quorumRuleSchema.safeParse(rule.value).success)
      invalid(["quorumKey"], "invalid_value")
  }
  const momentOf = (on: Temporal.PlainDate | null, at: Temporal.PlainTime | null) =>
    on && instantOf(on.toPlainDateTime(at ?? Temporal.PlainTime.from("20:00")), body.zone)
  const ends = momentOf(said.endsOn, said.endsAt)
  const latest = momentOf(said.latestOn, said.latestAt)
  if (ends && Temporal.Instant.compare(ends, now) <= 0) invalid(["endsOn"], "votes.past")
  if (latest && (!ends || Temporal.Instant.compare(latest, ends) <= 0)) invalid(["latestOn"], "votes.latest_before_end")
  return {
    title: said.title,
    question: said.question,
    kind,
    // Those of the file have their names there: an empty place here.
    candidates: [...people.map(() => ""), ...names],
    seats,
    method,
    rule_key: kind === "yes_no" ? said.ruleKey : null,
    rule: null,
    manner,
    changeable: manner === "named" && said.changeable,
    between_equals: kind === "yes_no" ? ("none" as const) : said.betweenEquals,
    // An order drawn for others is no order for these.
    lot: null,
    drawn_at: null,
    drawn_by: null,
    electorate: operation?.electorate ?? said.electorate,
    functions: operation?.functions ?? (said.electorate === "holders" ? said.functions : []),
    on_day: operation?.on_day ?? said.onDay,
    ends_at: manner === "named" || manner === "secret" ? ends : null,
    latest_at: manner === "named" || manner === "secret" ? latest : null,
    quorum_key: said.quorumKey,
    quorum: null,
    function_id: kind === "candidates" ? said.functionId : null,
    parity: kind === "candidates" && said.parity,
    rounds: method === "absolute" ? said.rounds : 1,
    bounds: null,
  }
}

const mustBeOf = async (functionId: string, bodyId: string, db: Db) => {
  const found = await db
    .selectFrom("functions")
    .select("id")
    .where("id", "=", functionId)
    .where("body_id", "=", bodyId)
    .executeTakeFirst()
  if (!found) invalid(["functionId"], "invalid_value")
}

/** Who stands as a person of the file, by their place on the paper. What stood there before is replaced. */
export const writeCandidates = async (ballotId: string, people: readonly string[], { actor, db }: Circumstances) => {
  await db.deleteFrom("ballot_candidates").where("ballot_id", "=", ballotId).execute()
  if (people.length === 0) return
  await db
    .insertInto("ballot_candidates")
    .values(
      people.map((person_id, place) => ({
        organisation_id: actor.organisation,
        ballot_id: ballotId,
        place,
        person_id,
      })),
    )
    .execute()
}

const namesOf = (lines: string): string[] => {
  const names = lines
    .split("\n")
    .map((one) => one.trim().replaceAll(/\s+/g, " "))
    .filter(Boolean)
  if (names.length > 200 || names.some((one) => one.length > 1000)) invalid(["candidates"], "too_big", { maximum: 200 })
  // Two of the same name could not be told apart on the ballot.
  if (new Set(names.map((one) => one.toLowerCase())).size < names.length) invalid(["candidates"], "votes.same_name")
  return names
}
