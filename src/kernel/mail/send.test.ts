import assert from "node:assert/strict"
import { Readable } from "node:stream"
import { after, before, describe, it } from "node:test"
import { startSmtpPeer, type SmtpPeer } from "../../../tests/smtp-peer-client.ts"
import { writeCalendar } from "../calendar/write.ts"
import type { Letter, Mailer } from "./message.ts"
import { mailer, noRelay, outcomeOf } from "./send.ts"

const now = () => Temporal.Instant.from("2026-09-01T08:00:00Z")
const from = { name: "Section de Lisle", address: "secretariat@lisle.example" }
let peer: SmtpPeer
let post: Mailer

before(async () => {
  peer = await startSmtpPeer({ slow: 800 })
  post = mailer({ smtpUrl: peer.url, from, now, patience: 2000 })
})
after(async () => {
  post.close()
  await peer.stop()
})

const letterTo = (address: string, more: Partial<Letter> = {}): Letter => ({
  to: { name: "Amina Zérhouni", address },
  subject: "Convocation : assemblée générale",
  text: "Bonjour Amina",
  html: "<p>Bonjour Amina</p>",
  message_id: `letter-for-${address}`,
  ...more,
})

describe("mailer.send", () => {
  it("hands a letter over with its words, its file and its invitation", async () => {
    const receipt = await post.send(
      letterTo("amina@lisle.example", {
        reply_to: { address: "reply+abc@lisle.example" },
        return_path: "bounce+abc@lisle.example",
        attachments: [
          { filename: "ordre du jour.pdf", type: "application/pdf", content: new TextEncoder().encode("%PDF-") },
        ],
        ics: { method: "REQUEST", content: "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n" },
        unsubscribe: { url: "https://lisle.example/stop/abc", one_click: true },
        list_id: "assemblee.lisle.example",
        automatic: true,
      }),
    )
    assert.equal(receipt.state, "accepted")
    assert.match(receipt.server_answer, /^250 /)
    assert.deepEqual([receipt.message_id, receipt.at], ["letter-for-amina@lisle.example", now()])
    const [mail] = await peer.messagesTo("amina@lisle.example")
    assert.equal(mail?.subject, "Convocation : assemblée générale")
    assert.deepEqual(mail.from, { name: from.name, address: from.address })
    assert.equal(mail.envelope.from, "bounce+abc@lisle.example")
    assert.equal(mail.replyTo?.[0]?.address, "reply+abc@lisle.example")
    assert.equal(mail.messageId, "<letter-for-amina@lisle.example>")
    assert.match(mail.text ?? "", /Bonjour Amina/)
    assert.match(mail.html ?? "", /<p>Bonjour Amina<\/p>/)
    assert.deepEqual(
      mail.attachments.map(({ filename, mimeType }) => [filename, mimeType]),
      [
        [null, "text/calendar"],
        ["ordre du jour.pdf", "application/pdf"],
        ["invitation.ics", "application/ics"],
      ],
    )
    const header = (key: string) => mail.headers.find((candidate) => candidate.key === key)?.value
    assert.equal(header("list-unsubscribe"), "<https://lisle.example/stop/abc>")
    assert.equal(header("list-unsubscribe-post"), "List-Unsubscribe=One-Click")
    assert.equal(header("list-id"), "<assemblee.lisle.example>")
    assert.equal(header("auto-submitted"), "auto-generated")
  })

  it("tells a refusal of the address from a refusal of the letter", async () => {
    const unknown = await post.send(letterTo("refuse@lisle.example"))
    assert.deepEqual([unknown.state, unknown.about], ["refused", "recipient"])
    assert.match(unknown.server_answer, /^550 5\.1\.1 No such person/)
    const unwanted = await post.send(letterTo("unwanted@lisle.example"))
    assert.deepEqual([unwanted.state, unwanted.about], ["refused", "letter"])
  })

  it("puts off what the server asks to put off, and is taken the next time", async () => {
    const busy = await post.send(letterTo("busy@lisle.example"))
    assert.deepEqual([busy.state, busy.about], ["deferred", "recipient"])
    assert.match(busy.server_answer, /^450 /)
    assert.equal((await post.send(letterTo("later@lisle.example"))).state, "deferred")
    assert.equal((await post.send(letterTo("later@lisle.example"))).state, "accepted")
    assert.equal((await peer.messagesTo("later@lisle.example")).length, 1)
  })

  it("puts off a letter cut in its middle: the server cannot have it", async () => {
    const content = new Uint8Array(8_000_000)
    const attachments = [{ filename: "dossier.bin", type: "application/octet-stream", content }]
    const receipt = await post.send(letterTo("cut@lisle.example", { attachments }))
    assert.deepEqual([receipt.state, receipt.about], ["deferred", "relay"])
  })

  it("does not know when the connection ends after the letter and before the answer, and does not send it again", async () => {
    const receipt = await post.send(letterTo("silent@lisle.example"))
    assert.equal(receipt.state, "unknown")
    assert.equal((await peer.messagesTo("silent@lisle.example")).length, 1)
    assert.equal((await peer.attempts()).filter(({ address }) => address === "silent@lisle.example").length, 1)
  })

  it("waits for a slow server, within its patience", async () => {
    assert.equal((await post.send(letterTo("slow@lisle.example"))).state, "accepted")
    const hasty = mailer({ smtpUrl: peer.url, from, now, patience: 400 })
    assert.equal((await hasty.send(letterTo("slow.too@lisle.example"))).state, "unknown")
    hasty.close()
  })

  it("opens an attachment anew at each attempt", async () => {
    let opened = 0
    const content = () => {
      opened++
      return Readable.from([Buffer.from("procès-"), Buffer.from("verbal")])
    }
    const letter = letterTo("later.file@lisle.example", {
      attachments: [{ filename: "pv.txt", type: "text/plain", content }],
    })
    assert.equal((await post.send(letter)).state, "deferred")
    assert.equal((await post.send(letter)).state, "accepted")
    assert.equal(opened, 2)
    const [mail] = await peer.messagesTo("later.file@lisle.example")
    assert.equal(Buffer.from(mail?.attachments[0]?.content as ArrayBuffer).toString(), "procès-verbal")
  })

  it("gives each of many people an outcome of their own", async () => {
    const people = Array.from(
      { length: 60 },
      (_, n) => `${n % 10 === 3 ? "refuse" : n % 10 === 7 ? "silent" : "many"}.${n}@lisle.example`,
    )
    const states = await Promise.all(people.map(async (address) => (await post.send(letterTo(address))).state))
    const expected = people.map((a) =>
      a.startsWith("refuse") ? "refused" : a.startsWith("silent") ? "unknown" : "accepted",
    )
    assert.deepEqual(states, expected)
    const taken = (await peer.messages())
      .flatMap(({ envelope }) => envelope.to)
      .filter((address) => people.includes(address))
    assert.deepEqual(taken.toSorted(), people.filter((a) => !a.startsWith("refuse")).toSorted())
  })

  it("carries an invitation unchanged, as the part Outlook acts on and as a file", async () => {
    const at = Temporal.ZonedDateTime.from("2026-03-20T19:00[Europe/Brussels]")
    const content = writeCalendar({
      method: "REQUEST",
      events: [
        {
          uid: "meeting-1@lisle.example",
          stamp: now(),
          start: at,
          end: at.add({ hours: 2 }),
          summary: "Assemblée générale — élection du bureau, « Salle Voltaire »",
          organizer: from,
          attendees: [{ address: "invited@lisle.example" }],
        },
      ],
    })
    await post.send(letterTo("invited@lisle.example", { ics: { method: "REQUEST", content } }))
    const [mail] = await peer.messagesTo("invited@lisle.example")
    const carried = mail?.attachments.map((part) => [
      part.mimeType,
      part.method,
      Buffer.from(part.content as ArrayBuffer)
        .toString()
        .replace(/\r?\n/g, "\r\n"),
    ])
    assert.deepEqual(carried, [
      ["text/calendar", "REQUEST", content],
      ["application/ics", undefined, content],
    ])
  })

  it("sends over a new connection when the relay closed the idle one", async () => {
    const first = await startSmtpPeer()
    const patient = mailer({ smtpUrl: first.url, from, now })
    assert.equal((await patient.send(letterTo("before@lisle.example"))).state, "accepted")
    await first.stop()
    const second = await startSmtpPeer({ port: first.port })
    assert.equal((await patient.send(letterTo("after@lisle.example"))).state, "accepted")
    assert.equal(await second.count(), 1)
    patient.close()
    await second.stop()
  })

  it("cannot be made to write another header by a name or a subject", async () => {
    await post.send(
      letterTo("bcc@lisle.example", {
        subject: "A\r\nBcc: all@x.example",
        to: { name: "x\r\nX-Evil: 1", address: "bcc@lisle.example" },
      }),
    )
    const [mail] = await peer.messagesTo("bcc@lisle.example")
    assert.deepEqual(
      mail?.headers.filter(({ key }) => key === "bcc" || key === "x-evil"),
      [],
    )
  })

  it("writes to nobody by a crooked address", async () => {
    const before = (await peer.attempts()).length
    const two = "one@x.example, two@x.example"
    for (const address of [
      two,
      "one@x.example>\r\nRCPT TO:<two@x.example",
      "one@x.example\r\nDATA",
      "A <a@x.example>",
      "",
      "nobody",
      "a@b@c",
    ]) {
      const receipt = await post.send(letterTo(address, { message_id: "crooked@lisle.example" }))
      assert.deepEqual([receipt.state, receipt.about], ["refused", "recipient"], JSON.stringify(address))
    }
    const answered = await post.send(letterTo("straight@x.example", { reply_to: { address: two } }))
    assert.deepEqual([answered.state, answered.about], ["refused", "letter"])
    assert.equal((await peer.attempts()).length, before)
  })

  it("puts off everything while the relay is down, and says so", async () => {
    const gone = mailer({ smtpUrl: "smtp://127.0.0.1:1", from, now })
    const receipt = await gone.send(letterTo("amina@lisle.example"))
    assert.deepEqual([receipt.state, receipt.about], ["deferred", "relay"])
    const trouble = await gone.trouble()
    assert.equal(trouble?.kind, "unreachable")
    assert.match(trouble.said, /ECONNREFUSED/)
    assert.equal(await post.trouble(), undefined)
    gone.close()
  })
})

