import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { command, may } from "../../kernel/command.ts"
import type { Db } from "../../kernel/db.ts"
import { event } from "../../kernel/event.ts"
import { read } from "../../kernel/read.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holdsForPerson } from "../mandates/contract.ts"
import { giveAccess } from "./access.ts"

export const personInvited = event<{ personId: string; invitedBy: string | null }>()("accounts.invited")

/** Lets a person of the directory sign in by the address written there, and writes to them. Nobody comes in otherwise. */
export const invitePerson = command({
  name: "accounts.invite",
  input: z.object({ personId: z.uuid() }),
  find: ({ personId }, { db }) => findPerson(personId, db),
  allow: holdsForPerson("people.manage"),
  async run({ subject: person, actor, db, now, ...rest }) {
    const email = person.email ?? refuse("accounts.no_email")
    if (person.left_on && Temporal.PlainDate.compare(person.left_on, dayOf(now)) <= 0) refuse("accounts.has_left")
    const access = await accessOf(person.person_id, actor.organisation, db)
    // A new address is a new way into somebody's mandates: whoever may not give mandates may not move them either.
    if (
      access &&
      !isSame(access.email, email) &&
      !(await holdsForPerson("mandates.manage")(person, { ...rest, actor, db, now }))
    )
      refuse("accounts.other_address", { email: access.email }, 403)
    await giveAccess({ organisation: actor.organisation, personId: person.person_id, email }, db)
    return personInvited({ personId: person.person_id, invitedBy: actor.personId })
  },
})

/** How a person comes in: not at all, invited, or since when they last did. */
export const readAccess = read({
  name: "accounts.access",
  input: z.object({ personId: z.uuid() }),
  find: ({ personId }, { db }) => findPerson(personId, db),
  allow: holdsForPerson("people.manage"),
  async run({ subject: person, ...given }) {
    const access = await accessOf(person.person_id, given.actor.organisation, given.db)
    return {
      state: access ? (access.used_at ? ("active" as const) : ("invited" as const)) : ("none" as const),
      email: access?.email ?? null,
      since: access?.since ?? null,
      used_at: access?.used_at ?? null,
      has_email: person.email !== null,
      /** The record bears another address than the one that comes in. */
      moved: access !== undefined && person.email !== null && !isSame(access.email, person.email),
      may: await may(person, [invitePerson], given),
    }
  },
})

type Found = { person_id: string; email: string | null; left_on: Temporal.PlainDate | null }

const findPerson = (personId: string, db: Db): Promise<Found | undefined> =>
  db.selectFrom("people").select(["id as person_id", "email", "left_on"]).where("id", "=", personId).executeTakeFirst()

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

const accessOf = async (personId: string, organisation: string, db: Db) => {
  const { rows } = await sql<{ email: string; since: Temporal.Instant; used_at: Temporal.Instant | null }>`
    select email, since, used_at from account_of(${organisation}, ${personId})`.execute(db)
  return rows[0]
}
