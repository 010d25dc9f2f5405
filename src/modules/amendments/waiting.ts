import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Waiting } from "../../kernel/waiting.ts"
import { isTextSeen } from "../texts/contract.ts"
import { settled } from "./kinds.ts"

type Line = { id: string; base_id: string; body_id: string; title: string }

/** The amendments one signs or wrote, under which the text changed. Those of other groups are the page of their base. */
export const waiting = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const me = actor.personId!
  const { rows } = await sql<Line>`
    select a.id, a.base_id, w.body_id, w.title
      from texts w join amendments a on (a.organisation_id, a.text_id) = (w.organisation_id, w.id)
     where (w.author_id = ${me} or w.written_by = ${me}) and a.snags is not null
       and w.state not in (${sql.join(settled)}) and ${isTextSeen(me, dayOf(now))}
     limit 50`.execute(db)
  return rows.map(({ id, base_id, body_id, title }) => ({
    key: "amendments.waiting.take_up",
    act: "amendments.take_up",
    facts: { title },
    at: `/amendements/${base_id}/lire/${id}`,
    body_id,
  }))
}
