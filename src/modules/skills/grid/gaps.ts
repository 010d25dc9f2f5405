import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { isHere } from "../here.ts"

export type Gap = {
  id: string
  name: string
  /** How many can, and how many would like to. */
  knows: number
  wants: number
  /** The only one who can. */
  person_id: string | null
  person_name: string | null
}

/** Before so many answers, what nobody said shows only that nobody was asked. */
export const ENOUGH = 3
/** Of a thing one person at most can do, so many who would like to learn are counted. */
const MOST_WISHES = 1000

/**
 * What nobody can do, and what hangs on one person alone: the first first, and those that somebody wants to learn before others.
 * Never counted to the end: the second who can is enough to leave a skill out, and of a hundred thousand answers three are looked at.
 */
export const readGaps = read({
  name: "skills.gaps",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: holds("people.read"),
  async run({ subject: body, db, now }) {
    const answered = (await here(body.id, dayOf(now), sql`where true`, ENOUGH).execute(db)).rows.length
    if (answered < ENOUGH) return { answered, rows: [] }
    const who = (what: ReturnType<typeof sql>, most: number) =>
      here(
        body.id,
        dayOf(now),
        sql`join person_skills s on (s.organisation_id, s.person_id) = (h.organisation_id, h.person_id)
        where s.skill_id = k.id and ${what}`,
        most,
      )
    const { rows } = await sql<Gap>`
      select k.id, k.name, cardinality(can.those) as knows,
             (select count(*)::int from (${who(sql`s.wants`, MOST_WISHES)}) w) as wants, can.those[1] as person_id,
             (select given_name || ' ' || family_name from people where id = can.those[1]) as person_name
        from skills k join skill_themes t on (t.organisation_id, t.id) = (k.organisation_id, k.theme_id)
       cross join lateral (select array(${who(sql`s.level is not null`, 2)}) as those) can
       where k.body_id = ${body.id} and k.ended_on is null and cardinality(can.those) < 2
       order by knows, wants desc, t.position, k.name, k.id`.execute(db)
    return { answered, rows }
  },
})

/** SQL: the first people of a body whose sheet stands, by what else is asked of it. */
const here = (bodyId: string, on: Temporal.PlainDate, asked: ReturnType<typeof sql>, most: number) => sql<{
  person_id: string
}>`
  select h.person_id from skill_sheets h join people p on (p.organisation_id, p.id) = (h.organisation_id, h.person_id)
  ${asked} and h.body_id = ${bodyId} and h.confirmed_on is not null and h.withdrawn_on is null and ${isHere(bodyId, on)} limit ${most}`
