/** What a mail server says about one recipient of a letter it could not deliver. */
export type BouncedRecipient = {
  /** Lower case. The address we wrote to, where the server says it, else the one it ended at. */
  address: string
  /** `failed`: given up. `delayed`: the server is still trying; nothing to do yet. */
  delivery: "failed" | "delayed"
  /** The address itself is dead (RFC 3463: 5.1.x, unknown person, unknown domain). A full box or a policy is not that. */
  permanent: boolean
  /** "5.1.1", if it was said. */
  status: string | undefined
  /** The server's words, one line. */
  diagnostic: string
}

/** A delivery report's parts, as `inbound.ts` finds them in the MIME tree. */
export type Report = {
  /** Bodies of the message/delivery-status parts. */
  statuses: string[]
  /** What the report says to people. */
  words: string
  /** The returned letter or its headers, where attached. */
  returned: string
  /** X-Failed-Recipients, as Exim and Gmail write it. */
  failed: string[]
  /** Addresses that are surely not the recipient: where the report came from and went. */
  ours: string[]
  subject: string
}

/**
 * The recipients of a delivery report: from its machine-readable part (RFC 3464), or, where there is none, from what it says to
 * people. Empty if it reports no failure and no delay.
 */
export function bouncedRecipients(report: Report): BouncedRecipient[] {
  const said = report.statuses.flatMap((status) => fromStatus(status))
  if (said.length > 0) return unique(said.filter((recipient) => recipient !== "delivered"))
  return unique(fromWords(report))
}

type Fields = Map<string, string>

// RFC 3464 §2: a group of fields for the report, then one for each recipient, separated by blank lines.
function fromStatus(status: string): (BouncedRecipient | "delivered")[] {
  return status
    .replace(/\r\n|\r/g, "\n")
    .split(/\n[ \t]*\n/)
    .map(fieldsOf)
    .map((fields) => {
      const address =
        addressOf(fields.get("original-recipient")) ??
        addressOf(fields.get("final-recipient")) ??
        addressOf(fields.get("x-actual-recipient"))
      if (!address) return undefined
      const action = (fields.get("action") ?? "failed").toLowerCase()
      if (/^(delivered|relayed|expanded)/.test(action)) return "delivered"
      const diagnostic = (fields.get("diagnostic-code") ?? "").replace(/^[a-z0-9-]+\s*;\s*/i, "")
      const stated = /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get("status") ?? "")?.[0]
      // Postfix and Exchange write x.0.0 and keep the truth for the diagnostic.
      const status = stated && !stated.endsWith(".0.0") ? stated : (statusIn(diagnostic) ?? stated)
      return recipient(address, action.startsWith("delayed") ? "delayed" : "failed", status, diagnostic)
    })
    .filter((found) => found !== undefined)
}

function fieldsOf(group: string): Fields {
  const unfolded = group.replace(/\n[ \t]+/g, " ")
  return new Map(
    [...unfolded.matchAll(/^([A-Za-z-]+)[ \t]*:[ \t]*(.*)$/gm)].map(([, name = "", value = ""]) => [
      name.toLowerCase(),
      value.trim(),
    ]),
  )
}

function fromWords(report: Report): BouncedRecipient[] {
  const { own, copy } = cut(report.words)
  const others = new Set(report.ours.map((address) => address.toLowerCase()))
  const writtenTo = addressesIn(
    /^(?:X-Failed-Recipients|To)\s*:(.*(?:\n[ \t].*)*)/im.exec(`${report.returned}\n${copy}`)?.[1] ?? "",
  )
  const named = addressesIn(own).filter((address) => !others.has(address))
  const candidates = [report.failed, named.filter((address) => writtenTo.includes(address)), named, writtenTo]
  const addresses = candidates.find((list) => list.length > 0) ?? []
  const says = `${report.subject}\n${own}`
  const status = statusIn(own)
  const delivery = DELAYED.test(says) ? "delayed" : "failed"
  return addresses.map((address) => recipient(address, delivery, status, diagnosticIn(own), says))
}

