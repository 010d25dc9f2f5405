import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { readEvents } from "../../../kernel/calendar/read.ts"
import { assembly, withPost } from "../../../../tests/letters.ts"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { conveneMeeting } from "./convene.ts"
import { readConvocation } from "./read-convocation.ts"

describe("meetings.convene", () => {
  let w: World
  let post: Awaited<ReturnType<typeof withPost>>
  before(async () => {
    w = await world()
    await w.known(w.ines)
    post = await withPost(w)
  })
  after(async () => {
    await post.stop()
    await w.end()
  })

  const guestIds = () => [w.people.ines.personId!]

  it("shows the last day to send, the text that decides and how it is counted, before and through the API", async () => {
    const meetingId = await assembly(w)
    const seen = await w.ask(readConvocation, { meetingId }, w.people.amina)
    assert.equal(seen.deadline?.last_day?.toString(), "2026-05-06")
    assert.equal(seen.deadline?.days_left, 4)
    // No article is quoted for a value of ours: the body's own rules are named instead.
    assert.deepEqual([seen.deadline!.article, seen.deadline!.decided_by], [null, "ROI"])
    assert.ok(seen.deadline!.steps.length >= 2)
    assert.equal(seen.is_late, false)
    const plain = await w.ask(readConvocation, { meetingId }, w.people.dario)
    assert.deepEqual([plain.people, plain.may["meetings.convene"]], [[], false])
    assert.equal(plain.deadline?.last_day?.toString(), "2026-05-06")
  })

  it("writes to each person by themselves, with the agenda as PDF and an invitation for their calendar", async () => {
    const meetingId = await assembly(w)
    const seen = await w.ask(readConvocation, { meetingId, guestIds: guestIds() }, w.people.amina)
    assert.equal(seen.counts.people, 3)
    await w.do(conveneMeeting, { meetingId, guestIds: guestIds(), people: 3 }, w.people.amina)
    await post.send()
    for (const address of ["amina@lisle.example", "dario@lisle.example", "inès@lisle.example"]) {
      const [mail, ...others] = await post.peer.messagesTo(address)

      assert.deepEqual([address, others.length], [address, 0])
      assert.deepEqual(mail!.envelope.to, [address])
      assert.match(mail!.subject!, /^Convocation\u00a0: Assemblée de printemps, jeudi 21 mai 2026$/)
      assert.match(mail!.text!, /Piétonnisation de la place/)
      const pdf = mail!.attachments.find(({ mimeType }) => mimeType === "application/pdf")!
      assert.equal(new TextDecoder().decode((pdf.content as ArrayBuffer).slice(0, 5)), "%PDF-")
      const ics = mail!.attachments.find(({ mimeType }) => mimeType === "text/calendar")!
      const calendar = typeof ics.content === "string" ? ics.content : new TextDecoder().decode(ics.content)
      assert.match(calendar, /METHOD:REQUEST/)
      assert.match(calendar, new RegExp(`mailto:${address}`))
      const [event] = readEvents(calendar).events
      assert.deepEqual([event!.uid, event!.sequence], [`${meetingId}@permanence`, 0])
      assert.equal(event!.start.toString(), "2026-05-21T19:30:00+02:00[Europe/Brussels]")
    }
    const after = await w.ask(readConvocation, { meetingId }, w.people.amina)
    assert.deepEqual(
      after.invitations.map(({ state }) => state),
      ["accepted", "accepted", "accepted"],
    )
    assert.ok(after.invitations.every(({ server_answer, sent_at }) => server_answer?.startsWith("250") && sent_at))
  })
})

describe("meetings.convene, by whom", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())
  const input = async () => ({ meetingId: await assembly(w) })
  trio(() => w, [{ command: conveneMeeting, capability: "meetings.convene", input }])
})
