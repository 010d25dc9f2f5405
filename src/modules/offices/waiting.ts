import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Waiting } from "../../kernel/waiting.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { isSure } from "./declarations.ts"
import { declarationsOf } from "./read-declarations.ts"
import { nameOf } from "./store.ts"

// A call for candidates, a vote, a letter to the council: half a year goes quickly.
const MONTHS_BEFORE_THE_END = 6
const WEEKS_BEFORE_A_DECLARATION = 6

/** What the register asks for: seats nobody will hold, terms that end, declarations to lodge. Oneself hears of one's own declaration. */
export const waiting = async (given: Circumstances): Promise<Waiting[]> => {
  const registers = await registersOf(given)
  const kept = registers.filter(({ keeps }) => keeps).map(({ body_id }) => body_id)
  return [
    ...(kept.length > 0 ? await ending(kept, given) : []),
    ...(kept.length > 0 ? await vacant(kept, given) : []),
    ...(await toDeclare(registers, given)),
  ]
}

type Register = { body_id: string; keeps: boolean }

/** The registers that hold something for the reader: those they keep, and those where they stand themselves. */
export const registersOf = async ({
  actor,
  db,
  now,
}: Pick<Circumstances, "actor" | "db" | "now">): Promise<Register[]> => {
  const today = dayOf(now)
  const { rows } = await sql<Register>`
    select b.id as body_id, b.id in (${bodiesWhere("offices.manage", actor.personId!, today)}) as keeps from bodies b
     where b.closed_on is null
       and (b.id in (select body_id from offices where person_id = ${actor.personId})
         or b.id in (${bodiesWhere("offices.manage", actor.personId!, today)})
            and exists (select from institutions i where (i.organisation_id, i.body_id) = (b.organisation_id, b.id)))
     limit 200`.execute(db)
  return rows
}

const ending = async (bodies: readonly string[], { db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const { rows } = await sql<{ body_id: string; until: Temporal.PlainDate; count: number; who: string; where: string }>`
    select o.body_id, o.until, count(*)::int as count, min(p.given_name || ' ' || p.family_name) as who, min(${nameOf("i")}) as where
      from offices o
      join people p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
      join institutions i on (i.organisation_id, i.id) = (o.organisation_id, o.institution_id)
     where o.body_id = any(${[...bodies]}::uuid[]) and i.closed_on is null
       and o.until between ${today}::date and ${today.add({ months: MONTHS_BEFORE_THE_END })}::date
       and not exists (select from offices n where (n.organisation_id, n.institution_id) = (o.organisation_id, o.institution_id)
                         and n.since > o.since and (n.until is null or n.until > o.until))
     group by o.body_id, o.until order by o.until`.execute(db)
  // All the mandates of a council end on the same evening: one line, not twenty.
  return rows.map(({ body_id, until, count, who, where }) => ({
    key: "offices.waiting.ends",
    act: "offices.waiting.act",
    facts: { count, who, where },
    at: "/mandats?tri=until",
    due: until,
    body_id,
  }))
}

const vacant = async (bodies: readonly string[], { db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const { rows } = await sql<{ body_id: string; name: string; free: number; seats: number }>`
    select * from (
      select i.body_id, ${nameOf("i")} as name, i.seats, i.seats - (select count(*)::int from offices o
               where (o.organisation_id, o.institution_id) = (i.organisation_id, i.id) and o.role <> 'substitute'
                 and o.since <= ${today}::date and (o.until is null or o.until >= ${today}::date)) as free
        from institutions i where i.body_id = any(${[...bodies]}::uuid[]) and i.closed_on is null and i.seats > 0) as seats
     where free > 0 order by free desc, name limit 20`.execute(db)
  return rows.map(({ body_id, name, free, seats }) => ({
    key: "offices.waiting.vacant",
    act: "offices.waiting.act",
    facts: { name, free, seats },
    at: "/mandats/institutions",
    body_id,
    optional: true,
  }))
}

const toDeclare = async (registers: readonly Register[], { actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const keeps = new Set(registers.filter((one) => one.keeps).map(({ body_id }) => body_id))
  const bodies = registers.map(({ body_id }) => body_id)
  return (await declarationsOf(bodies, today.year, db)).flatMap(({ body_id, rule, due, people, confidence }) => {
    if (Temporal.PlainDate.compare(due.subtract({ weeks: WEEKS_BEFORE_A_DECLARATION }), today) > 0) return []
    const missing = people.filter(({ lodged_on }) => !lodged_on)
    const mine = missing.find(({ person_id }) => person_id === actor.personId)
    const others = missing.filter((one) => one !== mine)
    const line = { act: "offices.waiting.act", at: "/mandats/declarations", due, body_id }
    const sure = isSure(confidence) ? "yes" : "no"
    const facts = { count: others.length, who: others[0]?.name ?? "", sure }
    return [
      ...(mine ? [{ ...line, key: `offices.waiting.mine.${rule}`, facts: { sure } }] : []),
      ...(keeps.has(body_id) && others.length > 0 ? [{ ...line, key: `offices.waiting.others.${rule}`, facts }] : []),
    ]
  })
}
