import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { assembly, withPost } from "../../../../tests/letters.ts"
import type { ParsedMail } from "../../../../tests/smtp-peer-client.ts"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { openMeeting } from "../attendance/open.ts"
import { readHold } from "../attendance/read-hold.ts"
import { readMeeting } from "../read-meeting.ts"
import { rescheduleMeeting } from "../reschedule.ts"
import { conveneMeeting } from "./convene.ts"
import { inviteGuest } from "./invite-guest.ts"
import { readConvocation } from "./read-convocation.ts"
import { withdrawGuest } from "./withdraw-guest.ts"

const expert = { given_name: "Irène", family_name: "Castel", email: "irene.castel@etudes.example" }

describe("guests of a meeting", () => {
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

  const invite = (meetingId: string, who: unknown) => w.do(inviteGuest, { meetingId, who }, w.people.amina)
  const calendar = ({ attachments }: ParsedMail) => {
    const { content } = attachments.find(({ mimeType }) => mimeType === "text/calendar")!
    return typeof content === "string" ? content : new TextDecoder().decode(content)
  }
  const convocation = (meetingId: string) => w.ask(readConvocation, { meetingId }, w.people.amina)

  it("from outside become contacts of the body, and stay on the list until the convocation leaves", async () => {
    const meetingId = await assembly(w)
    const { personId } = await invite(meetingId, expert)
    const { people, counts } = await convocation(meetingId)
    const listed = people.find(({ person_id }) => person_id === personId)!
    assert.deepEqual([listed.name, listed.is_guest, listed.voting], ["Irène Castel", true, false])
    assert.equal(counts.guests, 1)
    const rings = await w.look((tx) =>
      tx.selectFrom("memberships").select(["ring", "body_id"]).where("person_id", "=", personId).execute(),
    )
    assert.deepEqual(rings, [{ ring: "contact", body_id: w.lisle }])
    await w.do(withdrawGuest, { meetingId, personId }, w.people.amina)
    assert.equal((await convocation(meetingId)).counts.guests, 0)
  })

  it("are not entered twice: an address that is known is that person", async () => {
    const meetingId = await assembly(w)
    const { personId } = await invite(meetingId, { ...expert, email: "IRENE.Castel@etudes.example" })
    await assert.rejects(invite(meetingId, expert), { code: "guests.already_invited" })
    await assert.rejects(invite(meetingId, { personId }), { code: "guests.already_invited" })
    await assert.rejects(invite(meetingId, { personId: w.people.dario.personId }), { code: "guests.already_convened" })
  })

  it("get the convocation, and attend without a vote", async () => {
    const meetingId = await assembly(w)
    const { personId } = await invite(meetingId, { ...expert, email: "invitee@etudes.example" })
    await w.do(conveneMeeting, { meetingId }, w.people.amina)
    await post.send()
    const [letter] = await post.peer.messagesTo("invitee@etudes.example")
    assert.ok(letter?.attachments.some(({ mimeType }) => mimeType === "text/calendar"))
    const { invitations, counts } = await convocation(meetingId)
    assert.equal(invitations.find(({ person_id }) => person_id === personId)!.is_guest, true)
    assert.equal(counts.guests, 1)
    const { amina, dario } = w.people
    const now = Temporal.Instant.from("2026-05-21T17:35:00Z")
    await w.do(openMeeting, { meetingId, chairId: dario.personId, scribeId: amina.personId }, amina, { now })
    const held = await w.ask(readHold, { meetingId }, amina, now)
    const there = held.people.find(({ person_id }) => person_id === personId)!
    assert.deepEqual([there.name, there.voting], ["Irène Castel", false])
    await assert.rejects(invite(meetingId, { ...expert, email: "late@etudes.example" }), { code: "meetings.open" })
    await assert.rejects(w.do(withdrawGuest, { meetingId, personId }, w.people.amina), { code: "meetings.open" })
  })

  it("withdrawn after the convocation are told, leave their calendar, and what they had been sent stays", async () => {
    const meetingId = await assembly(w)
    const email = "withdrawn@etudes.example"
    const { personId } = await invite(meetingId, { ...expert, email })
    await w.do(conveneMeeting, { meetingId }, w.people.amina)
    await post.send()
    await w.do(withdrawGuest, { meetingId, personId }, w.people.amina)
    await post.send()
    const [convened, told, ...more] = await post.peer.messagesTo(email)
    assert.equal(more.length, 0)
    assert.match(told!.subject!, /^Invitation retirée/)
    assert.match(told!.text!, /vous n’y êtes plus attendu/)
    assert.doesNotMatch(told!.text!, /Je viens|Ordre du jour/)
    const [was, now] = [calendar(convened!), calendar(told!)]
    assert.match(now, /METHOD:CANCEL/)
    assert.doesNotMatch(now, /STATUS:/, "the meeting stands for the others (RFC 5546 §3.2.5)")
    assert.equal(/UID:.*/.exec(now)![0], /UID:.*/.exec(was)![0])
    const { invitations, withdrawn, counts } = await convocation(meetingId)
    assert.ok(invitations.every(({ person_id }) => person_id !== personId))
    assert.equal(counts.guests, 0)
    assert.deepEqual(
      withdrawn.map(({ name, state, convened_at }) => [name, state, convened_at !== null]),
      [["Irène Castel", "accepted", true]],
    )
    const proof = await w.look((tx) =>
      tx.selectFrom("sendings").select(["kind", "state"]).where("person_id", "=", personId).orderBy("id").execute(),
    )
    assert.deepEqual(
      proof.map(({ kind, state }) => [kind, state]),
      [
        ["convocation", "accepted"],
        ["withdrawal", "accepted"],
      ],
    )
    await w.do(rescheduleMeeting, { meetingId, day: "2026-05-28", at: "19:30" }, w.people.amina)
    await post.send()
    assert.equal((await post.peer.messagesTo(email)).length, 2, "they hear of nothing more")
  })

  it("withdrawn before their letter left hear nothing, and may be invited again", async () => {
    const meetingId = await assembly(w)
    await w.do(conveneMeeting, { meetingId }, w.people.amina)
    const email = "again@etudes.example"
    const { personId } = await invite(meetingId, { ...expert, email })
    await w.do(withdrawGuest, { meetingId, personId }, w.people.amina)
    await post.send()
    assert.deepEqual(await post.peer.messagesTo(email), [])
    assert.deepEqual(
      (await convocation(meetingId)).withdrawn.map(({ convened_at, state }) => [convened_at, state]),
      [[null, null]],
    )
    await invite(meetingId, { personId })
    await post.send()
    assert.match((await post.peer.messagesTo(email))[0]!.subject!, /^Convocation/)
    const { withdrawn, invitations } = await convocation(meetingId)
    assert.equal(withdrawn.length, 0)
    assert.ok(invitations.some(({ person_id, is_guest }) => person_id === personId && is_guest))
  })

  it("are not people convened with a vote", async () => {
    const meetingId = await assembly(w, { key: "working-group", day: "2026-06-20" })
    const personId = w.people.dario.personId!
    await w.do(conveneMeeting, { meetingId, guestIds: [personId] }, w.people.amina)
    const { invitations } = await convocation(meetingId)
    assert.equal(invitations.find(({ person_id }) => person_id === personId)!.voting, true)
    await assert.rejects(w.do(withdrawGuest, { meetingId, personId }, w.people.amina), { code: "guests.has_a_vote" })
  })

  it("invited after the convocation get theirs at once", async () => {
    const meetingId = await assembly(w)
    await w.do(conveneMeeting, { meetingId }, w.people.amina)
    const { personId } = await invite(meetingId, { ...expert, email: "after@etudes.example" })
    await post.send()
    assert.equal((await post.peer.messagesTo("after@etudes.example")).length, 1)
    assert.equal(
      (await convocation(meetingId)).invitations.find(({ person_id }) => person_id === personId)!.voting,
      false,
    )
    await assert.rejects(invite(meetingId, { personId: w.people.dario.personId }), { code: "guests.already_convened" })
  })

  it("without an address are missed on the page that prepares and on the one that convenes, alike", async () => {
    const meetingId = await assembly(w)
    await w.look((tx) =>
      tx.updateTable("people").set({ email: null }).where("id", "=", w.people.dario.personId!).execute(),
    )
    const { missing } = await w.ask(readMeeting, { meetingId }, w.people.amina)
    assert.ok(missing.some(({ key }) => key === "meetings.missing.address"))
    assert.deepEqual(missing, (await convocation(meetingId)).missing)
    const ofDario = await w.ask(readConvocation, { meetingId }, w.people.dario)
    assert.ok(
      ofDario.missing.every(({ key }) => key !== "meetings.missing.address"),
      "names are for who convenes",
    )
  })

  it("see nothing of the body they are a contact of", async () => {
    const meetingId = await assembly(w)
    const { personId } = await invite(meetingId, { ...expert, email: "curious@etudes.example" })
    await assert.rejects(w.ask(readMeeting, { meetingId }, w.as(personId)), { code: "not_found" })
  })
})

describe("guests.invite, by whom", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())
  const outside = (n: number) => ({ ...expert, email: `guest${n}@etudes.example` })
  let n = 0
  trio(
    () => w,
    [
      {
        command: inviteGuest,
        capability: "meetings.convene",
        input: async (at) => ({ meetingId: await assembly(at), who: outside(n++) }),
      },
      {
        command: withdrawGuest,
        capability: "meetings.convene",
        input: async (at) => {
          const meetingId = await assembly(at)
          const { personId } = await at.do(inviteGuest, { meetingId, who: outside(n++) }, at.people.amina)
          return { meetingId, personId }
        },
      },
    ],
  )
})
