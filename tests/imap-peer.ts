import { createServer, type Socket } from "node:net"

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

/** Starts the mailbox, empty. `keywords`: whether it keeps flags of our own. */
export async function startImapPeer({ keywords = true }: { keywords?: boolean } = {}): Promise<ImapPeer> {
  const messages: Message[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on("close", () => sockets.delete(socket))
    socket.on("error", () => {})
    converse(socket, messages, keywords)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" ? address?.port : 0
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `imap://user:password@127.0.0.1:${port}/INBOX`,
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

function converse(socket: Socket, messages: Message[], keywords: boolean): void {
  let waiting = ""
  let idle = ""
  socket.write("* OK [CAPABILITY IMAP4rev1 IDLE UIDPLUS] ready\r\n")
  socket.on("data", (chunk) => {
    waiting += chunk.toString("latin1")
    for (let end = waiting.indexOf("\r\n"); end >= 0; end = waiting.indexOf("\r\n")) {
      const said = waiting.slice(0, end)
      waiting = waiting.slice(end + 2)
      if (/^done$/i.test(said)) socket.write(`${idle} OK done\r\n`)
      else {
        const [tag = "*", ...words] = said.split(" ")
        if (/^idle$/i.test(words[0] ?? "")) idle = tag
        answer(socket, messages, keywords, tag, words.join(" "))
      }
    }
  })
}

function answer(socket: Socket, messages: Message[], keywords: boolean, tag: string, command: string): void {
  const uids = (list: string) => messages.filter(({ uid }) => list.split(",").some((range) => within(uid, range)))
  if (/^idle/i.test(command)) return void socket.write("+ idling\r\n")
  if (/^capability/i.test(command)) socket.write("* CAPABILITY IMAP4rev1 IDLE UIDPLUS\r\n")
  if (/^list/i.test(command)) socket.write('* LIST (\\HasNoChildren) "/" INBOX\r\n')
  if (/^(select|examine)/i.test(command)) {
    socket.write(
      `* FLAGS (\\Seen \\Deleted)\r\n* OK [PERMANENTFLAGS (\\Seen \\Deleted${keywords ? " \\*" : ""})] ok\r\n* ${messages.length} EXISTS\r\n`,
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

function within(uid: number, range: string): boolean {
  const [first, last = first] = range.split(":")
  return uid >= Number(first) && uid <= Number(last)
}
