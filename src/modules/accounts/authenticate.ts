import type { Db } from "../../kernel/db.ts"
import type { Actor } from "../../kernel/rule.ts"
import { actorOfKey } from "./keys.ts"
import { COOKIE, sessionOf } from "./session.ts"

/** Who asks: from the key of a program when it brings one, else from the session's cookie. A bad key is nobody, whatever the cookie. */
export const authenticate =
  (db: Db) =>
  async ({
    headers,
    cookies,
  }: {
    headers: Record<string, string | string[] | undefined>
    cookies: Record<string, string>
  }): Promise<Actor | undefined> => {
    if (headers.authorization === undefined) return (await sessionOf(cookies[COOKIE], db))?.actor
    const [, key] = /^Bearer\s+(\S{1,200})$/i.exec(String(headers.authorization)) ?? []
    return key ? actorOfKey(key, db) : undefined
  }
