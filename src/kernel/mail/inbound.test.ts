import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { readInbound } from "./inbound.ts"
import { messageId, plusAddress } from "./token.ts"

const domain = "lisle.example"
const token = "k3m9x2q7w5t1"
const ours = `<${messageId(token, domain)}>`
const office = "secretariat@lisle.example"
const read = (...lines: string[]) => readInbound(new TextEncoder().encode(lines.join("\r\n")), { domain })

const report = (action: string, status: string, diagnostic: string, returned = `Message-ID: ${ours}`) => [
  "From: MAILER-DAEMON@mx.example",
  `To: ${office}`,
  "Subject: Undelivered Mail Returned to Sender",
  'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
  "",
  "--b",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "I'm sorry to have to inform you",
  "--b",
  "Content-Type: message/delivery-status",
  "",
  "Reporting-MTA: dns; mx.example",
  "Arrival-Date: Tue, 1 Sep 2026 10:00:00 +0200",
  "",
  "Final-Recipient: rfc822; boite.interne@mail.example",
  "Original-Recipient: rfc822;Amina@Lisle.example",
  `Action: ${action}`,
  `Status: ${status}`,
  "Remote-MTA:",
  `Diagnostic-Code: smtp; ${diagnostic}`,
  "",
  "--b",
  "Content-Type: text/rfc822-headers",
  "",
  returned,
  "To: amina@lisle.example",
  "",
  "--b--",
]

describe("a delivery report", () => {
  it("names the address we wrote to, the server's words, and the sending", async () => {
    const inbound = await read(...report("failed", "5.1.1", "550 5.1.1 <amina@lisle.example>: User unknown"))
    assert.equal(inbound.kind, "bounce")
    assert.equal(inbound.token, token)
    assert.deepEqual(inbound.kind === "bounce" && inbound.recipients, [
      {
        address: "amina@lisle.example",
        delivery: "failed",
        permanent: true,
        status: "5.1.1",
        diagnostic: "550 5.1.1 <amina@lisle.example>: User unknown",
      },
    ])
  })

  const first = async (...lines: string[]) => {
    const inbound = await read(...lines)
    const [recipient] = inbound.kind === "bounce" ? inbound.recipients : []
    return recipient && [recipient.delivery, recipient.permanent, recipient.status]
  }

  it("does not call dead an address whose box is full, or that refuses our words", async () => {
    assert.deepEqual(await first(...report("failed", "5.2.2", "552 5.2.2 Mailbox full")), ["failed", false, "5.2.2"])
    assert.deepEqual(await first(...report("failed", "5.7.1", "554 5.7.1 Spam")), ["failed", false, "5.7.1"])
    assert.deepEqual(await first(...report("failed", "4.4.7", "delivery time expired")), ["failed", false, "4.4.7"])
  })

  it("finds the truth in the words when the status says nothing", async () => {
    assert.deepEqual(await first(...report("failed", "5.0.0", "550 5.1.1 no such user")), ["failed", true, "5.1.1"])
  })

  it("tells a delay from a failure", async () => {
    assert.deepEqual(await first(...report("delayed", "4.4.1", "connection timed out")), ["delayed", false, "4.4.1"])
  })

  it("is no bounce when it says the letter arrived", async () => {
    assert.notEqual((await read(...report("delivered", "2.0.0", "250 ok"))).kind, "bounce")
  })

  it("comes back to its sending by the address for bounces alone", async () => {
    const lines = report("failed", "5.1.1", "550 unknown user", "Subject: x").map((line) =>
      line.replace(office, plusAddress(token, office)),
    )
    assert.equal((await read(...lines)).token, token)
  })
})

