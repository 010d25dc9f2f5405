import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import {
  type BodyRow,
  keyDatesOf,
  knownDays,
  occasionsOpen,
  type OpenOccasion,
  profiles,
} from "../../bodies/contract.ts"
import type { Selectable } from "kysely"

type Body = Pick<Selectable<BodyRow>, "id" | "profile" | "zone">

/** What stands on a meeting's `occasions`: the occasion, and the day its window opened, so that next year asks anew. */
export const markOf = ({ occasion, from }: OpenOccasion): string => `${occasion.key}:${from}`

// A decree names the day of which the law gave the month, a congress moves by a week: what was taken up stays taken up.
const isMarkOf = (mark: string, open: OpenOccasion): boolean => {
  if (mark === markOf(open)) return true
  const [key, from = ""] = mark.split(":")
  const counts = open.occasion.window.kind === "before_day" || open.occasion.window.kind === "after_day"
  return counts && key === open.occasion.key && Math.abs(open.from.until(from, { largestUnit: "day" }).days) < 180
}

/**
 * What the year of a body asks for today, the most pressing first. `meeting_id` says which meeting has taken it up,
 * `dismissed` why it was put aside.
 */
export const occasionsOf = async (
  body: Body,
  given: Circumstances,
): Promise<
  (OpenOccasion & { meeting_id: string | null; dismissed: { occasion: string; reason: string } | null })[]
> => {
  const { db, now } = given
  const profile = profiles[body.profile as keyof typeof profiles]
  if (!profile) return []
  const today = dayOf(now, body.zone)
  const ends = await endsOfTerms(body.id, today, given)
  const open = occasionsOpen(profile.year, today, {
    ends_of_terms: ends,
    days: knownDays(
      // What an election brings comes after it.
      (await keyDatesOf(body.id, today.subtract({ months: 12 }), db)).map(({ kind, on_day: day }) => ({ kind, day })),
      profile.elections,
    ),
  })
  if (open.length === 0) return []
  const { rows } = await sql<{ id: string; occasion: string }>`
    select m.id, o.occasion from meetings m cross join unnest(m.occasions) as o(occasion)
     where m.body_id = ${body.id} and m.state <> 'cancelled'`.execute(db)
  const aside = await db
    .selectFrom("dismissed_occasions")
    .select(["occasion", "reason"])
    .where("body_id", "=", body.id)
    .execute()
  return open.map((one) => ({
    ...one,
    meeting_id: rows.find(({ occasion }) => isMarkOf(occasion, one))?.id ?? null,
    dismissed: aside.find(({ occasion }) => isMarkOf(occasion, one)) ?? null,
  }))
}

const endsOfTerms = async (bodyId: string, today: Temporal.PlainDate, { db }: Circumstances) => {
  const rows = await db
    .selectFrom("mandates")
    .select("until")
    .distinct()
    .where("body_id", "=", bodyId)
    .where("until", ">=", today)
    .execute()
  return rows.flatMap(({ until }) => (until ? [until] : []))
}
