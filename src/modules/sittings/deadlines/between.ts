import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { format, type Language } from "../../../kernel/words/words.ts"
import { isSittingSeen } from "../seen.ts"
import type { SittingDeadline } from "./count.ts"
import { deadlinesOf } from "./deadlines-of.ts"

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate; bodyId?: string | undefined }

// A feed knows whose it is and their language, and has no session.
type Given = Pick<Circumstances, "db" | "now"> & { actor: Pick<Circumstances["actor"], "personId" | "language"> }

export type SittingDay = {
  id: string
  body_id: string
  body_name: string
  title: string
  assembly: string
  starts: Temporal.PlainDateTime
  zone: string
  place: string | null
}

/** The sittings between two days, both included, that the actor sees. */
export const sittingsBetween = async ({ from, to, bodyId }: Span, { actor, db, now }: Given): Promise<SittingDay[]> => {
  const { rows } = await sql<SittingDay>`
    select s.id, s.body_id, b.name as body_name, s.title, a.name as assembly, s.starts, s.zone, s.place
      from sittings s
      join assemblies a on (a.organisation_id, a.id) = (s.organisation_id, s.assembly_id)
      join bodies b on (b.organisation_id, b.id) = (s.organisation_id, s.body_id)
     where s.starts >= ${from}::date and s.starts < ${to.add({ days: 1 })}::date
       and (${bodyId ?? null}::uuid is null or s.body_id = ${bodyId ?? null})
       and ${isSittingSeen(actor.personId!, dayOf(now))}
     order by s.starts, s.id limit 500`.execute(db)
  return rows
}

/** One last day of a sitting, with all that is lodged by it. */
export type LodgingDay = Pick<SittingDay, "id" | "body_id" | "body_name" | "title"> & {
  day: Temporal.PlainDate
  /** "Vœux, motions" */
  what: string
  key: string
}

/** The last days to lodge between two days, both included, whenever the sittings themselves are. */
export const lodgingDaysBetween = async (span: Span, given: Given): Promise<LodgingDay[]> => {
  // A notice before a sitting runs for two months at the very most.
  const sittings = await sittingsBetween({ ...span, to: span.to.add({ days: 63 }) }, given)
  if (sittings.length === 0) return []
  const all = await deadlinesOf(
    sittings.map(({ id }) => id),
    given,
  )
  return sittings.flatMap(({ id, body_id, body_name, title }) =>
    lodgings(all.get(id) ?? [], given.actor.language)
      .filter(
        ({ day }) => Temporal.PlainDate.compare(day, span.from) >= 0 && Temporal.PlainDate.compare(day, span.to) <= 0,
      )
      .map((one) => ({ ...one, id, body_id, body_name, title })),
  )
}

/** What we lodge, by rule: wishes and motions of one article are one day. */
const lodgings = (deadlines: readonly SittingDeadline[], language: Language) =>
  [
    ...Map.groupBy(
      deadlines.filter(({ kind, last_lawful }) => last_lawful && kind !== "reports" && kind !== "urgency"),
      ({ rule }) => rule.key,
    ),
  ].map(([key, same]) => ({
    key,
    day: same[0]!.last_lawful!,
    what: same.map(({ kind }) => format(language, `sittings.deadline.${kind}`)).join(", "),
  }))
