import { randomBytes } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import { type Db, inOrganisation } from "../../kernel/db.ts"
import type { Equipment } from "../../kernel/equipment.ts"
import { layOut } from "../../kernel/mail/layout.ts"
import type { Letter } from "../../kernel/mail/message.ts"
import { noRelay } from "../../kernel/mail/send.ts"
import { messageId } from "../../kernel/mail/token.ts"
import { say } from "../../words.ts"
import { isExample } from "../post/contract.ts"
import { placesOf } from "./access.ts"

type Link = { email: string; language: string; link: string; until: Temporal.Instant }

/**
 * Sends the letter once the answer has left. Not a job: a queue would keep the link in clear in the database. A process that
 * stops in between loses it, and the person asks again.
 */
export const sendLinkLater = (link: Link, given: Given): void => {
  void send(link, given).catch((error: Error) => given.equipment.print(`sign-in letter: ${error.message}`))
}

type Given = { db: Db; equipment: Equipment }

const send = async (it: Link, { db, equipment }: Given) => {
  const state = await deliver(letterOf(it, equipment.origin), { until: it.until, db, equipment })
  if (state === "kept") tell(it, equipment)
}

/** Hands a letter about an account to the relay, again while it asks to wait; one to somebody of the example only is kept. */
export const deliver = async (
  letter: Letter,
  { until, db, equipment }: Given & { until: Temporal.Instant },
): Promise<string> => {
  const mailer = (await isFictional(letter.to.address, db)) ? noRelay() : equipment.mailer
  for (const seconds of [0, 5, 20, 60, 180]) {
    await pause(seconds * 1000, undefined, { ref: false })
    if (Temporal.Instant.compare(Temporal.Now.instant(), until) > 0) break
    const { state, server_answer } = await mailer.send(letter)
    if (state === "refused") equipment.print(`letter to an account refused: ${server_answer}`)
    if (state !== "deferred") return state
  }
  return "deferred"
}

// The people of the example are fictional, and so are their addresses. Whoever is somebody elsewhere too is real.
const isFictional = async (email: string, db: Db): Promise<boolean> => {
  const places = await placesOf(email, db)
  for (const { organisation_id } of places) if (!(await inOrganisation(db, organisation_id, isExample))) return false
  return places.length > 0
}

// Whoever reads the terminal of a machine that serves only itself may enter there; on a server, a log is read by others.
const tell = (it: Link, { origin, print }: Equipment) => {
  if (isLoopback(origin))
    print(`\n  ${say("fr", "accounts.terminal.link", { email: it.email })}\n  ${addressOf(it.link, origin)}\n`)
  else print(say("fr", "accounts.terminal.no_relay"))
}

const letterOf = (it: Link, origin: string): Letter => {
  const language = it.language === "en" ? "en" : "fr"
  const { html, text } = layOut({
    lang: language,
    sender: say(language, "shell.product"),
    preview: say(language, "accounts.link.preview"),
    parts: [
      { kind: "heading", text: say(language, "accounts.link.subject") },
      { kind: "paragraph", text: say(language, "accounts.link.words") },
      {
        kind: "buttons",
        buttons: [{ label: say(language, "accounts.link.button"), href: addressOf(it.link, origin) }],
      },
      { kind: "note", text: say(language, "accounts.link.note") },
    ],
    footer: { text: say(language, "accounts.link.footer", { host: new URL(origin).host }) },
  })
  return {
    to: { address: it.email },
    subject: say(language, "accounts.link.subject"),
    html,
    text,
    message_id: messageId(randomBytes(12).toString("hex"), new URL(origin).hostname),
    automatic: true,
  }
}

export const addressOf = (link: string, origin: string): string => `${origin}/entrer/lien?cle=${link}`

const isLoopback = (origin: string) => /^(localhost|127\.[\d.]+|\[::1\])$/.test(new URL(origin).hostname)
