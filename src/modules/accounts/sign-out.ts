import { sql } from "kysely"
import { cookie } from "../../kernel/http/cookies.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { COOKIE, sessionOf } from "./session.ts"

export const signOut = async ({ cookies, db, equipment }: Request): Promise<Reply> => {
  const session = await sessionOf(cookies[COOKIE], db)
  if (session) await sql`select session_end(${session.id}, ${session.accountId})`.execute(db)
  return { headers: { "set-cookie": cookie(COOKIE, "", { origin: equipment.origin, seconds: 0 }) }, body: { data: {} } }
}
