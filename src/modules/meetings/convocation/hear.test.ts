import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { convenedAssembly, withPost } from "../../../../tests/letters.ts"
import { returned } from "../../../../tests/returned.ts"
import { trio } from "../../../../tests/trio.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { type World, world } from "../../../../tests/world.ts"
import { receiveMail } from "../../post/contract.ts"
import { cancelMeeting } from "../cancel.ts"
import { rescheduleMeeting } from "../reschedule.ts"
import { readConvocation } from "./read-convocation.ts"
import { attributeStray, setStrayAside } from "./stray-answers.ts"
import { waiting } from "../waiting.ts"

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

  const convened = () => convenedAssembly(w, post)
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

  it("keeps a maybe beside the name, as no answer", async () => {
    const meetingId = await convened()
    await receive(reply(meetingId, "TENTATIVE"), `maybe ${meetingId}`)
    const { answer, answer_note } = await dario(meetingId)
    assert.deepEqual([answer, answer_note], [null, "Peut-être, répond son agenda."])
    await receive(reply(meetingId, "ACCEPTED"), `yes ${meetingId}`)
    await receive(reply(meetingId, "TENTATIVE"), `again ${meetingId}`)
    const later = await dario(meetingId)
    assert.deepEqual(
      [later.answer, later.answer_note],
      ["present", answer_note],
      "the answer stands, and the doubt is told",
    )
  })

  describe("from an address that is not the one convened", () => {
    const strays = async (meetingId: string) =>
      (await w.ask(readConvocation, { meetingId }, w.people.amina)).strays.map(
        ({ id, sender, answer, guess_name }) => ({
          id,
          told: [sender, answer, guess_name],
        }),
      )
    const alias = { from: "alias@elsewhere.example" }

    it("waits for the secretariat, who says in one click whose it is", async () => {
      const meetingId = await convened()
      await receive(reply(meetingId, "ACCEPTED", alias), `s1 ${meetingId}`)
      await receive(reply(meetingId, "DECLINED", alias), `s2 ${meetingId}`)
      const [stray, ...others] = await strays(meetingId)
      assert.deepEqual(
        [stray!.told, others.length],
        [[alias.from, "excused", "Dario Lemmens"], 0],
        "the last one stands",
      )
      assert.equal((await dario(meetingId)).answer, null)
      assert.deepEqual(
        (await w.ask(readConvocation, { meetingId }, w.people.dario)).strays,
        [],
        "not for members to read",
      )
      const waits = await inOrganisation(w.db, w.organisation, (db) =>
        waiting({ ...w.equipment, db, actor: w.people.amina, now: w.now }),
      )
      assert.ok(waits.some(({ key, at }) => key === "meetings.waiting.stray" && at?.includes(meetingId)))
      const said = { strayId: stray!.id, invitationId: (await dario(meetingId)).id }
      await w.do(attributeStray, said, w.people.amina)
      const { answer, answered_by } = await dario(meetingId)
      assert.deepEqual([answer, answered_by], ["excused", "secretariat"])
      assert.deepEqual(await strays(meetingId), [])
      await assert.rejects(w.do(attributeStray, said, w.people.amina), { code: "strays.settled" })
    })

    it("is taken when it answers the very letter, by address or by number", async () => {
      for (const head of [
        (letter: string) => `To: secretariat+${letter}@lisle.example`,
        (letter: string) => `In-Reply-To: <${letter}@lisle.example>`,
      ]) {
        const meetingId = await convened()
        const [, ...rest] = reply(meetingId, "ACCEPTED", alias)
        await receive([`From: ${alias.from}`, head(await token(meetingId)), ...rest], `t ${meetingId}`)
        assert.equal((await dario(meetingId)).answer, "present")
        assert.deepEqual(await strays(meetingId), [])
      }
    })

    it("does not answer for another whose letter one does not hold", async () => {
      const meetingId = await convened()
      const letter = await token(meetingId)
      const lines = reply(meetingId, "DECLINED").map((line) => line.replace("mailto:dario@", "mailto:amina@"))
      await receive([`To: secretariat+${letter}@lisle.example`, ...lines], `o ${meetingId}`)
      const { invitations } = await w.ask(readConvocation, { meetingId }, w.people.amina)
      assert.ok(invitations.every(({ answer }) => answer === null))
      assert.deepEqual(
        (await strays(meetingId)).map(({ told }) => told),
        [["dario@lisle.example", "excused", "Amina Belkacem"]],
      )
    })

    it("does not answer when a server says that the sender is forged", async () => {
      const meetingId = await convened()
      const disowned =
        "Authentication-Results: mx.lisle.example; dkim=none; dmarc=fail (p=reject) header.from=lisle.example"
      await receive([disowned, ...reply(meetingId, "ACCEPTED")], `d ${meetingId}`)
      assert.equal((await dario(meetingId)).answer, null)
      assert.equal((await strays(meetingId)).length, 1)
    })

    it("is set aside, or forgotten with the day it spoke of", async () => {
      const meetingId = await convened()
      await receive(reply(meetingId, "ACCEPTED", alias), `a1 ${meetingId}`)
      await w.do(setStrayAside, { strayId: (await strays(meetingId))[0]!.id }, w.people.amina)
      assert.deepEqual(await strays(meetingId), [])
      await receive(reply(meetingId, "ACCEPTED", alias), `a2 ${meetingId}`)
      await w.do(rescheduleMeeting, { meetingId, day: "2026-05-28", at: "19:30" }, w.people.amina)
      assert.deepEqual(await strays(meetingId), [])
    })

    const input = async () => {
      const meetingId = await convened()
      await receive(reply(meetingId, "ACCEPTED", alias), `trio ${meetingId}`)
      return { strayId: (await strays(meetingId))[0]!.id, meetingId }
    }
    trio(
      () => w,
      [
        { command: setStrayAside, capability: "meetings.convene", input },
        {
          command: attributeStray,
          capability: "meetings.convene",
          input: async () => {
            const { strayId, meetingId } = await input()
            return { strayId, invitationId: (await dario(meetingId)).id }
          },
        },
      ],
    )

    it("still waits when the invitation it may be of is gone, and is forgotten when the meeting is called off", async () => {
      const { meetingId } = await input()
      const { id } = await dario(meetingId)
      await w.look((tx) => tx.deleteFrom("invitations").where("id", "=", id).execute())
      assert.deepEqual(
        (await strays(meetingId)).map(({ told }) => told),
        [[alias.from, "present", null]],
      )
      await w.do(cancelMeeting, { meetingId, reason: "Neige" }, w.people.amina)
      const left = await w.look((tx) =>
        tx.selectFrom("stray_answers").select("id").where("meeting_id", "=", meetingId).execute(),
      )
      assert.deepEqual(left, [])
    })

    it("is never given to somebody of another meeting", async () => {
      const { strayId } = await input()
      const { id } = await dario(await convened())
      await assert.rejects(w.do(attributeStray, { strayId, invitationId: id }, w.people.amina), { code: "not_found" })
    })
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
    const bounce = returned({
      to: `secretariat+${await token(meetingId)}@lisle.example`,
      recipient: "dario@lisle.example",
      status: "5.1.1",
      words: "550 5.1.1 User unknown",
    })
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
