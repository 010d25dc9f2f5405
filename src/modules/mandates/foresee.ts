import { sql } from "kysely"
import { z } from "zod"
import type { Db } from "../../kernel/db.ts"
import { day, ids } from "../../kernel/input.ts"
import { read } from "../../kernel/read.ts"
import type { Capability } from "../bodies/contract.ts"
import { holds } from "./rights.ts"
import { mustSee } from "./sight.ts"
import { seatsOf } from "./store.ts"
import { type FunctionRules, type Seat, isInOffice, type Warning, warningsOn } from "./warnings.ts"

/** What the rulebook would say against a mandate before it is recorded, and until when it usually lasts. */
export const foreseeMandate = read({
  name: "mandates.foresee",
  input: z.object({
    personId: z.uuid(),
    functionId: z.uuid(),
    since: day(),
    until: day().nullish(),
    ends: ids(50).default([]),
  }),
  find: ({ functionId }, { db }) =>
    db.selectFrom("functions").selectAll().where("id", "=", functionId).executeTakeFirst(),
  allow: holds("mandates.manage"),
  async run({ input: { personId, functionId, since, until = null, ends }, subject, ...given }) {
    const { db } = given
    await mustSee([personId], given)
    const { functions, seats } = await seatsOf(subject.body_id, db)
    const last = since.subtract({ days: 1 })
    const left = seats.map((seat) => (ends.includes(seat.id) ? { ...seat, until: last } : seat))
    const person = await db.selectFrom("people").select("form").where("id", "=", personId).executeTakeFirst()
    const form = person?.form ?? "n"
    return {
      warnings: warningsBroughtBy(
        [{ person_id: personId, form, function_id: functionId, since, until }],
        functions,
        left,
      ),
      /** The last day of whoever it follows. */
      ends_on: last,
      holders: await holdersOn(subject, personId, since, db),
      /** The function is held by as many as it may be: whoever comes takes somebody's place. */
      is_full:
        subject.holders_max !== null &&
        seats.filter((seat) => seat.function_id === functionId && isInOffice(seat, since)).length >=
          subject.holders_max,
      usual_until: subject.term_months && since.add({ months: subject.term_months }).subtract({ days: 1 }),
    }
  },
})

/** The warnings of the first day of mandates that begin together which would not be there without them. */
export const warningsBroughtBy = (
  come: readonly [Seat, ...Seat[]],
  functions: readonly FunctionRules[],
  seats: readonly Seat[],
): Warning[] => {
  const named = ({ code, function_id, person_id, other_id }: Warning) => [code, function_id, person_id, other_id].join()
  const [{ since }] = come
  const before = new Set(warningsOn(functions, seats, since).map(named))
  return warningsOn(functions, [...seats, ...come], since).filter((one) => !before.has(named(one)))
}

export type Holder = {
  mandate_id: string
  person_id: string
  name: string
  function_name: string
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
  /** What they may no longer do here once this mandate has ended: what no other mandate or grant of theirs gives. */
  loses: Capability[]
}

/** Who holds the function on a day, but one if told, and which of their rights rest on it alone. */
export const holdersOn = async (
  { id, body_id }: { id: string; body_id: string },
  butId: string | null,
  on: Temporal.PlainDate,
  db: Db,
): Promise<Holder[]> => {
  const { rows } = await sql<Holder>`
    select m.id as mandate_id, m.person_id, p.given_name || ' ' || p.family_name as name, m.since, m.until,
           case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end as function_name,
           array(select c from unnest(f.capabilities) as c
                  where not exists (
                    select from mandates n join functions g on (g.organisation_id, g.id) = (n.organisation_id, n.function_id)
                      join bodies b on b.id = ${body_id}
                     where n.person_id = m.person_id and n.id <> m.id and c = any(g.capabilities)
                       and (n.body_id = b.id or (g.reach = 'below' and n.body_id = any(b.line)))
                       and n.since <= ${on}::date and (n.until is null or n.until >= ${on}::date))
                    and not exists (
                    select from grants n where n.person_id = m.person_id and n.body_id = ${body_id} and n.capability = c
                       and n.revoked_on is null and n.since <= ${on}::date and n.until >= ${on}::date)) as loses
      from mandates m
      join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
      join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
     where m.function_id = ${id} and m.person_id is distinct from ${butId}::uuid
       and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
     order by m.since, m.id`.execute(db)
  return rows
}
