import { randomBytes, randomInt } from "node:crypto"
import { sql } from "kysely"
import { z } from "zod"
import type { Db } from "../../kernel/db.ts"
import { cookie } from "../../kernel/http/cookies.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { newId } from "../../kernel/id.ts"
import { parsed } from "../../kernel/input.ts"
import { limitAttempts } from "./attempts.ts"
import { addressOf, sendLinkLater } from "./send-link.ts"
import { hashOf } from "./session.ts"

/** The half of a link that stays in the browser that asked. */
export const ASKED = "permanence_asked"
export const LINK_MINUTES = 15

/**
 * Asks for a link by mail. The answer, its code and its cookie are the same whether the address is known or not, the same rows
 * are written, and the letter leaves after the answer: neither words nor time tell.
 */
export const askLink = async ({ body, ip, db, equipment }: Request): Promise<Reply> => {
  const { email } = parsed(z.object({ email: z.string().trim().pipe(z.email().max(254)) }), body)
  await limitAttempts({ kind: "ask_by_network", subject: ip, most: 30, minutes: 15 }, db)
  await limitAttempts({ kind: "ask_by_address", subject: email, most: 5, minutes: 15 }, db)
  const { known, link, browser, code, until } = await makeLink(email, db)
  if (known) sendLinkLater({ ...known, link, until }, { db, equipment })
  return {
    headers: { "set-cookie": cookie(ASKED, browser, { origin: equipment.origin, seconds: LINK_MINUTES * 60 }) },
    body: { data: { code, minutes: LINK_MINUTES } },
  }
}

/** For the terminal, where no mail leaves: the address of a link and its code. Undefined when nobody is known by the address. */
export const linkFor = async (
  email: string,
  { db, equipment }: Pick<Request, "db" | "equipment">,
): Promise<{ address: string; code: string } | undefined> => {
  const { known, link, code } = await makeLink(email, db)
  return known && { address: addressOf(link, equipment.origin), code }
}

const makeLink = async (email: string, db: Db) => {
  const [link, browser] = [secret(), secret()]
  const code = String(randomInt(1_000_000)).padStart(6, "0")
  const until = Temporal.Now.instant().add({ minutes: LINK_MINUTES })
  const { rows } = await sql<{ email: string; language: string }>`
    select * from sign_in_ask(${newId()}, ${email}, ${hashOf(link)}, ${hashOf(browser)}, ${hashOf(code)}, ${until})`.execute(
    db,
  )
  return { known: rows[0], link, browser, code, until }
}

const secret = () => randomBytes(32).toString("base64url")
