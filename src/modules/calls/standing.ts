import { format, type Language } from "../../kernel/words/words.ts"
import { dayOnly } from "../../kernel/words/dates.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findBodyEvenClosed } from "../bodies/contract.ts"
import { seatsOf, warningsBroughtBy } from "../mandates/contract.ts"
import { computeRoll, reasonsInWords, rollRuleOf, type RollReason } from "../members/contract.ts"
import { type Call, dayOfCall } from "./call.ts"

/**
 * Whether somebody may stand by the rule of the call, and each reason for or against. `cautions` forbid nothing: a function that
 * cannot be held beside this one is left once elected, and whether the terms are too many is for the body to say.
 */
export type Standing = { fits: boolean; reasons: RollReason[]; cautions: Caution[] }
type Caution = { is: "excluded" | "consecutive"; words: string; count: number }

type Person = { id: string; form: "m" | "f" | "n"; left_on: Temporal.PlainDate | null }

/** How it is with each of these people on the last day of the call. */
export const standingsOf = async (
  call: Call,
  personIds: readonly string[],
  { db }: Pick<Circumstances, "db">,
): Promise<Map<string, Standing>> => {
  if (personIds.length === 0) return new Map()
  const people = await db
    .selectFrom("people")
    .select(["id", "form", "left_on"])
    .where("id", "in", [...personIds])
    .execute()
  const reasons = await reasonsFor(call, people, db)
  const cautions = await cautionsFor(call, people, db)
  return new Map(people.map(({ id }) => [id, { ...reasons.get(id)!, cautions: cautions.get(id) ?? [] }]))
}

type Found = Map<string, Pick<Standing, "fits" | "reasons">>

const reasonsFor = async (call: Call, people: readonly Person[], db: Circumstances["db"]): Promise<Found> => {
  const on = dayOfCall(call)
  if (call.who === "anyone")
    return new Map(
      people.map(({ id, left_on }) => {
        const gone = left_on !== null && Temporal.PlainDate.compare(left_on, on) < 0
        return [id, { fits: !gone, reasons: [gone ? { is: "left", day: left_on.toString() } : { is: "anyone" }] }]
      }),
    )
  const body = (await findBodyEvenClosed(call.body_id, db))!
  const { rule: usual } = await rollRuleOf(body, on, db)
  const rule = { ...usual, who: call.who, functions: call.functions, waiting_months: call.min_months }
  const lines = await computeRoll(
    body.id,
    rule,
    on,
    db,
    people.map(({ id }) => id),
  )
  // Who was never of the body in any way is on no roll.
  const stranger: RollReason[] = [{ is: call.who === "holders" ? "no_function" : "never_member" }]
  return new Map(
    people.map(({ id }) => {
      const line = lines.find(({ person_id }) => person_id === id)
      return [id, { fits: line?.entitled ?? false, reasons: line?.reasons ?? stranger }]
    }),
  )
}

const cautionsFor = async (call: Call, people: readonly Person[], db: Circumstances["db"]) => {
  const found = new Map<string, Caution[]>()
  if (!call.function_id) return found
  const on = dayOfCall(call)
  const { functions, seats } = await seatsOf(call.body_id, db)
  const names = await db.selectFrom("functions").select(["id", "name_n"]).where("body_id", "=", call.body_id).execute()
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name_n ?? ""
  for (const { id, form } of people) {
    // Whoever holds it already would follow themselves.
    const before = seats.map((seat) =>
      seat.person_id === id && seat.function_id === call.function_id && isOver(seat.until, on)
        ? { ...seat, until: on.subtract({ days: 1 }) }
        : seat,
    )
    const seat = { person_id: id, form, function_id: call.function_id, since: on, until: null }
    const cautions = warningsBroughtBy([seat], functions, before).flatMap((one): Caution[] => {
      if (one.code === "consecutive" && one.person_id === id)
        return [{ is: "consecutive", words: String(one.asked), count: one.held }]
      if (one.code !== "excluded" || one.person_id !== id) return []
      const other = one.function_id === call.function_id ? one.other_id! : one.function_id
      return [{ is: "excluded", words: nameOf(other), count: 0 }]
    })
    found.set(id, cautions)
  }
  return found
}

const isOver = (until: Temporal.PlainDate | null, on: Temporal.PlainDate) =>
  until === null || Temporal.PlainDate.compare(until, on) >= 0

/** "membre depuis le 1er janvier 2020 ; cotisation payée jusqu’au 31 décembre 2026", for whoever reads it. */
export const standingInWords = ({ fits, reasons, cautions }: Standing, language: Language) => ({
  fits,
  why: reasons.map((one) => reasonInWords(one, language)).join(language === "fr" ? "\u202f; " : "; "),
  cautions: cautions.map(({ is, words, count }) => format(language, `calls.caution.${is}`, { words, count })),
})

// The roll says from when somebody votes; here the same months say from when they may stand.
const own: readonly string[] = ["anyone", "waiting"]
const reasonInWords = (reason: RollReason, language: Language): string =>
  own.includes(reason.is)
    ? format(language, `calls.why.${reason.is}`, {
        day: reason.day ? dayOnly(language, reason.day) : "",
        months: reason.months ?? 0,
      })
    : reasonsInWords([reason], language)
