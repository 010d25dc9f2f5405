import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../kernel/command.ts"
import type { Db } from "../../kernel/db.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import {
  bodiesWhere,
  capabilities,
  type Capability,
  type GrantRow,
  isAmong,
  type MandateRow,
  type MembershipRow,
  readsContact,
  seen,
  seesReasonsOf,
  type Sight,
  sightOf,
} from "../mandates/contract.ts"
import { changePerson } from "./change.ts"
import { noteOpening } from "./openings.ts"
import { leavePerson } from "./leave.ts"
import { returnPerson } from "./return.ts"
import { findPerson, standing } from "./store.ts"

export type PersonMembership = Pick<MembershipRow, "id" | "body_id" | "ring" | "since" | "until" | "dues_until"> & {
  body_name: string
  may_change: boolean
}
export type PersonMandate = Pick<
  MandateRow,
  "id" | "body_id" | "since" | "until" | "origin" | "origin_id" | "origin_note"
> & {
  body_name: string
  function_name: string
  /** The days it had before each correction, the last first. */
  corrections: { since: string; until: string | null; reason: string; on: string; by: string | null }[]
  may_change: boolean
}

export type PersonAffiliation = {
  id: string
  name: string
  body_id: string
  body_name: string
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
  may_change: boolean
}

export type PersonGrant = Pick<GrantRow, "id" | "body_id" | "since" | "until" | "reason" | "revoked_on"> & {
  capability: Capability
  /** Of one thing only. */
  of_thing: "matter" | "meeting" | "list" | null
  body_name: string
  given_by: string
  may_revoke: boolean
}

/** One person: who they are, how to reach them, where they belong, what they hold and held. */
export const readPerson = read({
  name: "people.read",
  input: z.object({ personId: z.uuid() }),
  find: async ({ personId: asked }, given) => {
    if (!given.actor.personId) return undefined
    const sight = await sightOf(given)
    const personId = await standing(asked, given.db)
    const { rows } = await sql<{ contact: boolean }>`
      select ${readsContact(sight)} as contact from people p where p.id = ${personId} and ${seen(sight)}`.execute(
      given.db,
    )
    const person = rows[0] && (await findPerson(personId, given.db))
    return person && { ...person, sight, sees_contact: rows[0]!.contact }
  },
  allow: isSignedIn,
  async run({ subject: { sight, sees_contact, ...person }, ...given }) {
    const { id, given_name, family_name, form, left_on, language } = person
    if (sees_contact) await noteOpening(id, given)
    const { email, phone, street, postcode, town, country, post_only, note } = person
    return {
      id,
      name: `${given_name} ${family_name}`,
      given_name,
      family_name,
      form,
      language,
      left_on,
      contact: sees_contact ? { email, phone, street, postcode, town, country, post_only, note } : null,
      memberships: await membershipsOf(id, sight, given.db),
      affiliations: await affiliationsOf(id, sight, given.db),
      mandates: await mandatesOf(id, sight, given.db),
      grants: await grantsOf(id, sight, given.db),
      /** Bodies where the reader may enter this person, or give them a mandate. */
      may_in: await mayIn(id, sight, given.db),
      sees_rights: await seesReasonsOf(id, given),
      may: await may(person, [changePerson, leavePerson, returnPerson], given),
    }
  },
})

const membershipsOf = async (personId: string, { personId: me, today, reads, belongs }: Sight, db: Db) => {
  const { rows } = await sql<PersonMembership>`
    select m.id, m.body_id, b.name as body_name, m.ring, m.since, m.until,
           case when ${personId} = ${me} or ${isAmong(reads, sql`m.body_id`)} then m.dues_until end as dues_until,
           m.body_id in (${bodiesWhere("people.manage", me, today)}) as may_change
      from memberships m join bodies b on (b.organisation_id, b.id) = (m.organisation_id, m.body_id)
     where m.person_id = ${personId} and (${isAmong(reads, sql`m.body_id`)} or ${isAmong(belongs, sql`m.body_id`)} or ${personId} = ${me})
     order by m.since desc, b.name`.execute(db)
  return rows
}

