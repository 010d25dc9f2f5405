import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Waiting } from "../../kernel/waiting.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { knownAs } from "../people/contract.ts"
import { missingToAccept } from "./applications/application.ts"
import { countToWrite } from "./dues/call.ts"
import { yearOf } from "./dues/store.ts"
import type { Step } from "./letters/due-letter.ts"
import { letterKinds } from "./letters/order.ts"
import { findBody } from "../bodies/contract.ts"

export const waiting = async (given: Circumstances): Promise<Waiting[]> => [
  ...(await applications(given)),
  ...(await reminders(given)),
  ...(await letters(given)),
]

/** Applications to answer, for those who keep the people, by their last day. */
const applications = async (given: Circumstances): Promise<Waiting[]> => {
  const { actor, db, now } = given
  const { rows } = await sql<Parameters<typeof missingToAccept>[0] & Names>`
    select a.id, a.body_id, a.given_name, a.family_name, a.answer_by, a.ring, a.consent_text, a.consent_at, a.email, a.town, a.phone
      from applications a
     where a.state = 'asked' and a.body_id in (${bodiesWhere("people.manage", actor.personId!, dayOf(now))})
     order by a.answer_by, a.id limit 50`.execute(db)
  return rows.map((one) => ({
    key: "members.waiting.answer",
    act: "members.waiting.answer.act",
    facts: { name: `${one.given_name} ${one.family_name}`, ring: one.ring },
    at: `/membres/demandes/${one.id}`,
    due: one.answer_by,
    body_id: one.body_id,
    missing: async () => missingToAccept(one, await knownAs({ ...one, email: one.email }, given)),
  }))
}

type Names = { body_id: string; given_name: string; family_name: string; answer_by: Temporal.PlainDate; ring: string }

/** A reminder that the rulebook would let leave today, for the treasury: once the call of the year has left. */
const reminders = async (given: Circumstances): Promise<Waiting[]> => {
  const { actor, db, now } = given
  const { rows } = await sql<{ body_id: string }>`
    select distinct d.body_id from dues d
     where d.year = ${dayOf(now).year} and d.covered_at is null
       and d.body_id in (${bodiesWhere("dues.manage", actor.personId!, dayOf(now))})
       and exists (select from dues_letters l where (l.organisation_id, l.due_id) = (d.organisation_id, d.id))
     limit 20`.execute(db)
  const lines: Waiting[] = []
  for (const { body_id } of rows) {
    const body = await findBody(body_id, db)
    if (!body) continue
    for (const step of [2, 3] as Step[]) {
      const people = await countToWrite(body, yearOf(body, now), step, given)
      if (people > 0)
        lines.push({
          key: "members.waiting.remind",
          act: "members.waiting.remind.act",
          facts: { count: people, step },
          at: "/membres/appels",
          body_id,
        })
    }
  }
  return lines
}

/** Letters on paper that nobody has posted yet. */
const letters = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const { rows } = await sql<{ body_id: string; count: number }>`
    select s.body_id, count(*)::int as count from sendings s
     where s.means = 'post' and s.state = 'waiting' and s.kind = any(${[...letterKinds]}::text[])
       and s.body_id in (${bodiesWhere("dues.manage", actor.personId!, dayOf(now))}
                         union ${bodiesWhere("people.manage", actor.personId!, dayOf(now))})
     group by s.body_id`.execute(db)
  return rows.map(({ body_id, count }) => ({
    key: "members.waiting.post",
    act: "members.waiting.post.act",
    facts: { count },
    at: "/membres/appels",
    body_id,
  }))
}
