import PostalMime, { type Address, type Attachment, type Email } from "postal-mime"
import { type CalendarReply, readReply } from "../calendar/read.ts"
import { type BouncedRecipient, bouncedRecipients } from "./bounce.ts"
import type { Mailbox } from "./message.ts"
import { textOfHtml } from "./html-text.ts"
import { withoutQuote } from "./reply-text.ts"
import { tokenInAddress, tokenInMessageId } from "./token.ts"

type About = {
  from: Mailbox | undefined
  /** To whom it was written, and in copy. */
  to: Mailbox[]
  subject: string
  message_id: string | undefined
  /** When its writer says it was written. */
  at: Temporal.Instant | undefined
  /** Which sending of ours it answers (`token.ts`). Whoever holds the letter holds the token: it proves no identity. */
  token: string | undefined
  /**
   * A server on its way says that it does not come from where it claims (RFC 8601, DMARC). Anybody can write that a message
   * passes, so that only a failure is believed; lists and forwarders fail too, so that it proves no forgery either.
   */
  is_disowned: boolean
}

/** A message that came back to us, by what it is. */
export type Inbound = About &
  (
    | { kind: "bounce"; recipients: BouncedRecipient[] }
    | { kind: "calendar_reply"; reply: CalendarReply; text: string }
    /** Written by a program: absence, acknowledgement (RFC 3834). Never answer it. */
    | { kind: "automatic"; text: string }
    /** Somebody pressed "this is spam" (RFC 5965): write no more to them. */
    | { kind: "complaint" }
    | { kind: "human"; text: string; attachments: InboundFile[] }
    /** Not a message at all. */
    | { kind: "unreadable" }
  )

export type InboundFile = { filename: string; type: string; content: Uint8Array }

/** Reads a message as it came from the server. `domain` is that of our own Message-IDs (MAIL_FROM). Never throws for what it is given. */
export async function readInbound(raw: Uint8Array, { domain }: { domain: string }): Promise<Inbound> {
  const email = await PostalMime.parse(raw, { forceRfc822Attachments: true }).catch(() => undefined)
  if (!email)
    return {
      kind: "unreadable",
      from: undefined,
      to: [],
      subject: "",
      message_id: undefined,
      at: undefined,
      token: undefined,
      is_disowned: false,
    }
  const about = aboutOf(email, domain)
  const words = wordsOf(email, raw)
  if (parts(email, /^message\/feedback-report$/).length > 0) return { ...about, kind: "complaint" }
  const reply = calendarReply(email)
  if (reply) return { ...about, kind: "calendar_reply", reply, text: withoutQuote(words) }
  if (looksLikeReport(email)) {
    const recipients = bouncedRecipients(reportOf(email, words))
    if (recipients.length > 0) return { ...about, kind: "bounce", recipients }
  }
  if (isAutomatic(email)) return { ...about, kind: "automatic", text: withoutQuote(words) }
  return { ...about, kind: "human", text: withoutQuote(words), attachments: filesOf(email) }
}

function aboutOf(email: Email, domain: string): About {
  const from = mailboxes(email.from ? [email.from] : [])[0]
  return {
    from,
    to: mailboxes([...(email.to ?? []), ...(email.cc ?? [])]),
    subject: email.subject ?? "",
    message_id: email.messageId?.replace(/^<|>$/g, "") || undefined,
    at: instant(email.date),
    token: tokenOf(email, domain),
    is_disowned: values(email, "authentication-results").some((value) => /\bdmarc\s*=\s*fail\b/i.test(value)),
  }
}

function wordsOf(email: Email, raw: Uint8Array): string {
  if (email.text?.trim()) return email.text
  if (email.html) return textOfHtml(email.html)
  // Old servers write reports with a broken MIME structure, in which nothing is found: the letter as it is, then.
  return email.attachments.length > 0
    ? ""
    : new TextDecoder().decode(raw.subarray(0, 100_000)).replace(/^[^]*?\r?\n\r?\n/, "")
}

// The address first: it is ours alone. Then the Message-ID answered, then the one in a returned letter.
function tokenOf(email: Email, domain: string): string | undefined {
  const arrived = [...values(email, "delivered-to"), ...values(email, "x-original-to"), ...values(email, "envelope-to")]
  const addresses = [...arrived, ...mailboxes([...(email.to ?? []), ...(email.cc ?? [])]).map(({ address }) => address)]
  const answered =
    [email.inReplyTo, email.references, returnedText(email), email.text].join("\n").match(/<[^<>\s]{1,300}>/g) ?? []
  return addresses.map(tokenInAddress).find(Boolean) ?? answered.map((id) => tokenInMessageId(id, domain)).find(Boolean)
}

