import { randomBytes } from "node:crypto"
import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import type { Equipment } from "../../kernel/equipment.ts"
import { cookie } from "../../kernel/http/cookies.ts"
import { layOut } from "../../kernel/mail/layout.ts"
import type { Letter } from "../../kernel/mail/message.ts"
import { messageId } from "../../kernel/mail/token.ts"
import { moment } from "../../kernel/words/dates.ts"
import { say } from "../../words.ts"
import { deviceOf } from "./device.ts"
import { ask } from "./own.ts"
import { deliver } from "./send-link.ts"
import { hashOf } from "./session.ts"

/** Stays in a browser when a session ends: it opens nothing, and tells the device known from the new one. */
const DEVICE = "permanence_device"

/**
 * Knows the browser an account signs in with, and writes to its address when it is a new one beside others: whoever had the
 * mailbox open for a minute does not go unseen. Answers the cookie to set.
 */
export const knowDevice = async (
  { accountId, cookies, agent }: { accountId: string; cookies: Record<string, string>; agent: string },
  { db, equipment }: { db: Db; equipment: Equipment },
): Promise<string> => {
  const device = cookies[DEVICE] ?? randomBytes(32).toString("base64url")
  const was = await ask<string>(sql`select device_note(${accountId}, ${hashOf(device)}) as value`, db)
  if (was === "new")
    void tell(accountId, agent, { db, equipment }).catch((error: Error) =>
      equipment.print(`letter of a new device: ${error.message}`),
    )
  return cookie(DEVICE, device, { origin: equipment.origin, seconds: 400 * 86_400 })
}

const tell = async (accountId: string, agent: string, { db, equipment }: { db: Db; equipment: Equipment }) => {
  const email = await ask<string>(sql`select account_address(${accountId}) as value`, db)
  const language = await ask<string>(sql`select account_language(${accountId}) as value`, db)
  const letter = letterOf({ email, language: language === "en" ? "en" : "fr", agent }, equipment.origin)
  await deliver(letter, { until: Temporal.Now.instant().add({ hours: 1 }), db, equipment })
}

const letterOf = (
  { email, language, agent }: { email: string; language: "fr" | "en"; agent: string },
  origin: string,
): Letter => {
  const { browser, system } = deviceOf(agent)
  const subject = say(language, "accounts.device.subject")
  const at = moment(language, Temporal.Now.instant().toString(), "Europe/Brussels")
  const what = [browser, system].filter(Boolean).join(", ")
  const { html, text } = layOut({
    lang: language,
    sender: say(language, "shell.product"),
    parts: [
      { kind: "heading", text: subject },
      { kind: "paragraph", text: say(language, "accounts.device.words", { at, what: what || "none" }) },
      { kind: "buttons", buttons: [{ label: say(language, "accounts.device.button"), href: `${origin}/compte` }] },
      { kind: "note", text: say(language, "accounts.device.note") },
    ],
    footer: { text: say(language, "accounts.device.footer", { host: new URL(origin).host }) },
  })
  return {
    to: { address: email },
    subject,
    html,
    text,
    message_id: messageId(randomBytes(12).toString("hex"), new URL(origin).hostname),
    automatic: true,
  }
}
