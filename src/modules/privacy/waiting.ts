import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Waiting } from "../../kernel/waiting.ts"
import { bodiesWhere } from "../mandates/contract.ts"

/** What was asked by right and is not answered yet; who is about to be forgotten, as one line. */
export const waiting = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const theirs = bodiesWhere("privacy.manage", actor.personId!, dayOf(now))
  const { rows: requests } = await sql<{
    body_id: string
    person_id: string
    who: string
    kind: string
    due: Temporal.PlainDate
  }>`
    select r.body_id, r.person_id, p.given_name || ' ' || p.family_name as who, r.kind, r.due
      from privacy_requests r join people p on (p.organisation_id, p.id) = (r.organisation_id, r.person_id)
     where r.state = 'open' and r.body_id in (${theirs}) order by r.due limit 50`.execute(db)
  const { rows: erasures } = await sql<{ body_id: string; count: number; due: Temporal.PlainDate }>`
    select body_id, count(*)::int as count, min(due) as due from erasures_due
     where kept_until is null and body_id in (${theirs}) group by body_id`.execute(db)
  return [
    ...requests.map(({ body_id, person_id, who, kind, due }) => ({
      key: "privacy.waiting.request",
      act: "privacy.waiting.request.act",
      facts: { who, kind },
      at: `/personnes/${person_id}/vie-privee`,
      due,
      body_id,
    })),
    ...erasures.map(({ body_id, count, due }) => ({
      key: "privacy.waiting.erasures",
      act: "privacy.waiting.erasures.act",
      facts: { count },
      at: "/secretariat/vie-privee",
      due,
      body_id,
      optional: true,
    })),
  ]
}
