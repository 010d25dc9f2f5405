import { z } from "zod"
import { instantOf } from "../../kernel/clock.ts"
import { day, hour, line, text } from "../../kernel/input.ts"
import { invalid } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { fitsSeats, parities } from "./parity.ts"
import { shownWhen, whos } from "./tables.ts"

export const callFields = z.object({
  title: line(200),
  /** A function of the body; or a mandate elsewhere, by its name. */
  functionId: z.uuid().nullable().default(null),
  outside: line(200).nullable().default(null),
  seats: z.int().min(1).max(200),
  who: z.enum(whos),
  functions: z.array(z.string().max(200)).max(100).default([]),
  minMonths: z.int().min(0).max(240).default(0),
  parity: z.enum(parities).default("none"),
  least: z.int().min(1).max(100).nullable().default(null),
  endsOn: day(),
  endsAt: hour(),
  statementMax: z.int().min(100).max(10_000).default(2000),
  photo: z.boolean().default(true),
  shown: z.enum(shownWhen).default("at_close"),
  /** Null: as the model says it. */
  text: text(10_000).min(1).nullable().default(null),
})

type Said = z.output<typeof callFields>

/** The columns of what was said, once it fits together. */
export const columnsOf = async (
  said: Said,
  { id: bodyId, zone }: { id: string; zone: string },
  given: Pick<Circumstances, "db" | "now">,
) => {
  const { functionId, seats, parity, who } = said
  const least = parity === "least" ? (said.least ?? invalid(["least"], "required")) : null
  if (!functionId && !said.outside) invalid(["functionId"], "required")
  if (functionId) await known(functionId, bodyId, given)
  if (!fitsSeats({ seats, parity, least })) invalid(["parity"], "calls.does_not_fit")
  if (who === "holders" && said.functions.length === 0) invalid(["functions"], "required")
  return {
    title: said.title,
    function_id: functionId,
    outside: functionId ? null : said.outside,
    text: said.text,
    seats,
    who,
    functions: who === "holders" ? said.functions : [],
    min_months: who === "members" || who === "members_up_to_date" ? said.minMonths : 0,
    parity,
    least,
    ends_at: momentOf(said, zone, given.now),
    statement_max: said.statementMax,
    photo: said.photo,
    shown: said.shown,
  }
}

/** The last moment, on the clocks of the body; refuses one that has passed. */
export const momentOf = (
  { endsOn, endsAt }: Pick<Said, "endsOn" | "endsAt">,
  zone: string,
  now: Temporal.Instant,
): Temporal.Instant => {
  const moment = instantOf(endsOn.toPlainDateTime(endsAt), zone)
  if (Temporal.Instant.compare(moment, now) <= 0) invalid(["endsOn"], "calls.past")
  return moment
}

const known = async (functionId: string, bodyId: string, { db }: Pick<Circumstances, "db">) => {
  const found = await db
    .selectFrom("functions")
    .select("id")
    .where("id", "=", functionId)
    .where("body_id", "=", bodyId)
    .where("ended_on", "is", null)
    .executeTakeFirst()
  if (!found) invalid(["functionId"], "unknown")
}
