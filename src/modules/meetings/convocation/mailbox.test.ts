import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { setTimeout } from "node:timers/promises"
import { getCACertificates, setDefaultCACertificates } from "node:tls"
import ICAL from "ical.js"
import { selfSigned } from "../../../../tests/certificate.ts"
import { type ImapPeer, startImapPeer } from "../../../../tests/imap-peer.ts"
import { convenedAssembly, withPost } from "../../../../tests/letters.ts"
import { returned } from "../../../../tests/returned.ts"
import type { ParsedMail } from "../../../../tests/smtp-peer-client.ts"
import { type World, world } from "../../../../tests/world.ts"
import { postman } from "../../post/worker.ts"
import { readConvocation } from "./read-convocation.ts"

// Everything that comes back is made from what really left: addresses, numbers and invitation are read in the letter.
describe("the mailbox that is read", () => {
  let w: World
  let post: Awaited<ReturnType<typeof withPost>>
  let peer: ImapPeer
  let meetingId: string
  const ending = new AbortController()
  const told: string[] = []
  let reading: Promise<void>

  before(async () => {
    const certificate = selfSigned()
    setDefaultCACertificates([...getCACertificates("bundled"), certificate.cert])
    w = await world()
    post = await withPost(w)
    peer = await startImapPeer({ certificate, secure: true })
    post.equipment.office.inbox = peer.url
    meetingId = await convenedAssembly(w, post)
    const { equipment } = post
    const log = (line: string) => void told.push(line)
    reading = postman.run({ db: w.db, equipment, signal: ending.signal, log })
  })
  after(async () => {
    ending.abort()
    await reading
    await peer.stop()
    await post.stop()
    await w.end()
    setDefaultCACertificates(getCACertificates("bundled"))
  })

  const letterTo = async (name: string): Promise<ParsedMail> =>
    (await post.peer.messagesTo(`${name}@lisle.example`)).at(-1)!
  const shown = async (name: string) =>
    (await w.ask(readConvocation, { meetingId }, w.people.amina)).invitations.find((one) => one.name.startsWith(name))!
  const until = async <T>(look: () => Promise<T>, holds: (found: T) => unknown): Promise<T> => {
    const limit = Date.now() + 10_000
    let found = await look()
    while (!holds(found) && Date.now() < limit) {
      await setTimeout(50)
      found = await look()
    }
    assert.ok(holds(found), `after 10 s: ${JSON.stringify({ found, told, flags: peer.flags() })}`)
    return found
  }
  const message = (lines: string[]) => peer.put(`${lines.join("\r\n")}\r\n`)

  it("shows what a calendar answers as the answer of the person invited", async () => {
    const sent = await letterTo("dario")
    const ics = sent.attachments.find(({ mimeType }) => mimeType === "text/calendar")!
    const text = typeof ics.content === "string" ? ics.content : new TextDecoder().decode(ics.content)
    const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")!
    const mailto = (property: string) => String(event.getFirstPropertyValue(property)).replace("mailto:", "")
    message([
      `From: Dario <${mailto("attendee")}>`,
      `To: ${mailto("organizer")}`,
      "Subject: Accepted: Assemblee de printemps",
      "MIME-Version: 1.0",
      'Content-Type: text/calendar; method=REPLY; charset="utf-8"',
      "",
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Somebody//Calendar//EN",
      "METHOD:REPLY",
      "BEGIN:VEVENT",
      `UID:${String(event.getFirstPropertyValue("uid"))}`,
      `SEQUENCE:${String(event.getFirstPropertyValue("sequence"))}`,
      "DTSTAMP:20260502T100000Z",
      `ORGANIZER:mailto:${mailto("organizer")}`,
      `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${mailto("attendee")}`,
      "END:VEVENT",
      "END:VCALENDAR",
    ])
    const { answer, answered_by } = await until(
      () => shown("Dario"),
      (one) => one.answer,
    )
    assert.deepEqual([answer, answered_by], ["present", "calendar"])
    assert.equal((await shown("Amina")).answer, null, "nobody else answered")
  })

  it("shows the words somebody writes back beside their name", async () => {
    const sent = await letterTo("dario")
    message([
      "From: dario@lisle.example",
      `To: ${sent.replyTo![0]!.address}`,
      `In-Reply-To: ${sent.messageId}`,
      "Subject: Re: Convocation",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Je viens avec les chiffres.",
    ])
    const { answer_note } = await until(
      () => shown("Dario"),
      (one) => one.answer_note,
    )
    assert.equal(answer_note, "Je viens avec les chiffres.")
    assert.equal((await shown("Amina")).answer_note, null)
  })

  it("shows a letter that came back to the address of its envelope, with the words of the other server", async () => {
    const sent = await letterTo("amina")
    message(
      returned({
        to: sent.envelope.from,
        recipient: "amina@lisle.example",
        status: "5.2.2",
        words: "552 5.2.2 Mailbox full",
      }),
    )
    const { bounce } = await until(
      () => shown("Amina"),
      (one) => one.state === "bounced",
    )
    assert.match(bounce!, /5\.2\.2.*Mailbox full/)
    assert.equal((await shown("Dario")).state, "accepted")
  })

  it("marks each message as taken, and complains of nothing", async () => {
    await until(
      async () => peer.flags(),
      (flags) => flags.length === 3 && flags.every((one) => one.includes("$PermanenceTaken")),
    )
    assert.deepEqual(told, [])
  })
})
