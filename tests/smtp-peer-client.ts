import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import PostalMime, { type Email } from "postal-mime"

/** A letter the peer took: parsed, with its envelope and its bytes. */
export type ParsedMail = Email & { envelope: { from: string; to: string[]; at: string }; raw: Buffer; file: string }

export type SmtpPeer = {
  port: number
  /** smtp://127.0.0.1:port, to be given as SMTP_URL. */
  url: string
  folder: string
  /** Letters taken so far, in order. */
  messages(): Promise<ParsedMail[]>
  /** Letters taken for one address. */
  messagesTo(address: string): Promise<ParsedMail[]>
  /** How many letters were taken: counts files without reading them. */
  count(): Promise<number>
  /** Every recipient the peer was asked for, refused ones included. */
  attempts(): Promise<{ address: string; at: string }[]>
  /** Ends the process and removes the folder if it was made here. */
  stop(): Promise<void>
}

/** Starts tests/smtp-peer.ts, a mail server in a process of its own; its head comment says what it does for which address. */
export async function startSmtpPeer({
  certificate,
  ...options
}: {
  folder?: string
  port?: number
  slow?: number
  latency?: number
  certificate?: { key: string; cert: string }
  secure?: boolean
  account?: string
  login?: boolean
} = {}): Promise<SmtpPeer> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "smtp-peer-")))
  const given = Object.entries({ ...options, folder }).flatMap(([name, value]) =>
    value === undefined || value === false ? [] : value === true ? [`--${name}`] : [`--${name}`, String(value)],
  )
  for (const [name, pem] of Object.entries(certificate ?? {})) {
    const file = join(folder, `${name}.pem`)
    await writeFile(file, pem, { mode: 0o600 })
    given.push(`--${name}`, file)
  }
  const peer = spawn(process.execPath, [join(import.meta.dirname, "smtp-peer.ts"), ...given], {
    stdio: ["pipe", "pipe", "inherit"],
  })
  const gone = once(peer, "exit").then(([code]) => code)
  const port = await Promise.race([
    once(createInterface(peer.stdout), "line").then(([line]) => (JSON.parse(String(line)) as { port: number }).port),
    gone.then((code) => Promise.reject(new Error(`The mail peer ended with ${code} before it listened`))),
  ])
  const messages = async () => Promise.all((await lettersIn(folder)).map((file) => read(join(folder, file))))
  return {
    port,
    url: `${options.secure ? "smtps" : "smtp"}://${options.account ? `${options.account}@` : ""}127.0.0.1:${port}`,
    folder,
    messages,
    messagesTo: async (address) => (await messages()).filter(({ envelope }) => envelope.to.includes(address)),
    count: async () => (await lettersIn(folder)).length,
    attempts: async () => {
      const file = join(folder, "attempts.jsonl")
      if (!existsSync(file)) return []
      const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "")
      return lines.map((line) => JSON.parse(line) as { address: string; at: string })
    },
    async stop() {
      peer.kill("SIGTERM")
      await gone
      if (!options.folder) await rm(folder, { recursive: true, force: true })
    },
  }
}

const lettersIn = async (folder: string) => (await readdir(folder)).filter((file) => file.endsWith(".eml")).sort()

async function read(file: string): Promise<ParsedMail> {
  const [raw, envelope] = await Promise.all([readFile(file), readFile(file.replace(/eml$/, "json"), "utf8")])
  return { ...(await PostalMime.parse(raw)), envelope: JSON.parse(envelope) as ParsedMail["envelope"], raw, file }
}
