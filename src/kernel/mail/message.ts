import type { Readable } from "node:stream"
import type { MailTrouble } from "./trouble.ts"

/** A mailbox: the address alone goes into the envelope, the name is shown. */
export type Mailbox = { name?: string; address: string }

export type Attachment = {
  filename: string
  /** MIME type, "application/pdf". */
  type: string
  /** Bytes, or what opens them: a stream is opened anew at each attempt, since one that was read cannot be sent again. */
  content: Uint8Array | (() => Readable | Promise<Readable>)
}

/** One message to one person. A hundred people are a hundred letters, so that each has an outcome of its own. */
export type Letter = {
  to: Mailbox
  subject: string
  /** Plain text and its HTML twin; `layout.ts` makes both from the same parts. */
  text: string
  html?: string
  /** Without angle brackets, given by the caller and the same at every attempt: see `token.ts`. */
  message_id: string
  /** Name shown beside the address of MAIL_FROM. */
  from_name?: string
  reply_to?: Mailbox
  /** Where bounces go (the envelope's sender); default the address of MAIL_FROM. */
  return_path?: string
  in_reply_to?: string
  references?: string[]
  attachments?: Attachment[]
  /** A calendar invitation, sent as an alternative of the text and as a file (RFC 6047). */
  ics?: { method: "REQUEST" | "CANCEL" | "PUBLISH"; content: string }
  /** How to stop receiving such letters: RFC 2369, and one click by RFC 8058 when `one_click`. */
  unsubscribe?: { url?: string; address?: string; one_click?: boolean }
  /** Identity of the list, "assemblee.namur.example" (RFC 2919). */
  list_id?: string
  /** Written by no human hand: asks vacation programs not to answer (RFC 3834). */
  automatic?: boolean
}

/**
 * What became of one letter.
 * - `accepted`: the relay took it, and answers for it from now on.
 * - `deferred`: it was surely not taken; sending it again is right (see `retry.ts`).
 * - `refused`: it will not be taken; sending it again is useless.
 * - `unknown`: the whole letter was handed over and the connection ended before the answer. The relay may have taken it.
 *   It is not sent again by itself, or somebody would get it twice; a person is shown it and decides.
 * - `kept`: no relay is set; the letter waits in the application's outbox.
 */
export type Receipt = {
  state: "accepted" | "deferred" | "refused" | "unknown" | "kept"
  /** What the trouble is about: this address, this letter, or our own relay (then every other letter has it too). */
  about?: "recipient" | "letter" | "relay"
  /** The server's last words as it said them, or what happened to the connection. */
  server_answer: string
  message_id: string
  at: Temporal.Instant
}

export type Mailer = {
  send(letter: Letter): Promise<Receipt>
  /** Connects and signs in without sending: undefined when all is well, otherwise what went wrong. */
  trouble(): Promise<MailTrouble | undefined>
  /** Lets what is being sent finish, then closes the connections. */
  close(): void
}

declare module "../equipment.ts" {
  interface Equipment {
    /** Without SMTP_URL it sends nothing and answers `kept`. */
    mailer: Mailer
  }
}
