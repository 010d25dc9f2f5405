import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { seen, sightOf } from "../mandates/contract.ts"
import { type Kind, kinds, sighted } from "./kinds.ts"

/** Of a body of a hundred thousand members, naming those who hold something there is enough. */
const MOST = 2000

type Seer = { id: string; name: string; functions: string[]; ring: string | null; named: boolean; may_name: boolean }

/**
 * Who can see one thing today, and through what: by a function, as a member, or because the thing names them. It is found by asking
 * the rule of the thing itself of each person who might, not by telling the rule again in other words.
 */
export const sightOfThing = read({
  name: "sight.of",
  input: z.object({ kind: z.enum(kinds), id: z.uuid() }),
  find: ({ kind, id }, given) => findThing(kind, id, given),
  allow: isSignedIn,
  async run({ input: { kind, id }, subject, ...given }) {
    const { rows: seers, more } = await seersOf(kind, id, subject, given)
    const named = (which: (one: Seer) => boolean) =>
      seers
        .filter((one) => which(one) && one.may_name)
        .map(({ id: personId, name, functions }) => ({ id: personId, name, functions }))
    const byFunction = (one: Seer) => one.functions.length > 0
    const byRing = (one: Seer) => !byFunction(one) && one.ring !== null
    const byName = (one: Seer) => !byFunction(one) && one.ring === null
    return {
      kind,
      body_name: subject.body_name,
      confidential: subject.confidential,
      count: seers.length,
      more,
      /** Those whom the reader may not name. */
      unnamed: seers.filter(({ may_name }) => !may_name).length,
      functions: named(byFunction),
      members: named(byRing),
      named: named(byName),
    }
  },
})

type Thing = { body_id: string; body_name: string; confidential: boolean; named: string[] }

const findThing = async (kind: Kind, id: string, { actor, db, now }: Circumstances): Promise<Thing | undefined> => {
  if (!actor.personId) return undefined
  const { thing, isSeen } = sighted[kind]
  const { rows } = await sql<Thing>`
    select k.body_id, b.name as body_name, k.confidential, k.named::uuid[] as named
      from (${thing(id)}) k join bodies b on b.id = k.body_id
     where ${isSeen(id, actor.personId, dayOf(now))}`.execute(db)
  return rows[0]
}

const seersOf = async (
  kind: Kind,
  id: string,
  { body_id, named }: Thing,
  given: Circumstances,
): Promise<{ rows: Seer[]; more: boolean }> => {
  const on = dayOf(given.now)
  const sight = await sightOf(given)
  const inForce = sql`m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)`
  const { rows } = await sql<Seer>`
    with line as (select unnest(line) as body_id from bodies where id = ${body_id}),
         might as (
           select m.person_id from mandates m where m.body_id in (select body_id from line) and ${inForce}
           union select g.person_id from grants g where g.body_id = ${body_id} and g.whole and g.revoked_on is null
           union select unnest(${named}::uuid[])
           union (select m.person_id from memberships m where m.body_id = ${body_id} and ${inForce} limit ${MOST + 1}))
    select p.id, p.given_name || ' ' || p.family_name as name, p.id = any (${named}::uuid[]) as named,
           coalesce((select array_agg(distinct case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end || ', ' || b.name)
              from mandates m join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
              join bodies b on (b.organisation_id, b.id) = (m.organisation_id, m.body_id)
             where m.person_id = p.id and m.body_id in (select body_id from line) and ${inForce}), '{}') as functions,
           (select max(m.ring) from memberships m where m.person_id = p.id and m.body_id = ${body_id} and ${inForce}) as ring,
           ${seen(sight)} as may_name
      from might join people p on p.id = might.person_id
     where p.erased_on is null and ${sighted[kind].isSeen(id, sql.ref("p.id"), on)}
     order by p.folded collate "C", p.id limit ${MOST + 1}`.execute(given.db)
  return { rows: rows.slice(0, MOST), more: rows.length > MOST }
}