// Where the report ends and the returned letter begins, in one text.
const COPY =
  /^[ \t>]*(-{2,}|={3,}|_{3,}|\*{3,})?[ \t]*(original message|the following is a copy|this is a copy of (the|your) message|below this line is|included is a copy|copy of your message|message headers? follows?|the header of the original|a copy of the original message|returned message|unsent message|---+ ?message header|returned mail|message d['’]origine|original message follows|received: )[^\n]*$/im

function cut(words: string): { own: string; copy: string } {
  const text = words.slice(0, 200_000).replace(/\r\n|\r/g, "\n")
  const at = COPY.exec(text)?.index ?? headersIn(text) ?? text.length
  // A report that opens with a header-like line is all there is.
  return at < 20 ? { own: text, copy: text } : { own: text.slice(0, at), copy: text.slice(at) }
}

function headersIn(text: string): number | undefined {
  const at = text.search(/^(received|return-path|message-id|from): ?\S/im)
  return at >= 0 && /^(to|subject):/im.test(text.slice(at, at + 10_000)) ? at : undefined
}

const DELAYED =
  /\b(will (be )?re-?tr(y|ied)|has been delayed|delivery delayed|\(delay\)|still (being )?(tr(y|ied)|queued)|warning: message|no action is required|est retard[ée]|wordt vertraagd|not yet been delivered)\b/i

const statusIn = (words: string) =>
  /(?<![\d.])[45]\.\d{1,2}\.\d{1,3}(?![\d.]*\d)/.exec(words)?.[0] ?? fromSmtpCode(words)
const fromSmtpCode = (words: string) => {
  const code = /(?<![\d.])([45])[0-5]\d(?=[ -])/.exec(words)?.[1]
  return code && `${code}.0.0`
}

const diagnosticIn = (words: string) =>
  (
    /^.*(?<![\d.])([45]\d\d[ -]|[45]\.\d{1,2}\.\d{1,3}).*$/m.exec(words)?.[0] ??
    /^.*\b(unknown|full|quota|reject|not found|no such|refus|invalid|inconnu|exist)\w*.*$/im.exec(words)?.[0] ??
    ""
  )
    .trim()
    .slice(0, 500)

const ALIVE =
  /\b(full|quota|over ?(the )?(storage|limit|size)|exceed(ed|s)?|too (large|big|many)|spam|blocked|blacklist|policy|dmarc|spf|reputation|greylist|temporar|try again|timed? ?out|sender (address )?(reject|denied)|access denied|not allowed|frequency|authenticat|banned|plein[e]?|dépass)/i
const DEAD =
  /\b(unknown (user|recipient|address|local)|user ?unknown|no such (user|person|mailbox|address|recipient)|does ?n[o']t exist|doesn't have|not (found|listed|recognized|exist)|no mailbox|mailbox (unavailable|not found)|invalid (address|recipient|user|mailbox)|unrouteable|host (unknown|not found)|account (disabled|closed|inactive)|no longer|not listed|no valid recipient|possibly incorrect|n['’]existe pas|inconnu)/i

function recipient(
  address: string,
  delivery: "failed" | "delayed",
  status: string | undefined,
  diagnostic: string,
  words = diagnostic,
): BouncedRecipient {
  const permanent = delivery === "failed" && isDead(status, words)
  return {
    address: address.toLowerCase(),
    delivery,
    permanent,
    status,
    diagnostic: diagnostic.replace(/\s+/g, " ").slice(0, 500),
  }
}

// RFC 3463 §3: x.1 is about addresses, x.2.1 a closed box, 5.4.4 and 5.1.2 an unknown host. Many servers say 5.0.0 or 5.7.1 and tell
// the truth in words.
function isDead(status: string | undefined, words: string): boolean {
  if (status?.startsWith("4")) return false
  if (/^5\.(1\.(1|2|3|6|10)|2\.1|4\.4)$/.test(status ?? "")) return !/\b(full|quota)\b/i.test(words)
  // Exchange Online says 5.4.1 "access denied" of an address its domain does not have.
  if (status === "5.4.1" && /recipient address rejected/i.test(words)) return true
  if (/^5\.[2-7]\./.test(status ?? "")) return DEAD.test(words) && !ALIVE.test(words)
  return DEAD.test(words) || (!!status && !ALIVE.test(words))
}

const ADDRESS =
  /(?<![a-z0-9._%+=&'/~-])[a-z0-9._%+=&'/~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}/gi
const addressesIn = (words: string) => [
  ...new Set([...words.matchAll(ADDRESS)].map(([address]) => address.toLowerCase().replace(/^['/]+/, ""))),
]
const addressOf = (field: string | undefined) => (field ? addressesIn(field.replace(/^[^;]*;/, ""))[0] : undefined)

const unique = (recipients: BouncedRecipient[]) => [...new Map(recipients.map((one) => [one.address, one])).values()]
