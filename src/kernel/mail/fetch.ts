import { setTimeout } from "node:timers/promises"
import { ImapFlow } from "imapflow"
import { type MailTrouble, mustEncrypt, troubleInWords, troubleOf } from "./trouble.ts"

/** A message as it lies in the mailbox. */
export type Fetched = {
  raw: Uint8Array
  /** Names this message in its mailbox for ever: store it under a unique key, and a message handed over twice counts once. */
  key: string
}

export type InboxOptions = {
  /** imaps://user:password@host:993/INBOX; imap:// for one without TLS from the start, where it is taken as soon as offered. */
  imapUrl: string
  /**
   * Receives each message. When it resolves, the message is marked and not handed over again; when it throws, it comes back after
   * `every`. If the connection ends between the two, it comes back as well: that is what `key` is for.
   */
  deliver: (message: Fetched) => Promise<void>
  /** Told of each failed connection, and of each message that `deliver` would not take. */
  trouble?: (words: string) => void
  /** Longest time between two looks, in milliseconds, for servers that announce nothing; default one minute. */
  every?: number
  /** First wait after a lost connection, in milliseconds, doubled up to five minutes; default one second. */
  wait?: number
}

export type Inbox = {
  /** Ends the connection and whatever is waiting; a message being delivered is finished first. */
  stop(): Promise<void>
}

// A keyword of our own, because people who read the same mailbox mark messages as seen.
const TAKEN = "$PermanenceTaken"
// A longer one is cut: its words come first, and a report or an answer is never that long.
const LONGEST = 30_000_000

/** Follows a mailbox until stopped, over as many connections as it takes. Does not fail: it tells `trouble` and tries again. */
export function imapInbox(options: InboxOptions): Inbox {
  const stopping = new AbortController()
  const following = follow(options, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await following
    },
  }
}

/** Connects, signs in and opens the mailbox: undefined when all is well, otherwise what went wrong. */
export async function inboxTrouble(imapUrl: string): Promise<MailTrouble | undefined> {
  const { mailbox, ...server } = serverOf(imapUrl)
  const client = new ImapFlow({ ...server, logger: false, connectionTimeout: 10_000, greetingTimeout: 10_000 })
  client.on("error", () => {})
  try {
    await client.connect()
    await client.mailboxOpen(mailbox)
    return undefined
  } catch (error) {
    return troubleOf(error as Error)
  } finally {
    client.close()
  }
}

async function follow(options: InboxOptions, signal: AbortSignal): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    const began = Date.now()
    await session(options, signal).catch((error: Error) => {
      if (!signal.aborted) options.trouble?.(wordsOf(error))
    })
    // A connection that held for a while was a good one: begin again at once.
    failures = Date.now() - began > 60_000 ? 0 : failures + 1
    await pause(Math.min((options.wait ?? 1000) * 2 ** Math.min(failures - 1, 20), 300_000), signal)
  }
}

async function session(options: InboxOptions, signal: AbortSignal): Promise<void> {
  const { every = 60_000 } = options
  const { mailbox, ...server } = serverOf(options.imapUrl)
  const client = new ImapFlow({
    ...server,
    logger: false,
    maxLiteralSize: LONGEST * 2,
    socketTimeout: Math.max(every * 2, 300_000),
  })
  const ended = new Promise<never>((_, reject) => {
    client.on("error", reject)
    client.on("close", () => reject(new Error("The mail server closed the connection")))
  })
  ended.catch(() => {})
  let announce = () => {}
  client.on("exists", () => announce())
  const busy = { delivering: false }
  const stop = () => busy.delivering || client.close()
  signal.addEventListener("abort", stop)
  try {
    await Promise.race([client.connect(), ended])
    await client.mailboxOpen(mailbox)
    while (!signal.aborted) {
      const announced = new Promise<void>((resolve) => (announce = resolve))
      await takeNew(client, options, signal, busy)
      if (!signal.aborted) await Promise.race([announced, pause(every, signal), ended])
      if (!signal.aborted) await client.noop()
    }
  } finally {
    signal.removeEventListener("abort", stop)
    client.close()
  }
}

async function takeNew(
  client: ImapFlow,
  { deliver, trouble }: InboxOptions,
  signal: AbortSignal,
  busy: { delivering: boolean },
): Promise<void> {
  const mailbox = client.mailbox
  if (!mailbox) throw new Error("The mailbox was closed")
  // Few servers keep no keywords; there the message is marked as read, and nobody else may read this mailbox.
  const keeps = mailbox.permanentFlags?.has("\\*") || mailbox.permanentFlags?.has(TAKEN)
  const found = await client.search(
    { ...(keeps ? { unKeyword: TAKEN } : { seen: false }), deleted: false },
    { uid: true },
  )
  for (const uid of Array.isArray(found) ? found : []) {
    if (signal.aborted) return
    const message = await client.fetchOne(String(uid), { source: { start: 0, maxLength: LONGEST } }, { uid: true })
    // Gone since: somebody deleted it.
    if (!message || !message.source) continue
    const key = `${mailbox.path}:${mailbox.uidValidity}:${uid}`
    busy.delivering = true
    try {
      const taken = await deliver({ raw: message.source, key }).then(
        () => true,
        (error: Error) => {
          trouble?.(`${key}: ${wordsOf(error)}`)
          return false
        },
      )
      if (taken) await client.messageFlagsAdd(String(uid), [keeps ? TAKEN : "\\Seen"], { uid: true })
    } finally {
      busy.delivering = false
    }
  }
}

const pause = (milliseconds: number, signal: AbortSignal) =>
  setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => {})

function serverOf(imapUrl: string) {
  const url = new URL(imapUrl)
  const secure = url.protocol === "imaps:"
  return {
    host: url.hostname,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    // Without this, whoever sits between us and the mailbox hides that it can encrypt, and reads the password.
    ...(!secure && mustEncrypt(imapUrl) ? { doSTARTTLS: true } : {}),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    mailbox: decodeURIComponent(url.pathname.slice(1)) || "INBOX",
  }
}

const wordsOf = (error: Error) => troubleInWords("en", troubleOf(error))