describe("a letter's outcome", () => {
  const failed = (facts: object) => Object.assign(new Error("words"), facts)
  it("blames nobody's address for a wrong password or a refused sender", () => {
    const password = outcomeOf(
      failed({ code: "EAUTH", responseCode: 535, response: "535 no", command: "AUTH PLAIN" }),
      false,
    )
    assert.deepEqual(password, { state: "deferred", about: "relay", server_answer: "535 no" })
    const sender = outcomeOf(
      failed({ code: "EENVELOPE", responseCode: 550, response: "550 no", command: "MAIL FROM" }),
      false,
    )
    assert.deepEqual(sender, { state: "deferred", about: "relay", server_answer: "550 no" })
  })
  it("is a refusal when the letter is too large", () => {
    const large = outcomeOf(
      failed({ code: "EENVELOPE", responseCode: 552, response: "552 large", command: "MAIL FROM" }),
      false,
    )
    assert.deepEqual([large.state, large.about], ["refused", "letter"])
  })
})

describe("mailer without a relay", () => {
  it("keeps the letter and says so", async () => {
    assert.deepEqual(await noRelay({ now }).send(letterTo("amina@lisle.example")), {
      state: "kept",
      server_answer: "",
      message_id: "letter-for-amina@lisle.example",
      at: now(),
    })
  })
})
