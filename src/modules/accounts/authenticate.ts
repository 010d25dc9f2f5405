import type { Db } from "../../kernel/db.ts"
import type { Actor } from "../../kernel/rule.ts"
import { COOKIE, sessionOf } from "./session.ts"

/** Who asks, from the session's cookie. */
export const authenticate =
  (db: Db) =>
  async ({ cookies }: { cookies: Record<string, string> }): Promise<Actor | undefined> =>
    (await sessionOf(cookies[COOKIE], db))?.actor
