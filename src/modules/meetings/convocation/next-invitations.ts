import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"

export type NextInvitation = { title: string; starts: Temporal.PlainDateTime; place: string | null }

/** The meetings to come that somebody is convened or invited to, for whoever tells them: what their own letter says, nothing more. */
export const nextInvitationsOf = async (
  personId: string,
  { db, now }: Pick<Circumstances, "db" | "now">,
): Promise<NextInvitation[]> => {
  const { rows } = await sql<NextInvitation>`
    select m.title, m.starts, m.place
      from invitations i join meetings m on (m.organisation_id, m.id) = (i.organisation_id, i.meeting_id)
     where i.person_id = ${personId} and i.withdrawn_at is null and m.state = 'convened'
       and m.starts at time zone m.zone >= ${now}
     order by m.starts limit 5`.execute(db)
  return rows
}
