import { randomInt } from "node:crypto"
import { sql } from "kysely"
import { z } from "zod"
import { record } from "../../kernel/command.ts"
import { type Db, inOrganisation } from "../../kernel/db.ts"
import { event } from "../../kernel/event.ts"
import { cookie } from "../../kernel/http/cookies.ts"
import type { Request, Reply } from "../../kernel/http/route.ts"
import { newId } from "../../kernel/id.ts"
import { line, parsed } from "../../kernel/input.ts"
import { system } from "../../kernel/job.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { OrganisationId } from "../../kernel/rule.ts"
import { foundBody, profileKeys, profiles } from "../bodies/contract.ts"
import { foundFunctions, foundMandate } from "../mandates/contract.ts"
import { addFounder } from "../people/contract.ts"
import { COOKIE, hashOf, openSession, sessionOf } from "./session.ts"

export const organisationFounded = event<{ organisationId: string; bodyId: string; personId: string }>()(
  "accounts.founded",
)

const input = z.object({
  code: z.string().trim().max(40),
  organisation: line(),
  body: z.object({
    name: line(),
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{2,8}$/),
    profile: z.enum(profileKeys),
  }),
  person: z.object({
    given_name: line(100),
    family_name: line(100),
    form: z.enum(["m", "f", "n"]),
    email: z.email().max(254),
  }),
})

/** The code that opens a new installation, offered again at each start until somebody has used it. */
export const offerClaim = async (db: Db): Promise<string | undefined> => {
  const { rows } = await sql<{ is_claimed: boolean }>`select is_claimed()`.execute(db)
  if (rows[0]!.is_claimed) return undefined
  // Read aloud and typed on a phone: digits only. 10^9 codes, and attempts are limited.
  const code = Array.from({ length: 3 }, () => String(randomInt(1000)).padStart(3, "0")).join("-")
  await sql`select claim_offer(${hashOf(code)})`.execute(db)
  return code
}

/** First visit: whoever was told the code founds the organisation, its first body, and holds its first function. */
export const claim = async ({ body, headers, db, equipment }: Request): Promise<Reply> => {
  const wish = parsed(input, body)
  const organisation = newId() as OrganisationId
  const given = { ...equipment, db, actor: system(organisation), now: Temporal.Now.instant() }

  const accountId = await inOrganisation(db, organisation, async (tx) => {
    const { rows } = await sql<{ claim_take: boolean | null }>`select claim_take(${hashOf(wish.code)})`.execute(tx)
    if (!rows[0]?.claim_take) refuse("accounts.wrong_code", {}, 403)
    await tx
      .insertInto("organisations")
      .values({
        id: organisation,
        name: wish.organisation,
        language: "fr",
        zone: "Europe/Brussels",
        country: "BE",
        settings: "{}",
      })
      .execute()
    const here = { ...given, db: tx }
    const bodyId = await foundBody(wish.body, here)
    await foundFunctions({ bodyId, profile: wish.body.profile }, here)
    const personId = await addFounder(wish.person, here)
    await foundMandate({ personId, bodyId, functionKey: profiles[wish.body.profile].founder }, here)
    await record([organisationFounded({ organisationId: organisation, bodyId, personId })], {
      ...here,
      actor: { ...here.actor, personId },
    })
    const account = await sql<{
      id: string
    }>`select account_for(${newId()}, ${wish.person.email}, ${organisation}, ${personId}) as id`.execute(tx)
    return account.rows[0]!.id
  })
  const session = await openSession(
    { accountId, organisation, agent: String(headers["user-agent"] ?? ""), origin: equipment.origin },
    db,
  )
  return { headers: { "set-cookie": session }, body: { data: { organisationId: organisation } } }
}

export const signOut = async ({ cookies, db, equipment }: Request): Promise<Reply> => {
  const session = await sessionOf(cookies[COOKIE], db)
  if (session) await sql`select session_end(${session.id}, ${session.accountId})`.execute(db)
  return { headers: { "set-cookie": cookie(COOKIE, "", { origin: equipment.origin, seconds: 0 }) }, body: { data: {} } }
}
