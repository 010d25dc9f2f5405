import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../kernel/command.ts"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { bodiesOf, isGivenThing } from "../mandates/contract.ts"
import { findBody } from "../bodies/contract.ts"
import { prepareMeeting } from "./prepare.ts"
import type { MeetingState } from "./tables.ts"

export type MeetingLine = {
  id: string
  body_id: string
  body_name: string
  title: string
  starts: Temporal.PlainDateTime
  zone: string
  minutes: number
  place: string | null
  state: MeetingState
  outside: boolean
}

/** Meetings of the bodies one belongs to, or of one of them: those to come first to last, or those past last to first. */
export const listMeetings = read({
  name: "meetings.list",
  input: z.object({
    bodyId: z.uuid().optional(),
    when: z.enum(["coming", "past"]).default("coming"),
    limit: z.int().min(1).max(200).default(50),
    offset: z.int().min(0).default(0),
  }),
  allow: isSignedIn,
  async run({ input, actor, db, now, ...equipment }) {
    const today = dayOf(now)
    const isComing = input.when === "coming"
    const { rows } = await sql<MeetingLine>`
      select m.id, m.body_id, b.name as body_name, m.title, m.starts, m.zone, m.minutes, m.place, m.state, m.outside
        from meetings m join bodies b on (b.organisation_id, b.id) = (m.organisation_id, m.body_id)
       where (m.body_id in (${bodiesOf(actor.personId!, today)}) or ${isGivenThing("meeting", sql`m.id`, actor.personId!, today)})
         and (${input.bodyId ?? null}::uuid is null or m.body_id = ${input.bodyId ?? null}
              or ${isGivenThing("meeting", sql`m.id`, actor.personId!, today)})
         and ${isComing ? sql`m.starts >= ${today}::date` : sql`m.starts < ${today}::date`}
       order by m.starts ${isComing ? sql`asc` : sql`desc`}, m.id
       limit ${input.limit} offset ${input.offset}`.execute(db)
    const body = input.bodyId ? await findBody(input.bodyId, db) : undefined
    return {
      meetings: rows,
      may: body ? await may(body, [prepareMeeting], { ...equipment, actor, db, now }) : { "meetings.prepare": false },
    }
  },
})
