// A mail server that is a process of its own, for tests and journeys. It keeps each letter it takes as NNNNNN.eml, with its envelope
// in NNNNNN.json, and each recipient it is asked for as a line of attempts.jsonl. It prints its port as JSON, and ends with its stdin.
// What it does depends on the recipient's address:
//   refuse…@   550 at RCPT                   later…@   451 the first time, then taken (greylisting)
//   busy…@     450 at RCPT, always           slow…@    taken, answered after --slow milliseconds
//   unwanted…@ 554 after DATA                cut…@     closes at the first bytes of DATA
//   silent…@   taken, then closes before answering     any other: taken
import { appendFileSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import type { Socket } from "node:net"
import { buffer } from "node:stream/consumers"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { parseArgs } from "node:util"
import { SMTPServer, type SMTPServerSession } from "smtp-server"

const { values } = parseArgs({
  options: {
    folder: { type: "string" },
    port: { type: "string", default: "0" },
    slow: { type: "string", default: "2000" },
    latency: { type: "string", default: "0" },
    // PEM files: with them it encrypts, from the start with --secure, otherwise by STARTTLS.
    key: { type: "string" },
    cert: { type: "string" },
    secure: { type: "boolean", default: false },
    // "name:password": without it nobody is let in, and no password is taken in the open. --login offers no PLAIN.
    account: { type: "string" },
    login: { type: "boolean", default: false },
  },
})
const folder = values.folder ?? process.exit(2)
const latency = Number(values.latency)
const seen = new Set<string>()
const sockets = new Map<string, Socket>()
let kept = 0

const server = new SMTPServer({
  authOptional: values.account === undefined,
  disableReverseLookup: true,
  disabledCommands: [...(values.account ? [] : ["AUTH"]), ...(values.cert ? [] : ["STARTTLS"])],
  secure: values.secure,
  ...(values.cert ? { key: readFileSync(values.key ?? ""), cert: readFileSync(values.cert) } : {}),
  authMethods: [values.login ? "LOGIN" : "PLAIN"],
  onAuth({ username, password }, _session, done) {
    if (`${username}:${password}` === values.account) done(null, { user: username })
    else done(answer(535, "5.7.8 Authentication credentials invalid"))
  },
  size: 50_000_000,
  logger: false,
  closeTimeout: 500,
  onConnect(session, done) {
    const connection = [...server.connections].find(
      (candidate) => (candidate as unknown as { id: string }).id === session.id,
    )
    if (connection) sockets.set(session.id, (connection as unknown as { _socket: Socket })._socket)
    done()
  },
  onClose(session) {
    sockets.delete(session.id)
  },
  onRcptTo({ address }, _session, done) {
    const first = !seen.has(address)
    seen.add(address)
    appendFileSync(join(folder, "attempts.jsonl"), `${JSON.stringify({ address, at: new Date().toISOString() })}\n`)
    if (does(address, "refuse")) return done(answer(550, "5.1.1 No such person here"))
    if (does(address, "busy")) return done(answer(450, "4.2.1 Mailbox busy"))
    if (does(address, "later") && first) return done(answer(451, "4.7.1 Greylisted, come back"))
    done()
  },
  onData(stream, session, done) {
    const to = session.envelope.rcptTo.map(({ address }) => address)
    if (to.some((address) => does(address, "cut"))) {
      stream.once("data", () => sockets.get(session.id)?.destroy())
      stream.on("error", () => {})
      return
    }
    // A sender killed in the middle of its letter: nothing was received, and nobody is left to be told.
    receive(stream, session, to).then(
      (error) => error !== "say nothing" && done(error),
      () => {},
    )
  },
})
server.on("error", () => {})

async function receive(stream: NodeJS.ReadableStream, session: SMTPServerSession, to: string[]) {
  const bytes = await buffer(stream)
  if (to.some((address) => does(address, "unwanted"))) return answer(554, "5.7.1 Content not wanted")
  keep(bytes, session, to)
  if (to.some((address) => does(address, "silent"))) {
    sockets.get(session.id)?.destroy()
    return "say nothing"
  }
  const wait = to.some((address) => does(address, "slow")) ? Number(values.slow) : latency
  if (wait) await setTimeout(wait)
}

function keep(bytes: Buffer, session: SMTPServerSession, to: string[]) {
  const file = join(folder, String(++kept).padStart(6, "0"))
  const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ""
  writeFileSync(`${file}.json`, JSON.stringify({ from, to, at: new Date().toISOString() }))
  writeFileSync(`${file}.part`, bytes)
  renameSync(`${file}.part`, `${file}.eml`)
}

const does = (address: string, what: string) => address.toLowerCase().startsWith(what)
const answer = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode })

server.listen(Number(values.port), "127.0.0.1", () => {
  const bound = server.server.address()
  process.stdout.write(`${JSON.stringify({ port: typeof bound === "object" ? bound?.port : 0 })}\n`)
})
// The process that started us is gone, or says it is done.
process.stdin.resume().on("end", () => process.exit(0))
process.on("SIGTERM", () => process.exit(0))
