import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { assembly, withPost } from "../../../../tests/letters.ts"
import { type World, world } from "../../../../tests/world.ts"
import { receiveMail } from "../../post/contract.ts"
import { rescheduleMeeting } from "../reschedule.ts"
import { conveneMeeting } from "./convene.ts"
import { readConvocation } from "./read-convocation.ts"

describe("what comes back by mail", () => {
  let w: World
  let post: Awaited<ReturnType<typeof withPost>>
  before(async () => {
    w = await world()
    post = await withPost(w)
  })
  after(async () => {
    await post.stop()
    await w.end()
  })

  const convened = async () => {
    const meetingId = await assembly(w)
    await w.do(conveneMeeting, { meetingId }, w.people.amina)
    await post.send()
    return meetingId
  }
  const dario = async (meetingId: string) =>
    (await w.ask(readConvocation, { meetingId }, w.people.amina)).invitations.find(
      ({ person_id }) => person_id === w.people.dario.personId,
    )!
  const receive = (lines: string[], key: string) =>
    receiveMail({ raw: Buffer.from(lines.join("\r\n")), key }, { db: w.db, equipment: post.equipment, now: w.now })
  const token = async (meetingId: string) => (await dario(meetingId)).sending_id!.replaceAll("-", "")
  const reply = (meetingId: string, partstat: string, { from = "dario@lisle.example", sequence = 0 } = {}) => [
    `From: ${from}`,
    "To: secretariat@lisle.example",
    "Subject: Accepted",
    "MIME-Version: 1.0",
    'Content-Type: text/calendar; method=REPLY; charset="utf-8"',
    "",
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "METHOD:REPLY",
    "BEGIN:VEVENT",
    `UID:${meetingId}@permanence`,
    `SEQUENCE:${sequence}`,
    "DTSTAMP:20260502T100000Z",
    `ATTENDEE;PARTSTAT=${partstat}:mailto:dario@lisle.example`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]

  it("takes the answer of a calendar, once, from whom it speaks for", async () => {
    const meetingId = await convened()
    assert.equal(await receive(reply(meetingId, "ACCEPTED", { from: "someone@else.example" }), "m1"), "calendar_reply")
    assert.equal((await dario(meetingId)).answer, null)
    await receive(reply(meetingId, "DECLINED"), "m2")
    assert.deepEqual([(await dario(meetingId)).answer, (await dario(meetingId)).answered_by], ["excused", "calendar"])
    await receive(reply(meetingId, "ACCEPTED"), "m3")
    assert.equal(await receive(reply(meetingId, "DECLINED"), "m2"), "again")
    assert.equal((await dario(meetingId)).answer, "present")
  })

  it("leaves an answer to the day of before where it is", async () => {
    const meetingId = await convened()
    await w.do(rescheduleMeeting, { meetingId, day: "2026-05-28", at: "19:30" }, w.people.amina)
    await receive(reply(meetingId, "ACCEPTED", { sequence: 0 }), "n1")
    assert.equal((await dario(meetingId)).answer, null)
    await receive(reply(meetingId, "ACCEPTED", { sequence: 1 }), "n2")
    assert.equal((await dario(meetingId)).answer, "present")
  })

  it("shows the words people write back beside their name", async () => {
    const meetingId = await convened()
    const lines = [
      "From: dario@lisle.example",
      `To: secretariat+${await token(meetingId)}@lisle.example`,
      "Subject: Re: Convocation",
      "",
      "J'arriverai à 20 h.",
      "",
    ]
    assert.equal(await receive(lines, "h1"), "human")
    assert.deepEqual(
      [(await dario(meetingId)).answer_note, (await dario(meetingId)).answer],
      ["J'arriverai à 20 h.", null],
    )
  })

  it("marks a letter that came back, with the words of the other server", async () => {
    const meetingId = await convened()
    const bounce = [
      "From: MAILER-DAEMON@relay.example",
      `To: secretariat+${await token(meetingId)}@lisle.example`,
      "Subject: Undelivered Mail Returned to Sender",
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "It failed.",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; relay.example",
      "",
      "Final-Recipient: rfc822; dario@lisle.example",
      "Action: failed",
      "Status: 5.1.1",
      "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
      "",
      "--b--",
      "",
    ]
    assert.equal(await receive(bounce, "b1"), "bounce")
    const { state, bounce: words } = await dario(meetingId)
    assert.equal(state, "bounced")
    assert.match(words!, /5\.1\.1.*User unknown/)
  })

  it("is about nothing of ours for anything else", async () => {
    assert.equal(await receive(["From: x@y.example", "Subject: Promo", "", "Achetez."], "z1"), "unknown")
    assert.equal(await receive(["\u0000\u0001"], "z2"), "unknown")
  })
})