const affiliationsOf = async (personId: string, { personId: me, today, reads, belongs }: Sight, db: Db) => {
  const { rows } = await sql<PersonAffiliation>`
    select m.id, a.name, m.body_id, b.name as body_name, m.since, m.until,
           m.body_id in (${bodiesWhere("people.manage", me, today)}) as may_change
      from affiliates m
      join affiliations a on (a.organisation_id, a.id) = (m.organisation_id, m.affiliation_id)
      join bodies b on (b.organisation_id, b.id) = (m.organisation_id, m.body_id)
     where m.person_id = ${personId} and (${isAmong(reads, sql`m.body_id`)} or ${isAmong(belongs, sql`m.body_id`)} or ${personId} = ${me})
     order by m.since desc, a.name`.execute(db)
  return rows
}

// Who holds or held which function is known to all who see the person: a function is public in its organisation.
const mandatesOf = async (personId: string, { personId: me, today }: Sight, db: Db) => {
  const { rows } = await sql<PersonMandate>`
    select m.id, m.body_id, b.name as body_name, m.since, m.until, m.origin, m.origin_id, m.origin_note,
           case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end as function_name,
           coalesce((select jsonb_agg(jsonb_build_object('since', c.since, 'until', c.until, 'reason', c.reason,
                       'on', (c.corrected_at at time zone b.zone)::date, 'by', who.given_name || ' ' || who.family_name)
                       order by c.corrected_at desc)
              from mandate_corrections c
              left join people who on (who.organisation_id, who.id) = (c.organisation_id, c.corrected_by)
             where (c.organisation_id, c.mandate_id) = (m.organisation_id, m.id)), '[]') as corrections,
           f.ended_on is null and b.closed_on is null
             and m.body_id in (${bodiesWhere("mandates.manage", me, today)}) as may_change
      from mandates m
      join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
      join bodies b on (b.organisation_id, b.id) = (m.organisation_id, m.body_id)
      join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
     where m.person_id = ${personId} order by m.since desc, function_name`.execute(db)
  return rows
}

const grantsOf = async (personId: string, { personId: me, today, reads }: Sight, db: Db) => {
  const { rows } = await sql<PersonGrant>`
    select g.id, g.capability, case when g.matter_id is not null then 'matter' when g.meeting_id is not null then 'meeting' when g.list_id is not null then 'list' end as of_thing, g.body_id, b.name as body_name, g.since, g.until, g.reason, g.revoked_on,
           by.given_name || ' ' || by.family_name as given_by,
           g.revoked_on is null and g.until >= ${today}::date
             and (g.granted_by = ${me} or g.body_id in (${bodiesWhere("mandates.manage", me, today)})) as may_revoke
      from grants g
      join bodies b on (b.organisation_id, b.id) = (g.organisation_id, g.body_id)
      join people by on (by.organisation_id, by.id) = (g.organisation_id, g.granted_by)
     where g.person_id = ${personId} and (${isAmong(reads, sql`g.body_id`)} or ${me} in (g.person_id, g.granted_by))
     order by g.since desc`.execute(db)
  return rows
}

const mayIn = async (ofPerson: string, { personId, today }: Sight, db: Db) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select b.id, b.name from bodies b
     where b.closed_on is null and b.id in (${bodiesWhere("people.manage", personId, today)})
     order by cardinality(b.line), b.name`.execute(db)
  const { rows: mandates } = await sql<{ id: string; name: string; functions: { id: string; name: string }[] }>`
    select b.id, b.name, (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name_n) order by f.name_n), '[]')
                            from functions f where f.body_id = b.id and f.ended_on is null) as functions
      from bodies b
     where b.closed_on is null and b.id in (${bodiesWhere("mandates.manage", personId, today)})
     order by cardinality(b.line), b.name`.execute(db)
  // Only where this person is: one is of a sensibility within a body.
  const { rows: affiliations } = await sql<{ id: string; name: string; affiliations: { id: string; name: string }[] }>`
    select b.id, b.name, (select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name)
                            from affiliations a where a.body_id = b.id and a.ended_on is null) as affiliations
      from bodies b
     where b.closed_on is null and b.id in (${bodiesWhere("people.manage", personId, today)})
       and exists (select from affiliations a where a.body_id = b.id and a.ended_on is null)
       and (exists (select from memberships m where m.person_id = ${ofPerson} and m.body_id = b.id)
         or exists (select from mandates m where m.person_id = ${ofPerson} and m.body_id = b.id))
     order by cardinality(b.line), b.name`.execute(db)
  return { people: rows, mandates, affiliations, capabilities: [...capabilities] }
}
