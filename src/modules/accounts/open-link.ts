import { sql } from "kysely"
import { z } from "zod"
import type { Db } from "../../kernel/db.ts"
import { cookie } from "../../kernel/http/cookies.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { parsed } from "../../kernel/input.ts"
import { refuse } from "../../kernel/refusal.ts"
import { ASKED } from "./ask-link.ts"
import { limitAttempts } from "./attempts.ts"
import { knowDevice } from "./new-device.ts"
import { hashOf, signIn } from "./session.ts"

const link = z.string().min(1).max(100)
const code = z
  .string()
  .max(20)
  .transform((typed) => typed.replaceAll(/\D/g, ""))

/** What stands behind a link. Looking uses nothing up: scanners of mail open every link they see. */
export const lookLink = async ({ body, cookies, db }: Request): Promise<Reply> => {
  const wish = parsed(z.object({ link }), body)
  const { rows } = await sql<{ state: "here" | "elsewhere" | "gone" }>`
    select sign_in_state(${hashOf(wish.link)}, ${asked(cookies)}) as state`.execute(db)
  return { body: { data: { state: rows[0]!.state } } }
}

/** Signs in, once: in the browser that asked, or in another that brings the short code shown there. */
export const openLink = async ({ body, cookies, headers, ip, db, equipment }: Request): Promise<Reply> => {
  const wish = parsed(z.object({ link, code: code.optional() }), body)
  await limitAttempts({ kind: "open_link", subject: ip, most: 60, minutes: 15 }, db)
  const accountId = await taken(wish, cookies, db)
  const agent = String(headers["user-agent"] ?? "")
  const { session, needsFactor } = await signIn({ accountId, agent, origin: equipment.origin, strong: false }, db)
  const forgetHalf = cookie(ASKED, "", { origin: equipment.origin, seconds: 0 })
  const device = await knowDevice({ accountId, cookies, agent }, { db, equipment })
  return { headers: { "set-cookie": [session, forgetHalf, device] }, body: { data: { needsFactor } } }
}

const taken = async (wish: { link: string; code?: string | undefined }, cookies: Request["cookies"], db: Db) => {
  const { rows } = await sql<{ account: string | null; state: string }>`
    select sign_in_take(${hashOf(wish.link)}, ${asked(cookies)}, ${wish.code ? hashOf(wish.code) : null}) as account`.execute(
    db,
  )
  if (rows[0]!.account) return rows[0]!.account
  const { rows: left } = await sql<{ state: string }>`
    select sign_in_state(${hashOf(wish.link)}, ${asked(cookies)}) as state`.execute(db)
  return refuse(left[0]!.state === "gone" ? "accounts.link_gone" : "accounts.wrong_link_code", {}, 403)
}

const asked = (cookies: Request["cookies"]) => (cookies[ASKED] ? hashOf(cookies[ASKED]) : null)
