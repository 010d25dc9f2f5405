import { createServer, type Socket } from "node:net"
import { createServer as createSecureServer, TLSSocket } from "node:tls"

/** A mailbox on a loopback port: as much of IMAP4rev1 as an inbox follower says. Not for measuring, not for anything else. */
export type ImapPeer = {
  /** imap://user:password@127.0.0.1:port/INBOX */
  url: string
  /** Puts a message into the mailbox and announces it. */
  put(raw: string): void
  /** Flags of each message, in order. */
  flags(): string[][]
  /** Ends every connection without a word. */
  drop(): void
  stop(): Promise<void>
}

type Message = { uid: number; raw: Buffer; flags: Set<string> }

type Certificate = { key: string; cert: string }

/**
 * Starts the mailbox, empty. `keywords`: whether it keeps flags of our own. With a certificate it encrypts: from the start when
 * `secure`, otherwise when asked, and it takes no password before.
 */
export async function startImapPeer({
  keywords = true,
  certificate,
  secure = false,
}: { keywords?: boolean; certificate?: Certificate; secure?: boolean } = {}): Promise<ImapPeer> {
  const messages: Message[] = []
  const sockets = new Set<Socket>()
  const taken = (socket: Socket) => {
    sockets.add(socket)
    socket.on("close", () => sockets.delete(socket))
    socket.on("error", () => {})
  }
  const greeted = (socket: Socket) => {
    taken(socket)
    converse(socket, messages, { keywords, ...(secure || !certificate ? {} : { certificate, taken }) })
  }
  const server = secure && certificate ? createSecureServer(certificate, greeted) : createServer(greeted)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" ? address?.port : 0
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `${secure ? "imaps" : "imap"}://user:password@127.0.0.1:${port}/INBOX`,
    put(raw) {
      messages.push({ uid: messages.length + 101, raw: Buffer.from(raw), flags: new Set() })
      for (const socket of sockets) socket.write(`* ${messages.length} EXISTS\r\n`)
    },
    flags: () => messages.map(({ flags }) => [...flags]),
    drop,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        drop()
      }),
  }
}

type House = { keywords: boolean; certificate?: Certificate; taken?: (socket: Socket) => void }

function converse(socket: Socket, messages: Message[], house: House, isGreeted = false): void {
  let waiting = ""
  let idle = ""
  let asked = ""
  if (!isGreeted) socket.write(`* OK [CAPABILITY ${abilities(house)}] ready\r\n`)
  socket.on("data", (chunk) => {
    waiting += chunk.toString("latin1")
    for (let end = waiting.indexOf("\r\n"); end >= 0; end = waiting.indexOf("\r\n")) {
      const said = waiting.slice(0, end)
      waiting = waiting.slice(end + 2)
      const [tag = "*", ...words] = said.split(" ")
      const command = words.join(" ")
      if (/^done$/i.test(said)) socket.write(`${idle} OK done\r\n`)
      else if (asked) {
        answer(socket, messages, house, asked, `authenticate plain ${said}`)
        asked = ""
      } else if (/^authenticate plain$/i.test(command)) {
        asked = tag
        socket.write("+ \r\n")
      } else if (/^starttls/i.test(command)) return encrypt(socket, messages, house, tag)
      else {
        if (/^idle$/i.test(command)) idle = tag
        answer(socket, messages, house, tag, command)
      }
    }
  })
}

function encrypt(socket: Socket, messages: Message[], { certificate, taken, ...house }: House, tag: string): void {
  socket.removeAllListeners("data")
  socket.write(`${tag} OK begin\r\n`)
  const secured = new TLSSocket(socket, { isServer: true, ...certificate })
  taken?.(secured)
  converse(secured, messages, house, true)
}

const abilities = ({ certificate }: House) =>
  `IMAP4rev1 IDLE UIDPLUS ${certificate ? "STARTTLS LOGINDISABLED" : "AUTH=PLAIN"}`

function answer(socket: Socket, messages: Message[], house: House, tag: string, command: string): void {
  const uids = (list: string) => messages.filter(({ uid }) => list.split(",").some((range) => within(uid, range)))
  if (/^idle/i.test(command)) return void socket.write("+ idling\r\n")
  if (/^capability/i.test(command)) socket.write(`* CAPABILITY ${abilities(house)}\r\n`)
  if (/^(login|authenticate)/i.test(command)) return void socket.write(`${tag} ${admitted(command, house)}\r\n`)
  if (/^list/i.test(command)) socket.write('* LIST (\\HasNoChildren) "/" INBOX\r\n')
  if (/^(select|examine)/i.test(command)) {
    socket.write(
      `* FLAGS (\\Seen \\Deleted)\r\n* OK [PERMANENTFLAGS (\\Seen \\Deleted${house.keywords ? " \\*" : ""})] ok\r\n* ${messages.length} EXISTS\r\n`,
    )
    socket.write(`* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT ${messages.length + 101}] ok\r\n`)
    return void socket.write(`${tag} OK [READ-WRITE] selected\r\n`)
  }
  if (/^uid search/i.test(command)) {
    const unwanted = /unkeyword (\S+)/i.exec(command)?.[1] ?? "\\Seen"
    const found = messages.filter(({ flags }) => !flags.has(unwanted))
    socket.write(`* SEARCH ${found.map(({ uid }) => uid).join(" ")}\r\n`)
  }
  const fetched = /^uid fetch (\S+) (.*)$/i.exec(command)
  for (const message of fetched ? uids(fetched[1] ?? "") : []) {
    const name = /body\.peek\[\]<0/i.test(fetched?.[2] ?? "") ? "BODY[]<0>" : "BODY[]"
    socket.write(`* ${messages.indexOf(message) + 1} FETCH (UID ${message.uid} ${name} {${message.raw.length}}\r\n`)
    socket.write(message.raw)
    socket.write(")\r\n")
  }
  const stored = /^uid store (\S+) \+flags(?:\.silent)? \(([^)]*)\)/i.exec(command)
  for (const message of stored ? uids(stored[1] ?? "") : []) {
    for (const flag of (stored?.[2] ?? "").split(" ")) message.flags.add(flag)
  }
  socket.write(`${tag} OK done\r\n`)
}

// A name and a password in the clear words of LOGIN, or in AUTHENTICATE PLAIN.
function admitted(command: string, { certificate }: House): string {
  if (certificate) return "NO [PRIVACYREQUIRED] not before STARTTLS"
  const plain = /^authenticate plain (\S+)/i.exec(command)?.[1]
  const said = plain
    ? Buffer.from(plain, "base64").toString().split("\0").slice(1)
    : [...command.matchAll(/ "?([^" ]+)"?/g)].map(([, word]) => word)
  return said.join(":") === "user:password" ? "OK welcome" : "NO [AUTHENTICATIONFAILED] Invalid credentials"
}

function within(uid: number, range: string): boolean {
  const [first, last = first] = range.split(":")
  return uid >= Number(first) && uid <= Number(last)
}
