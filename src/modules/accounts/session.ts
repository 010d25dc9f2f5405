import { createHash, randomBytes } from "node:crypto"
import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import { cookie, SESSION } from "../../kernel/http/cookies.ts"
import { newId } from "../../kernel/id.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Actor, OrganisationId } from "../../kernel/rule.ts"

export const COOKIE = SESSION
const DAYS = 60

export type Session = {
  id: string
  accountId: string
  actor: Actor & { personId: string }
  /** The second factor was given in this session; one stands ready to be given. */
  strong: boolean
  hasFactor: boolean
}

/** The session a cookie stands for, while it lasts and the person has not left. */
export const sessionOf = async (token: string | undefined, db: Db): Promise<Session | undefined> => {
  if (!token) return undefined
  const { rows } = await sql<{
    session_id: string
    account_id: string
    organisation_id: OrganisationId
    person_id: string
    language: string
    strong: boolean
    has_factor: boolean
  }>`select * from session_of(${hashOf(token)})`.execute(db)
  const row = rows[0]
  return (
    row && {
      id: row.session_id,
      accountId: row.account_id,
      strong: row.strong,
      hasFactor: row.has_factor,
      actor: {
        organisation: row.organisation_id,
        personId: row.person_id,
        via: "session",
        language: row.language === "en" ? "en" : "fr",
        ...(row.strong ? {} : { awaitsSecondFactor: true as const }),
      },
    }
  )
}

/** Opens a session and gives its cookie header. The token itself is kept nowhere but in the browser. */
export const openSession = async (
  {
    accountId,
    organisation,
    agent,
    origin,
    strong = false,
  }: { accountId: string; organisation: string; agent: string; origin: string; strong?: boolean },
  db: Db,
): Promise<string> => {
  const token = randomBytes(32).toString("base64url")
  const until = Temporal.Now.instant().add({ hours: 24 * DAYS })
  await sql`select session_open(${newId()}, ${hashOf(token)}, ${accountId}, ${organisation}, ${agent.slice(0, 300)}, ${until}, ${strong})`.execute(
    db,
  )
  return cookie(COOKIE, token, { origin, seconds: DAYS * 86_400 })
}

/** Opens a session for an account in the organisation it used last. Refuses when all its persons have left. */
export const signIn = async (
  { accountId, ...rest }: { accountId: string; agent: string; origin: string; strong: boolean },
  db: Db,
): Promise<{ session: string; needsFactor: boolean }> => {
  const { rows } = await sql<{ organisation_id: string }>`select * from account_places(${accountId})`.execute(db)
  const { organisation_id } = rows[0] ?? refuse("accounts.link_gone", {}, 403)
  const session = await openSession({ accountId, organisation: organisation_id, ...rest }, db)
  const { rows: factors } = await sql<{ has: boolean }>`select factor_stands(${accountId}) as has`.execute(db)
  return { session, needsFactor: !rest.strong && factors[0]!.has }
}

export const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest()