function calendarReply(email: Email): CalendarReply | undefined {
  const calendars = parts(email, /^(text\/calendar|application\/ics)$/).map(textOf)
  // Some relays flatten the answer into the text.
  return [...calendars, email.text ?? ""].map(readReply).find((reply) => reply !== undefined)
}

function looksLikeReport(email: Email): boolean {
  const from = mailboxes(email.from ? [email.from] : [])[0]
  const sender = `${from?.address ?? ""} ${from?.name ?? ""} ${values(email, "from").join(" ")}`
  return (
    parts(email, STATUS_PART).length > 0 ||
    values(email, "x-failed-recipients").length > 0 ||
    /report-type="?delivery-status/i.test(values(email, "content-type").join(" ")) ||
    /mailer-?daemon|mail deliver|postmaster|post_master|delivery (sub)?system|NDR Administrator/i.test(sender) ||
    REPORT_SUBJECT.test(email.subject ?? "")
  )
}

const STATUS_PART = /^message\/(global-)?delivery-status$/
const REPORT_SUBJECT =
  /^(undeliver|undelivered|delivery (status|failure|failed|has failed)|mail delivery (failed|failure)|returned mail|failure notice|mail system error|non remis|échec de (la )?(remise|distribution)|courrier non distribu|onbestelbaar|unzustellbar|メールエラー)/i

function reportOf(email: Email, words: string) {
  const addresses = (list: Address[] | undefined) => mailboxes(list ?? []).map(({ address }) => address)
  return {
    statuses: parts(email, STATUS_PART).map(textOf),
    words,
    returned: returnedText(email),
    failed: values(email, "x-failed-recipients").flatMap((value) =>
      value.split(",").map((one) => one.trim().toLowerCase()),
    ),
    ours: [...addresses(email.to), ...addresses(email.from && [email.from]), ...values(email, "delivered-to")],
    subject: email.subject ?? "",
  }
}

// At the very beginning: a person who answers such a message has "Re:" there.
const AUTOMATIC_SUBJECT =
  /^\[?(auto(matic)?[- ]?(reply|response)|réponse automatique|message d['’]absence|absent?(ce)? du bureau|out of (the )?office|automatisch antwoord|afwezigheid|abwesenheit|automatische antwort|vacation reply)/i

// RFC 3834 §5, and what came before it. "no" is said by programs that write for a person.
function isAutomatic(email: Email): boolean {
  const [submitted] = values(email, "auto-submitted")
  if (submitted) return !/^no\b/i.test(submitted)
  return (
    values(email, "precedence").some((value) => /auto_?reply|bulk|junk/i.test(value)) ||
    ["x-autoreply", "x-autorespond", "x-auto-reply", "x-mail-autoreply"].some(
      (name) => values(email, name).length > 0,
    ) ||
    values(email, "return-path").some((value) => value.trim() === "<>") ||
    AUTOMATIC_SUBJECT.test(email.subject ?? "")
  )
}

const returnedText = (email: Email) =>
  parts(email, /^(message\/(global|rfc822|global-headers)|text\/rfc822-headers)$/)
    .map(textOf)
    .join("\n")
    .slice(0, 200_000)

const filesOf = (email: Email): InboundFile[] =>
  email.attachments
    .filter(({ related, mimeType }) => !related && !STATUS_PART.test(mimeType))
    .map((part) => ({ filename: part.filename ?? "", type: part.mimeType, content: bytesOf(part) }))

const parts = (email: Email, type: RegExp) => email.attachments.filter(({ mimeType }) => type.test(mimeType))
const values = (email: Email, name: string) => email.headers.filter(({ key }) => key === name).map(({ value }) => value)
const mailboxes = (list: Address[]): Mailbox[] =>
  list.flatMap((one) => one.group ?? [one]).map(({ name, address }) => ({ name, address: address.toLowerCase() }))
const bytesOf = ({ content }: Attachment) =>
  typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content)
const textOf = (part: Attachment) => new TextDecoder().decode(bytesOf(part))

function instant(date: string | undefined): Temporal.Instant | undefined {
  const milliseconds = Date.parse(date ?? "")
  return Number.isNaN(milliseconds) ? undefined : Temporal.Instant.fromEpochMilliseconds(milliseconds)
}
