import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import type { Db } from "../../../kernel/db.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { findBodyEvenClosed, profiles } from "../../bodies/contract.ts"
import { fallsShort, holds, isOfBody } from "../../mandates/contract.ts"
import { changeBody } from "./change.ts"
import { mergeBody } from "./merge.ts"
import { moveBody } from "./move.ts"
import { splitBody } from "./split.ts"

type Named = { id: string; name: string; closed_on: Temporal.PlainDate | null }
type Kin = Named & { on_day: Temporal.PlainDate; came_from: boolean }
type Holder = {
  function_id: string
  function_name: string
  person_id: string
  name: string
  until: Temporal.PlainDate | null
}

/** A body: where it stands, what it came from and became; to those of it, who holds what and how many members it has. */
export const readBody = read({
  name: "bodies.read",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: isSignedIn,
  async run({ subject: body, ...given }) {
    const { actor, db, now } = given
    const today = dayOf(now)
    const { id, name, code, kind, profile, means, place, closed_on, country, parent_id, line } = body
    const kin = await kinOf(id, db)
    const inside = (await isOfBody(body, given)) || (await holds("people.read")(body, given))
    return {
      body: { id, name, code, kind, means, place, closed_on, country, parent_id },
      profile: profiles[profile as keyof typeof profiles]?.name[actor.language] ?? profile,
      above: await aboveOf(id, line, db),
      below: await belowOf(id, db),
      came_from: kin.filter((one) => one.came_from),
      became: kin.filter((one) => !one.came_from),
      inside: inside ? await insideOf(id, today, db) : null,
      may: closed_on
        ? { "bodies.change": false, "bodies.move": false, "bodies.merge": false, "bodies.split": false }
        : await may(body, [changeBody, moveBody, mergeBody, splitBody], given),
    }
  },
})

const aboveOf = async (bodyId: string, line: readonly string[], db: Db) => {
  const { rows } = await sql<Named>`
    select id, name, closed_on from bodies where id = any(${[...line]}::uuid[]) and id <> ${bodyId} order by cardinality(line)`.execute(
    db,
  )
  return rows
}

const belowOf = async (bodyId: string, db: Db) => {
  const { rows } = await sql<Named>`
    select b.id, b.name, b.closed_on from bodies b where b.parent_id = ${bodyId}
     order by b.closed_on is not null, f_unaccent(lower(b.name)), b.id limit 500`.execute(db)
  return rows
}

const kinOf = async (bodyId: string, db: Db) => {
  const { rows } = await sql<Kin>`
    select b.id, b.name, b.closed_on, o.on_day, o.body_id = ${bodyId} as came_from
      from body_origins o
      join bodies b on b.organisation_id = o.organisation_id
                   and b.id = case when o.body_id = ${bodyId} then o.origin_id else o.body_id end
     where o.direct and (o.body_id = ${bodyId} or o.origin_id = ${bodyId}) order by o.on_day, b.name`.execute(db)
  return rows
}

const insideOf = async (bodyId: string, today: Temporal.PlainDate, db: Db) => {
  const { rows: held } = await sql<Holder>`
    select f.id as function_id, m.person_id, p.given_name || ' ' || p.family_name as name, m.until,
           case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end as function_name
      from mandates m
      join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
      join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
     where m.body_id = ${bodyId} and m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date)
     order by f.key, p.folded collate "C" limit 300`.execute(db)
  const { rows: rings } = await sql<{ ring: string; count: number }>`
    select ring, count(*)::int as count from memberships
     where body_id = ${bodyId} and since <= ${today}::date and (until is null or until >= ${today}::date)
     group by ring order by count desc`.execute(db)
  const { rows: functions } = await sql<{ id: string; name: string }>`
    select id, name_n as name from functions where body_id = ${bodyId} and ended_on is null`.execute(db)
  return { held, rings, functions, ...(await fallsShort(bodyId, today, db)) }
}
