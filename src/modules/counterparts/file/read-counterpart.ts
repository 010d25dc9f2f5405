import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { bodiesWhere } from "../../mandates/contract.ts"
import { logExchange } from "../exchanges/log.ts"
import { isExchangeSeen } from "../sight.ts"
import { type Counterpart, findCounterpart } from "../store.ts"
import { changeCounterpart } from "./change.ts"
import { eraseCounterpart } from "./erase.ts"
import { keepCounterpart } from "./keep.ts"
import { knowCounterpart } from "./know.ts"
import { beginRole } from "./roles.ts"
import { checkCounterparts, endCounterparts, takeBackCounterparts } from "./several.ts"
import { monthsUntilStale, staleBefore } from "./stale.ts"

export type Role = {
  id: string
  /** The other end: the organisation of a person, the person of an organisation. */
  other_id: string
  other_name: string
  title: string
  since: Temporal.PlainDate | null
  until: Temporal.PlainDate | null
  email: string | null
  phone: string | null
}

/** Who of ours deals with them: by exchanges, and by what they say themselves. */
export type Acquaintance = {
  person_id: string
  name: string
  exchanges: number
  last_on: Temporal.PlainDate | null
  says: boolean
  how: string
  mine: boolean
}

/** One counterpart: how to reach them, what they are where, who of ours knows them. */
export const readCounterpart = read({
  name: "counterparts.read",
  input: z.object({ counterpartId: z.uuid() }),
  find: ({ counterpartId }, given) => findCounterpart(counterpartId, given),
  allow: isSignedIn,
  async run({ subject, input: _, ...given }) {
    const { organisation_id: __, folded: ___, sought: ____, through: _____, ...counterpart } = subject
    const body = (await findBodyEvenClosed(subject.body_id, given.db))!
    const before = await staleBefore(subject.body_id, given)
    const acts = [
      changeCounterpart,
      beginRole,
      knowCounterpart,
      logExchange,
      checkCounterparts,
      endCounterparts,
      takeBackCounterparts,
      eraseCounterpart,
      keepCounterpart,
    ] as const
    return {
      counterpart: {
        ...counterpart,
        full_name: [subject.given_name, subject.name].filter(Boolean).join(" "),
        body_name: body.name,
        means: body.means,
      },
      is_stale: subject.ended_on === null && Temporal.PlainDate.compare(subject.fresh_on, before) < 0,
      stale_months: await monthsUntilStale(subject.body_id, given),
      roles: await rolesOf(subject, given),
      known_by: await knownBy(subject.id, given),
      copies_to: await placesToCopy(subject, given),
      may: await may(subject, acts, given),
    }
  },
})

const rolesOf = async ({ id, nature }: Counterpart, { db }: Circumstances): Promise<Role[]> => {
  const [own, other] = nature === "person" ? ["contact_id", "outside_id"] : ["outside_id", "contact_id"]
  const { rows } = await sql<Role>`
    select r.id, c.id as other_id, concat_ws(' ', c.given_name, c.name) as other_name, r.title, r.since, r.until, c.email, c.phone
      from counterpart_roles r join counterparts c on (c.organisation_id, c.id) = (r.organisation_id, r.${sql.ref(other!)})
     where r.${sql.ref(own!)} = ${id}
     order by r.until desc nulls first, c.folded collate "C", r.id limit 300`.execute(db)
  return rows
}

const knownBy = async (id: string, { actor, db, now }: Circumstances): Promise<Acquaintance[]> => {
  const { rows } = await sql<Acquaintance>`
    with met as (
      select o.person_id, count(*)::int as exchanges, max(e.on_day) as last_on
        from exchange_theirs t
        join exchanges e on (e.organisation_id, e.id) = (t.organisation_id, t.exchange_id)
        join exchange_ours o on (o.organisation_id, o.exchange_id) = (e.organisation_id, e.id)
       where (t.counterpart_id = ${id} or t.counterpart_id in (select contact_id from counterpart_roles where outside_id = ${id}))
         and ${isExchangeSeen(actor.personId!, dayOf(now))}
       group by o.person_id)
    select p.id as person_id, p.given_name || ' ' || p.family_name as name, coalesce(m.exchanges, 0) as exchanges, m.last_on,
           a.person_id is not null as says, coalesce(a.how, '') as how, p.id = ${actor.personId} as mine
      from met m
      full join (select * from acquaintances where counterpart_id = ${id}) a on a.person_id = m.person_id
      join people p on p.id = coalesce(m.person_id, a.person_id)
     order by coalesce(m.exchanges, 0) desc, m.last_on desc nulls last, p.folded collate "C" limit 50`.execute(db)
  return rows
}

/** The other files the actor keeps. All are named, those behind the wall too: the refusal says why. */
const placesToCopy = async ({ body_id }: Counterpart, { actor, db, now }: Circumstances) => {
  const { rows } = await sql<{ id: string; name: string; means: "public" | "party" }>`
    select b.id, b.name, b.means from bodies b
     where b.closed_on is null and b.id <> ${body_id} and b.id in (${bodiesWhere("counterparts.manage", actor.personId!, dayOf(now))})
     order by b.name, b.id limit 50`.execute(db)
  return rows
}
