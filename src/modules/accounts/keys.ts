import { randomBytes } from "node:crypto"
import { sql } from "kysely"
import { z } from "zod"
import type { Db } from "../../kernel/db.ts"
import { event } from "../../kernel/event.ts"
import { newId } from "../../kernel/id.ts"
import { day, line } from "../../kernel/input.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import type { Actor, OrganisationId } from "../../kernel/rule.ts"
import { ask, note, own } from "./own.ts"
import { hashOf } from "./session.ts"

export const keyMade = event<{ keyId: string; only: string[] | null }>()("accounts.keyMade")
export const keyRevoked = event<{ keyId: string }>()("accounts.keyRevoked")

/** What a key may be limited to: a capability, or a command or read by its name. Both read "noun.verb". */
export const limits = z
  .array(z.string().regex(/^[a-z][a-zA-Z]*\.[a-zA-Z]+$/, "limit"))
  .min(1)
  .max(50)

/** The names that limit nothing here, for they are mistyped or gone: a key made with one would be refused everything. */
export const unknownLimits = (only: readonly string[], known: readonly string[]): string[] =>
  only.filter((name) => !known.includes(name))

/** Makes a key and answers it: the only time it can be read. It acts as the person, within `only`, until its day is over. */
export const makeKey = async (
  {
    accountId,
    organisation,
    name,
    only,
    until,
  }: {
    accountId: string
    organisation: string
    name: string
    only?: readonly string[] | null | undefined
    until?: Temporal.PlainDate | null | undefined
  },
  db: Db,
): Promise<{ keyId: string; key: string }> => {
  const keyId = newId()
  // Known at sight to whoever finds one where it should not be, and to programs that look for such.
  const key = `permanence_${randomBytes(32).toString("base64url")}`
  const ends = until?.add({ days: 1 }).toZonedDateTime("Europe/Brussels").toInstant() ?? null
  await sql`select key_add(${keyId}, ${hashOf(key)}, ${accountId}, ${organisation}, ${name}, ${only ? [...only] : null}::text[], ${ends}::timestamptz)`.execute(
    db,
  )
  return { keyId, key }
}

/** Whom a key stands for, while it lasts and the person has not left. */
export const actorOfKey = async (key: string, db: Db): Promise<Actor | undefined> => {
  const { rows } = await sql<{
    organisation_id: OrganisationId
    person_id: string
    language: string
    only_these: string[] | null
  }>`select * from key_of(${hashOf(key)})`.execute(db)
  const row = rows[0]
  return (
    row && {
      organisation: row.organisation_id,
      personId: row.person_id,
      via: "key",
      language: row.language === "en" ? "en" : "fr",
      ...(row.only_these && { only: row.only_these }),
    }
  )
}

export const makeOwnKey = own(
  { input: z.object({ name: line(80), only: limits.nullish(), until: day().nullish() }), strong: true },
  async (it) => {
    const { session, request } = it
    const [wrong] = unknownLimits(it.input.only ?? [], request.equipment.limits)
    if (wrong !== undefined) invalid(["only"], "unknown_limit", { name: wrong })
    const made = await makeKey(
      { accountId: session.accountId, organisation: session.actor.organisation, ...it.input },
      request.db,
    )
    await note(keyMade({ keyId: made.keyId, only: it.input.only ?? null }), it)
    return made
  },
)

export const revokeOwnKey = own({ input: z.object({ keyId: z.uuid() }) }, async (it) => {
  const { input, session, request } = it
  if (!(await ask(sql`select key_revoke(${input.keyId}, ${session.accountId}) as value`, request.db)))
    refuse("not_found", {}, 404)
  await note(keyRevoked({ keyId: input.keyId }), it)
  return {}
})