describe("an answer by calendar", () => {
  it("is read, with the words that came with it", async () => {
    const inbound = await read(
      "From: Amina <amina@lisle.example>",
      `To: ${plusAddress(token, office)}`,
      "Subject: Accepted: Assemblée",
      'Content-Type: multipart/alternative; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "J'arriverai à 20 h",
      "--b",
      'Content-Type: text/calendar; charset="utf-8"; method=REPLY',
      "",
      "BEGIN:VCALENDAR",
      "METHOD:REPLY",
      "BEGIN:VEVENT",
      "ATTENDEE;PARTSTAT=ACCEPTED:mailto:amina@lisle.example",
      "UID:meeting-1@lisle.example",
      "SEQUENCE:1",
      "END:VEVENT",
      "END:VCALENDAR",
      "--b--",
    )
    assert.equal(inbound.kind, "calendar_reply")
    assert.equal(inbound.token, token)
    assert.deepEqual(inbound.kind === "calendar_reply" && [inbound.reply.partstat, inbound.reply.uid, inbound.text], [
      "ACCEPTED",
      "meeting-1@lisle.example",
      "J'arriverai à 20 h",
    ])
  })

  // As Thunderbird 153 wrote it, in answer to an invitation of ours; its zone and description are left out.
  it("is read as Thunderbird writes it, twice in one letter", async () => {
    const calendar = [
      "BEGIN:VCALENDAR",
      "PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN",
      "VERSION:2.0",
      "METHOD:REPLY",
      "BEGIN:VEVENT",
      "LAST-MODIFIED:20261126T030631Z",
      "DTSTAMP:20261126T030631Z",
      "UID:01a215cf-7235-7403-96ca-1f3990e57089@permanence",
      "SUMMARY:Assemblée générale d’été : élections\\, « budget » \\; comp",
      " tes\\, vœux · Locale de Lisle",
      "STATUS:CONFIRMED",
      "ORGANIZER;CN=Locale de Lisle:mailto:secretariat@lisle.example",
      "ATTENDEE;CN=Dario Lemmens;PARTSTAT=DECLINED;CUTYPE=INDIVIDUAL;ROLE=REQ-PART",
      " ICIPANT:mailto:dario@lisle.example",
      "DTSTART;TZID=Europe/Brussels:20261020T193000",
      "DTEND;TZID=Europe/Brussels:20261020T213000",
      "SEQUENCE:2",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]
    const inbound = await read(
      "MIME-version: 1.0",
      "From: Dario Lemmens <dario@lisle.example>",
      "Message-ID: <71e6e97b-d5d1-4e25-8608-460e195f5649@lisle.example>",
      `To: Locale de Lisle <${office}>`,
      "Subject: =?UTF-8?B?UmVmdXPDqWUgOiBBc3NlbWJsw6ll?=",
      'Content-type: multipart/mixed; boundary="Boundary_(ID_qyG4ZdjoAsiZ+Jo19dCbWQ)"',
      "",
      "",
      "--Boundary_(ID_qyG4ZdjoAsiZ+Jo19dCbWQ)",
      "Content-type: multipart/alternative;",
      ' boundary="Boundary_(ID_ryU4ZdJoASiZ+Jo21dCbwA)"',
      "",
      "",
      "--Boundary_(ID_ryU4ZdJoASiZ+Jo21dCbwA)",
      "Content-type: text/plain; charset=UTF-8",
      "Content-transfer-encoding: 8BIT",
      "",
      "Dario Lemmens <dario@lisle.example> a refusé votre invitation.",
      "",
      "",
      "--Boundary_(ID_ryU4ZdJoASiZ+Jo21dCbwA)",
      "Content-type: text/calendar; method=REPLY; charset=UTF-8",
      "Content-transfer-encoding: 8BIT",
      "",
      ...calendar,
      "",
      "--Boundary_(ID_ryU4ZdJoASiZ+Jo21dCbwA)--",
      "",
      "--Boundary_(ID_qyG4ZdjoAsiZ+Jo19dCbWQ)",
      "Content-type: application/ics; name=invite.ics",
      "Content-transfer-encoding: 8BIT",
      "Content-disposition: attachment; filename=invite.ics",
      "",
      ...calendar,
      "",
      "--Boundary_(ID_qyG4ZdjoAsiZ+Jo19dCbWQ)--",
    )
    assert.deepEqual(inbound.kind === "calendar_reply" && inbound.reply, {
      uid: "01a215cf-7235-7403-96ca-1f3990e57089@permanence",
      sequence: 2,
      attendee: "dario@lisle.example",
      partstat: "DECLINED",
      comment: undefined,
      recurrence_id: undefined,
    })
  })
})

