import { randomInt } from "node:crypto"
import { sql } from "kysely"
import { z } from "zod"
import { record } from "../../kernel/command.ts"
import { type Db, inOrganisation } from "../../kernel/db.ts"
import { event } from "../../kernel/event.ts"
import type { Request, Reply } from "../../kernel/http/route.ts"
import { newId } from "../../kernel/id.ts"
import { line, parsed } from "../../kernel/input.ts"
import { system } from "../../kernel/job.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { OrganisationId } from "../../kernel/rule.ts"
import { foundBody, profileKeys, profiles } from "../bodies/contract.ts"
import { foundFunctions, foundMandate } from "../mandates/contract.ts"
import { addFounder } from "../people/contract.ts"
import { giveAccess } from "./access.ts"
import { limitAttempts } from "./attempts.ts"
import { knowDevice } from "./new-device.ts"
import { hashOf, openSession } from "./session.ts"
import { beginners } from "./welcome.ts"

export const organisationFounded = event<{ organisationId: string; bodyId: string; personId: string }>()(
  "accounts.founded",
)

/** As it is typed or read aloud. */
export const openingCode = z.string().trim().max(40).transform(withHyphens)

const founding = z.object({
  code: openingCode,
  organisation: line(),
  body: z.object({
    name: line(),
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{2,8}$/, "body_code"),
    profile: z.enum(profileKeys),
  }),
  person: z.object({
    given_name: line(100),
    family_name: line(100),
    form: z.enum(["m", "f", "n"]),
    email: z.email().max(254),
    /** One that may begin: see `welcome.ts`. The profile's own choice unless told. */
    function: z.string().max(60).nullish(),
  }),
})

export type ClaimInput = z.input<typeof founding>

/** The code that opens a new installation, offered again at each start until somebody has used it. */
export const offerClaim = async (db: Db): Promise<string | undefined> => {
  const { rows } = await sql<{ done: boolean }>`select claim_is_done() as done`.execute(db)
  if (rows[0]!.done) return undefined
  // Read aloud and typed on a phone: digits only. 10^9 codes, and attempts are limited.
  const fresh = Array.from({ length: 3 }, () => String(randomInt(1000)).padStart(3, "0")).join("-")
  await sql`select claim_offer(${hashOf(fresh)})`.execute(db)
  return fresh
}

/** Tells whoever types the code that it is the one, before they fill in anything else. */
export const checkClaim = async ({ body, ip, db, equipment }: Request): Promise<Reply> => {
  const wish = parsed(z.object({ code: openingCode }), body)
  await limitAttempts({ kind: "claim", subject: ip, most: 30, minutes: 60 }, db)
  const { rows } = await sql<{ right: boolean }>`select claim_check(${hashOf(wish.code)}) as right`.execute(db)
  if (!rows[0]!.right) refuse("accounts.wrong_code", {}, 403)
  return { body: { data: { hasExample: Boolean(equipment.loadExample) } } }
}

/** First visit: whoever was told the code founds the organisation, its first body, and holds its first function. */
export const claim = async ({ body, cookies, headers, ip, db, equipment }: Request): Promise<Reply> => {
  const wish = parsed(founding, body)
  await limitAttempts({ kind: "claim", subject: ip, most: 30, minutes: 60 }, db)
  const { organisation, accountId } = await found(wish, { db, equipment })
  const agent = String(headers["user-agent"] ?? "")
  const session = await openSession({ accountId, organisation, agent, origin: equipment.origin }, db)
  const device = await knowDevice({ accountId, cookies, agent }, { db, equipment })
  return { headers: { "set-cookie": [session, device] }, body: { data: { organisationId: organisation } } }
}

type Given = Pick<Request, "db" | "equipment">

const found = async (wish: z.output<typeof founding>, { db, equipment }: Given) => {
  const profile = profiles[wish.body.profile]
  const functionKey = wish.person.function ?? profile.founder
  if (!beginners(profile).some(({ key }) => key === functionKey)) refuse("accounts.unknown_function", {}, 409)
  const { country, zone } = profile
  const organisation = newId() as OrganisationId
  const accountId = await inOrganisation(db, organisation, async (tx) => {
    await takeClaim(wish.code, tx)
    await tx
      .insertInto("organisations")
      .values({ id: organisation, name: wish.organisation, language: "fr", zone, country, settings: "{}" })
      .execute()
    const here = { ...equipment, db: tx, actor: system(organisation), now: Temporal.Now.instant() }
    const bodyId = await foundBody(wish.body, here)
    await foundFunctions({ bodyId, profile: wish.body.profile }, here)
    const personId = await addFounder(wish.person, here)
    await foundMandate({ personId, bodyId, functionKey }, here)
    await record([organisationFounded({ organisationId: organisation, bodyId, personId })], {
      ...here,
      actor: { ...here.actor, personId },
    })
    return giveAccess({ organisation, personId, email: wish.person.email }, tx)
  })
  return { organisation, accountId }
}

/** Once, for whoever brings the code; refused to any other. */
export const takeClaim = async (typed: string, db: Db): Promise<void> => {
  const { rows } = await sql<{ taken: boolean | null }>`select claim_take(${hashOf(typed)}) as taken`.execute(db)
  if (!rows[0]?.taken) refuse("accounts.wrong_code", {}, 403)
}

/** What it was taken for did not come about: the same code opens again. */
export const giveBackClaim = (typed: string, db: Db): Promise<unknown> =>
  sql`select claim_give_back(${hashOf(typed)})`.execute(db)

// "482193557", "482 193 557" and "482-193-557" are the same code to whoever reads it on a screen.
function withHyphens(typed: string): string {
  const digits = typed.replaceAll(/\D/g, "")
  return digits.length === 9 ? digits.replace(/(\d{3})(\d{3})(\d{3})/, "$1-$2-$3") : typed
}
