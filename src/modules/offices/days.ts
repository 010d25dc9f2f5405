import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { isSure } from "./declarations.ts"
import { declarationsOf } from "./read-declarations.ts"
import { isOfficeSeen, nameOf } from "./store.ts"
import { registersOf } from "./waiting.ts"

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate; bodyId?: string | undefined }

export type OfficeEnd = {
  id: string
  body_id: string
  body_name: string
  day: Temporal.PlainDate
  count: number
  who: string
  institution: string
}

/** The last days of external mandates between two days, for whoever sees them: those of one institution that end together are one. */
export const officeEnds = async (
  { from, to, bodyId }: Span,
  { actor, db, now }: Circumstances,
): Promise<OfficeEnd[]> => {
  const { rows } = await sql<OfficeEnd>`
    select min(o.id::text)::uuid as id, o.body_id, b.name as body_name, o.until as day, count(*)::int as count,
           min(p.given_name || ' ' || p.family_name) as who, min(${nameOf("i")}) as institution
      from offices o
      join institutions i on (i.organisation_id, i.id) = (o.organisation_id, o.institution_id)
      join bodies b on (b.organisation_id, b.id) = (o.organisation_id, o.body_id)
      join people p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
     where o.until between ${from}::date and ${to}::date and o.until >= o.since
       and (${bodyId ?? null}::uuid is null or o.body_id = ${bodyId ?? null})
       and ${isOfficeSeen(actor.personId!, dayOf(now))}
     group by o.body_id, b.name, o.until, o.institution_id order by o.until limit 500`.execute(db)
  return rows
}

export type DeclarationDay = {
  body_id: string
  rule: string
  day: Temporal.PlainDate
  /** Who has not lodged it yet, as far as it is the reader's to know: oneself, or all for who keeps the register. */
  missing: number
  mine: boolean
  /** Read in a text; else the day is to be checked. */
  sure: boolean
}

/** The days on which declarations of mandates are due, for those who must lodge one and for who keeps the register. */
export const declarationDays = async ({ from, to, bodyId }: Span, given: Circumstances): Promise<DeclarationDay[]> => {
  const registers = (await registersOf(given)).filter(({ body_id }) => !bodyId || body_id === bodyId)
  const keeps = new Set(registers.filter((one) => one.keeps).map(({ body_id }) => body_id))
  const bodies = registers.map(({ body_id }) => body_id)
  const days: DeclarationDay[] = []
  for (let year = from.year; year <= to.year; year++)
    for (const { body_id, rule, due, people, confidence } of await declarationsOf(bodies, year, given.db)) {
      if (Temporal.PlainDate.compare(due, from) < 0 || Temporal.PlainDate.compare(due, to) > 0) continue
      const missing = people.filter(({ lodged_on }) => !lodged_on)
      const mine = missing.some(({ person_id }) => person_id === given.actor.personId)
      const count = keeps.has(body_id) ? missing.length : Number(mine)
      if (count > 0) days.push({ body_id, rule, day: due, missing: count, mine, sure: isSure(confidence) })
    }
  return days
}
