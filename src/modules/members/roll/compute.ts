import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { rollLineOn, type RollLine, type RollPerson, type RollRule } from "./roll.ts"

/** The roll of a body on a day: everybody who is or was of it in a way that the rule may look at, by name; of `only` these people when told. */
export const computeRoll = async (
  bodyId: string,
  rule: RollRule,
  on: Temporal.PlainDate,
  db: Db,
  only?: readonly string[],
): Promise<RollLine[]> => {
  const { rows } = await sql<Omit<RollPerson, "memberships" | "functions"> & Found>`
    select p.id as person_id, p.given_name || ' ' || p.family_name as name, p.left_on, y.born_on,
           coalesce(m.all, '[]') as memberships, coalesce(f.all, '[]') as functions
      from people p
      left join birth_days y on (y.organisation_id, y.person_id) = (p.organisation_id, p.id)
      left join lateral (
        select jsonb_agg(jsonb_build_object('ring', s.ring, 'since', s.since, 'until', s.until, 'dues_until', s.dues_until)
                         order by s.since) as all
          from memberships s where s.person_id = p.id and s.body_id = ${bodyId}) m on true
      left join lateral (
        select jsonb_agg(jsonb_build_object('key', k.key, 'since', s.since, 'until', s.until,
                         'name', case p.form when 'm' then k.name_m when 'f' then k.name_f else k.name_n end) order by s.since) as all
          from mandates s join functions k on (k.organisation_id, k.id) = (s.organisation_id, s.function_id)
         where s.person_id = p.id and s.body_id = ${bodyId}) f on true
     where p.id in (
       select person_id from memberships where body_id = ${bodyId} and ring <> 'contact'
       union select person_id from mandates where body_id = ${bodyId})
       and ${only ? sql`p.id = any(${[...only]}::uuid[])` : sql`true`}
     order by p.folded collate "C", p.id`.execute(db)
  return rows.map(({ memberships, functions, ...person }) =>
    rollLineOn(
      {
        ...person,
        memberships: memberships.map(({ ring, since, until, dues_until }) => ({
          ring,
          since: day(since)!,
          until: day(until),
          dues_until: day(dues_until),
        })),
        functions: functions.map(({ key, name, since, until }) => ({
          key,
          name,
          since: day(since)!,
          until: day(until),
        })),
      },
      rule,
      on,
    ),
  )
}

type Found = {
  memberships: { ring: string; since: string; until: string | null; dues_until: string | null }[]
  functions: { key: string; name: string; since: string; until: string | null }[]
}

const day = (iso: string | null) => (iso ? Temporal.PlainDate.from(iso) : null)

/** Who was once of the body and is no more, long ago, need not be read by anybody: only who could be thought to vote. */
export const worthSaying = (line: RollLine, on: Temporal.PlainDate): boolean => {
  if (line.entitled) return true
  const [first] = line.reasons
  if (first?.is === "never_member" || first?.is === "no_function") return false
  const isOver = first?.is === "left" || first?.is === "ended" || first?.is === "function_ended"
  return !isOver || !first.day || Temporal.PlainDate.from(first.day).until(on, { largestUnit: "days" }).days <= 730
}
