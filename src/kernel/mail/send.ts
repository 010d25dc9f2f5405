import { type Readable, Transform } from "node:stream"
import { createTransport, type SendMailOptions } from "nodemailer"
import { composed } from "./compose.ts"
import type { Letter, Mailbox, Mailer, Receipt } from "./message.ts"
import { mustEncrypt, troubleOf } from "./trouble.ts"

export type MailerOptions = {
  /** smtp://user:password@host:587 or smtps://host:465. */
  smtpUrl: string
  /** MAIL_FROM. */
  from: Mailbox
  now?: () => Temporal.Instant
  /** Connections held open to the relay; default 5. */
  connections?: number
  /**
   * Longest silence of the relay, in milliseconds; default 10 minutes, which RFC 5321 §4.5.3.2.6 asks for after the end of a
   * letter: giving up sooner makes letters whose fate is unknown.
   */
  patience?: number
}

/** Sends letters through a relay, over a pool of connections. `send` never throws for what the relay or the network does. */
export function mailer({
  smtpUrl,
  from,
  now = Temporal.Now.instant,
  connections = 5,
  patience = 600_000,
}: MailerOptions): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    // Without this, whoever sits between us and the relay hides that it can encrypt, and reads the password.
    ...(mustEncrypt(smtpUrl) && smtpUrl.startsWith("smtp:") ? { requireTLS: true } : {}),
    pool: true,
    maxConnections: connections,
    maxMessages: 1000,
    connectionTimeout: Math.min(patience, 30_000),
    greetingTimeout: Math.min(patience, 30_000),
    dnsTimeout: Math.min(patience, 30_000),
    socketTimeout: patience,
  })
  transport.use("stream", (mail, done) => {
    watch(mail.message, (mail.data as Watched).progress)
    done()
  })
  return {
    async send(letter) {
      const crooked = crookedAddress(letter)
      if (crooked) return { ...crooked, message_id: letter.message_id, at: now() }
      const progress: Progress = {}
      const message: Watched = { ...(await composed(letter, from)), progress }
      const outcome = await transport.sendMail(message).then(
        ({ response }): Outcome => ({ state: "accepted", server_answer: response }),
        (error: SmtpError) => outcomeOf(error, progress.body?.readableEnded ?? false),
      )
      return { ...outcome, message_id: letter.message_id, at: now() }
    },
    trouble: () =>
      transport.verify().then(
        () => undefined,
        (error: Error) => troubleOf(error),
      ),
    close: () => transport.close(),
  }
}

/** Stands in when SMTP_URL is not set: the caller keeps the letters and shows them in the outbox. */
export const noRelay = ({ now = Temporal.Now.instant }: { now?: () => Temporal.Instant } = {}): Mailer => ({
  send: async ({ message_id }: Letter): Promise<Receipt> => ({
    state: "kept",
    server_answer: "",
    message_id,
    at: now(),
  }),
  trouble: async () => undefined,
  close: () => {},
})

// nodemailer reads "a@x.example, b@x.example" as two people, even in the envelope: what is not one plain address goes nowhere.
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is kept out
const ONE_ADDRESS = /^[^\s<>(),;:\\"[\]@\u0000-\u001f\u007f]{1,64}@[^\s<>(),;:\\"[\]@\u0000-\u001f\u007f]{1,253}$/

function crookedAddress({ to, reply_to, return_path }: Letter): Outcome | undefined {
  const server_answer = "Not an e-mail address"
  if (!ONE_ADDRESS.test(to.address)) return { state: "refused", about: "recipient", server_answer }
  const others = [reply_to?.address, return_path].filter((address) => address !== undefined)
  return others.every((address) => ONE_ADDRESS.test(address))
    ? undefined
    : { state: "refused", about: "letter", server_answer }
}

type Progress = { body?: Readable }
type Watched = SendMailOptions & { progress: Progress }
type Outcome = Pick<Receipt, "state" | "about" | "server_answer">
type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string }

// The connection reads the letter's stream while it writes it to the relay: a stream read to its end means that the final dot was
// written too. nodemailer itself sends a letter again over another connection only if not a byte of this stream was read.
function watch(message: { createReadStream(): Readable }, progress: Progress): void {
  const open = message.createReadStream.bind(message)
  message.createReadStream = () => (progress.body = inEvenPieces(open()))
}

// nodemailer writes a letter in some sixty small pieces, each a call to the system, and a large file in a single one. Pieces of
// one size cost few calls, and leave at most two between what was read and what was written.
const PIECE = 64_000

function inEvenPieces(letter: Readable): Readable {
  let waiting: Buffer[] = []
  let size = 0
  const pieces = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      waiting.push(chunk)
      size += chunk.length
      if (size >= PIECE) {
        const all = Buffer.concat(waiting, size)
        const even = size - (size % PIECE)
        for (let from = 0; from < even; from += PIECE) this.push(all.subarray(from, from + PIECE))
        waiting = [all.subarray(even)]
        size -= even
      }
      done()
    },
    flush(done) {
      done(null, Buffer.concat(waiting, size))
    },
  })
  letter.on("error", (error) => pieces.destroy(error))
  pieces.on("close", () => letter.destroy())
  return letter.pipe(pieces)
}

/** What a failed attempt means for the letter. `handedOver`: its last byte was written to the relay. */
export function outcomeOf(error: SmtpError, handedOver: boolean): Outcome {
  const server_answer = error.response || error.message
  const { code, command, responseCode } = error
  if (!responseCode) {
    // Found out here, before a word was said: an address that cannot be written in SMTP, or a letter above the relay's limit.
    if (code === "EENVELOPE") return { state: "refused", about: "recipient", server_answer }
    if (code === "EMESSAGE") return { state: "refused", about: "letter", server_answer }
    return { state: handedOver ? "unknown" : "deferred", about: "relay", server_answer }
  }
  const about = aboutOf(error)
  // 503, bad sequence, is about the session: the letter may pass on the next one. What the relay has against us (a password,
  // our sender's address) is no fault of the recipient, and is mended without losing the letters.
  const permanent = responseCode >= 500 && responseCode !== 503 && about !== "relay"
  return { state: permanent ? "refused" : "deferred", about, server_answer: command ? server_answer : error.message }
}

function aboutOf({ code, command, responseCode }: SmtpError): "recipient" | "letter" | "relay" {
  if (code !== "EENVELOPE" && code !== "EMESSAGE") return "relay"
  if (command === "RCPT TO") return "recipient"
  // 552 to MAIL FROM: too large (RFC 1870 §6.1).
  return command === "DATA" || responseCode === 552 ? "letter" : "relay"
}