describe("an automatic answer", () => {
  const headers = ["From: amina@lisle.example", `To: ${office}`, `In-Reply-To: ${ours}`]
  it("is known by its headers, and failing that by its subject", async () => {
    for (const sign of [
      "Auto-Submitted: auto-replied",
      "Precedence: bulk",
      "X-Autoreply: yes",
      "Return-Path: <>",
      "Subject: Réponse automatique : congé",
      "Subject: Automatisch antwoord: verlof",
    ]) {
      const inbound = await read(...headers, sign, "", "Je suis absente.")
      assert.deepEqual([inbound.kind, inbound.token], ["automatic", token], sign)
    }
  })
  it("is not what a person writes, even with Auto-Submitted: no", async () => {
    assert.equal(
      (await read(...headers, "Auto-Submitted: no", "Subject: Re: Absence du trésorier ?", "", "Oui.")).kind,
      "human",
    )
  })
})

describe("what a person answers", () => {
  it("is kept without the letter it answers, and with its files", async () => {
    const inbound = await read(
      "From: =?utf-8?q?Amina_Z=C3=A9rhouni?= <Amina@Lisle.example>",
      `To: ${office}`,
      "Subject: Re: Convocation",
      "Date: Tue, 1 Sep 2026 10:00:00 +0200",
      "Message-ID: <x@mail.example>",
      `References: <a@b> ${ours}`,
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Fait.",
      "",
      "Le mar. 1 sept. 2026 à 09:00, Section <secretariat@lisle.example> a écrit :",
      "> Bonjour",
      "--b",
      "Content-Type: application/pdf",
      "Content-Disposition: attachment; filename=note.pdf",
      "",
      "%PDF",
      "--b--",
    )
    assert.equal(inbound.kind, "human")
    assert.deepEqual(inbound.from, { name: "Amina Zérhouni", address: "amina@lisle.example" })
    assert.deepEqual(
      [inbound.token, inbound.message_id, inbound.at?.toString()],
      [token, "x@mail.example", "2026-09-01T08:00:00Z"],
    )
    assert.deepEqual(
      inbound.kind === "human" && [inbound.text, inbound.attachments.map(({ filename, type }) => [filename, type])],
      ["Fait.", [["note.pdf", "application/pdf"]]],
    )
  })

  it("is read from HTML when there is nothing else", async () => {
    const inbound = await read(
      "From: a@b.example",
      "Content-Type: text/html; charset=utf-8",
      "",
      "<p>Oui</p><div class=gmail_quote>non</div>",
    )
    assert.equal(inbound.kind === "human" && inbound.text, "Oui")
  })

  it("is not taken for one of ours by a Message-ID of elsewhere", async () => {
    assert.equal(
      (await read("From: a@b.example", `In-Reply-To: <${token}@elsewhere.example>`, "", "x")).token,
      undefined,
    )
  })
})

describe("a spoilt message", () => {
  it("never makes the reader fail", async () => {
    const whole = report("failed", "5.1.1", "550 unknown user").join("\r\n")
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(60), fc.uint8Array({ maxLength: 40 }), async (at, length, junk) => {
        const bytes = Buffer.concat([Buffer.from(whole.slice(0, at)), junk, Buffer.from(whole.slice(at + length))])
        assert.ok((await readInbound(bytes, { domain })).kind)
      }),
      { numRuns: 100 },
    )
    assert.ok((await readInbound(new Uint8Array(), { domain })).kind)
  })
})
