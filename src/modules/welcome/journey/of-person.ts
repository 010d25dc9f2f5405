import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { bodiesWhere } from "../../mandates/contract.ts"
import { newcomerSeen } from "../permissions.ts"

/** Beside a person: from which door they came, when, who welcomed them; for whoever runs the welcome or reads the people there. */
export const readArrivals = read({
  name: "newcomers.ofPerson",
  input: z.object({ personId: z.uuid() }),
  allow: isSignedIn,
  async run({ input: { personId }, ...given }) {
    const { actor, db, now } = given
    const { rows } = await sql<{
      id: string
      body_name: string
      source: string
      state: "open" | "paused" | "stopped" | "welcomed"
      came_on: Temporal.PlainDate
      ended_on: Temporal.PlainDate | null
      recorded: string | null
      welcomer: string | null
      sees: boolean
    }>`
      select n.id, b.name as body_name, n.source, n.state, (n.confirmed_at at time zone b.zone)::date as came_on,
             (n.ended_at at time zone b.zone)::date as ended_on, r.given_name || ' ' || r.family_name as recorded,
             w.given_name || ' ' || w.family_name as welcomer, ${newcomerSeen(given)} as sees
        from newcomers n
        join bodies b on (b.organisation_id, b.id) = (n.organisation_id, n.body_id)
        left join people r on (r.organisation_id, r.id) = (n.organisation_id, n.recorded_by)
        left join people w on (w.organisation_id, w.id) = (n.organisation_id, n.welcomer_id)
       where n.person_id = ${personId} and n.state <> 'unconfirmed' and n.forgotten_at is null
         and (${newcomerSeen(given)} or n.body_id in (${bodiesWhere("people.read", actor.personId!, dayOf(now))}))
       order by n.confirmed_at desc, n.id limit 10`.execute(db)
    return { rows }
  },
})
