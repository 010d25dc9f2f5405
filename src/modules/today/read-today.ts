import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { waitingFor } from "../../kernel/waiting.ts"
import { entriesBetween } from "../calendar/contract.ts"
import { bodiesOf, bodiesWhere } from "../mandates/contract.ts"

/** The page of today: what waits for the reader, what they could do, their week, and the first steps of a new organisation. */
export const readToday = read({
  name: "today.read",
  input: z.object({}),
  allow: isSignedIn,
  async run({ input: _, ...given }) {
    const today = dayOf(given.now)
    const all = []
    for (const one of await waitingFor(given)) all.push({ ...one, missing: one.missing ? await one.missing() : null })
    return {
      today,
      waiting: all.filter(({ optional }) => !optional),
      could: all.filter(({ optional }) => optional),
      week: await entriesBetween({ from: today, to: today.add({ days: 7 }) }, given),
      first: await firstSteps(today, given),
    }
  },
})

/** What a new organisation lacks, for whoever may supply it; both false once there are people and a meeting. */
const firstSteps = async (today: Temporal.PlainDate, { actor, db }: Circumstances) => {
  const me = actor.personId!
  const { rows } = await sql<{ people: boolean; meeting: boolean }>`
    select exists (${bodiesWhere("people.manage", me, today)}) and (select count(*) from (select from people limit 3) as few) < 3 as people,
           exists (${bodiesWhere("meetings.prepare", me, today)})
             and not exists (select from meetings where body_id in (${bodiesOf(me, today)})) as meeting`.execute(db)
  return rows[0]!
}
