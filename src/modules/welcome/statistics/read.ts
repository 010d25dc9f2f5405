import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { managesWelcome } from "../permissions.ts"
import { hoursToAnswer } from "../rules.ts"
import { inYear, outcomes } from "./outcomes.ts"

type Figures = { arrived: number; in_time: number; members: number; left: number; forgotten: number }

/** Of those who came in a year: how many heard from somebody in time, became members, left. For whoever runs the welcome only. */
export const readWelcomeStatistics = read({
  name: "welcome.statistics",
  input: z.object({ bodyId: z.uuid(), year: z.int().min(2000).max(2200).optional() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: managesWelcome,
  async run({ input, subject: body, ...given }) {
    const year = input.year ?? dayOf(given.now, body.zone).year
    const hours = await hoursToAnswer(body.id, given)
    const is = outcomes(hours)
    const { rows } = await sql<Figures>`
      select count(*)::int as arrived, count(*) filter (where ${is.in_time})::int as in_time,
             count(*) filter (where ${is.members})::int as members, count(*) filter (where ${is.left})::int as "left",
             count(*) filter (where n.forgotten_at is not null)::int as forgotten
        from newcomers n where n.body_id = ${body.id} and n.state <> 'unconfirmed' and ${inYear(year)}`.execute(
      given.db,
    )
    return { year, hours, ...rows[0]! }
  },
})
