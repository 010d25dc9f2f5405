import { sql } from "kysely"
import { z } from "zod"
import { inOrganisation } from "../../kernel/db.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { refuse } from "../../kernel/refusal.ts"
import { setLanguage } from "../people/contract.ts"
import { deviceOf } from "./device.ts"
import { inWords } from "./list-limits.ts"
import { ask, mustHaveSession, own } from "./own.ts"
import { canHavePasskeys, type Passkey } from "./passkeys.ts"

/** All that protects an account and all that is open with it, for its owner. */
export const readAccount = async (request: Request): Promise<Reply> => {
  const session = await mustHaveSession(request)
  const { db, equipment } = request
  const { accountId, actor } = session
  const list = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(db)).rows
  const sessions = await list(
    sql<{ id: string; agent: string; created_at: Temporal.Instant; seen_at: Temporal.Instant; strong: boolean }>`
      select * from session_list(${accountId})`,
  )
  const [factor] = await list(sql<{ confirmed_at: Temporal.Instant | null }>`select * from factor_of(${accountId})`)
  const data: Account = {
    email: await ask<string>(sql`select account_address(${accountId}) as value`, db),
    language: actor.language,
    strong: session.strong,
    sessions: sessions.map(({ id, agent, created_at, seen_at, strong }) => ({
      id,
      ...deviceOf(agent),
      created_at: String(created_at),
      seen_at: String(seen_at),
      strong,
      current: id === session.id,
    })),
    code: factor?.confirmed_at
      ? {
          since: String(factor.confirmed_at),
          recovery_left: await ask<number>(sql`select recovery_left(${accountId}) as value`, db),
        }
      : null,
    passkeys: (await list(sql<Passkey>`select * from passkey_list(${accountId})`)).map((one) => ({
      id: one.id,
      name: one.name,
      created_at: String(one.created_at),
      used_at: one.used_at && String(one.used_at),
    })),
    can_have_passkeys: canHavePasskeys(equipment.origin),
    keys: (
      await list(
        sql<{
          id: string
          name: string
          only_these: string[] | null
          created_at: Temporal.Instant
          used_at: Temporal.Instant | null
          expires_at: Temporal.Instant | null
        }>`select * from key_list(${accountId}, ${actor.organisation})`,
      )
    ).map((one) => ({
      id: one.id,
      name: one.name,
      only: one.only_these?.map((name) => inWords(name, actor.language)) ?? null,
      created_at: String(one.created_at),
      used_at: one.used_at && String(one.used_at),
      expires_at: one.expires_at && String(one.expires_at),
    })),
    places: (
      await list(sql<{ organisation_id: string; name: string }>`select * from account_places(${accountId})`)
    ).map(({ organisation_id, name }) => ({
      id: organisation_id,
      name,
      current: organisation_id === actor.organisation,
    })),
  }
  return { body: { data } }
}

export type Account = {
  email: string
  language: "fr" | "en"
  /** This session has given its second factor. */
  strong: boolean
  sessions: {
    id: string
    browser: string
    system: string
    created_at: string
    seen_at: string
    strong: boolean
    current: boolean
  }[]
  code: { since: string; recovery_left: number } | null
  passkeys: { id: string; name: string; created_at: string; used_at: string | null }[]
  can_have_passkeys: boolean
  keys: {
    id: string
    name: string
    /** In words. */
    only: string[] | null
    created_at: string
    used_at: string | null
    expires_at: string | null
  }[]
  places: { id: string; name: string; current: boolean }[]
}

export const endSession = own(
  { input: z.object({ sessionId: z.uuid() }) },
  async ({ input, session, request: { db } }) => {
    if (!(await ask(sql`select session_end(${input.sessionId}, ${session.accountId}) as value`, db)))
      refuse("not_found", {}, 404)
    return {}
  },
)

export const endOtherSessions = own({ input: z.object({}) }, async ({ session, request: { db } }) => ({
  ended: await ask<number>(sql`select session_end_others(${session.id}, ${session.accountId}) as value`, db),
}))

/** The language is the person's, in each organisation: letters follow it too. */
export const chooseLanguage = own(
  { input: z.object({ language: z.enum(["fr", "en"]) }) },
  async ({ input, session: { actor }, request: { db } }) => {
    await inOrganisation(db, actor.organisation, (tx) => setLanguage(actor.personId, input.language, tx))
    return {}
  },
)

/** The same browser, in another organisation of the same account. */
export const changePlace = own(
  { input: z.object({ organisationId: z.uuid() }) },
  async ({ input, session, request: { db } }) => {
    const moved = await ask(
      sql`select session_move(${session.id}, ${session.accountId}, ${input.organisationId}) as value`,
      db,
    )
    if (!moved) refuse("not_found", {}, 404)
    return {}
  },
)
