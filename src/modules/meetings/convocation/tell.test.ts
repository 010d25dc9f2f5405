import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { postLetters } from "../../post/post.ts"
import { readEvents } from "../../../kernel/calendar/read.ts"
import { read } from "../../../kernel/typeset/pdf-for-tests.ts"
import { json } from "../../../kernel/db.ts"
import { system } from "../../../kernel/job.ts"
import { assembly, withPost } from "../../../../tests/letters.ts"
import type { ParsedMail } from "../../../../tests/smtp-peer-client.ts"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { changeBody } from "../../secretariat/bodies/change.ts"
import { addItem } from "../agenda/add.ts"
import { cancelMeeting } from "../cancel.ts"
import { changeMeeting } from "../change.ts"
import { rescheduleMeeting } from "../reschedule.ts"
import { answerInvitation } from "./answer.ts"
import { conveneMeeting } from "./convene.ts"
import { readConvocation } from "./read-convocation.ts"
import { occasionOf } from "./paper.ts"
import { lettersFile } from "./postal.ts"
import { remindDue, remindSilent } from "./remind.ts"
import { sendChanges } from "./send-changes.ts"

const DARIO = "dario@lisle.example"

describe("what is written after the convocation", () => {
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

  const convened = async (day?: string) => {
    const meetingId = await assembly(w, day ? { day } : {})
    await w.do(conveneMeeting, { meetingId }, w.people.amina)
    return meetingId
  }
  const calendar = (mail: ParsedMail) => {
    const { content } = mail.attachments.find(({ mimeType }) => mimeType === "text/calendar")!
    return typeof content === "string" ? content : new TextDecoder().decode(content)
  }
  const eventIn = (mail: ParsedMail) => readEvents(calendar(mail)).events[0]!
  const about = async (meetingId: string, address = DARIO) =>
    (await post.peer.messagesTo(address)).filter((mail) =>
      mail.attachments.some(({ mimeType }) => mimeType === "text/calendar")
        ? eventIn(mail).uid.startsWith(meetingId)
        : mail.subject!.includes("réponse") || mail.subject!.startsWith("Demain"),
    )
  const at = (now: string) => ({
    ...post.equipment,
    actor: system(w.organisation),
    now: Temporal.Instant.from(now),
  })
  const mine = async (meetingId: string) =>
    (await w.ask(readConvocation, { meetingId }, w.people.amina)).invitations.find(
      ({ person_id }) => person_id === w.people.dario.personId,
    )!

  it("moves in every calendar: same UID, SEQUENCE raised, answers asked again", async () => {
    const meetingId = await convened()
    await post.send()
    await w.do(answerInvitation, { invitationId: (await mine(meetingId)).id, answer: "present" }, w.people.dario)
    await w.do(rescheduleMeeting, { meetingId, day: "2026-10-25", at: "09:00" }, w.people.amina)
    await post.send()
    const [first, second, ...others] = await about(meetingId)
    assert.equal(others.length, 0)
    assert.match(second!.subject!, /^Changement/)
    assert.deepEqual([eventIn(first!).sequence, eventIn(second!).sequence], [0, 1])
    assert.equal(eventIn(first!).uid, eventIn(second!).uid)
    assert.equal(eventIn(second!).start.toString(), "2026-10-25T09:00:00+01:00[Europe/Brussels]")
    assert.match(second!.text!, /ne valent plus/)
    assert.equal((await mine(meetingId)).answer, null)
  })

  it("keeps an answer in the calendar when only the room changes, and the link beside the room", async () => {
    const meetingId = await convened()
    await post.send()
    await w.do(answerInvitation, { invitationId: (await mine(meetingId)).id, answer: "present" }, w.people.dario)
    const link = "https://visio.example/rives"
    await w.do(changeMeeting, { meetingId, place: "Salle haute", link }, w.people.amina)
    await w.do(sendChanges, { meetingId }, w.people.amina)
    await post.send()
    const [first, second] = (await about(meetingId)).map(calendar)
    assert.match(first!.replaceAll("\n ", ""), /PARTSTAT=NEEDS-ACTION/)
    assert.match(second!.replaceAll("\n ", ""), /PARTSTAT=ACCEPTED/)
    const event = eventIn((await about(meetingId)).at(-1)!)
    assert.equal(event.location, "Salle haute")
    assert.match(event.description, /^https:\/\/visio\.example\/rives\n1\. /)
  })

  it("convenes anew, once, whoever had nothing yet when it moved", async () => {
    const meetingId = await convened()
    await w.do(rescheduleMeeting, { meetingId, day: "2026-05-28", at: "19:30" }, w.people.amina)
    await post.send()
    const [mail, ...others] = await about(meetingId)
    assert.equal(others.length, 0)
    assert.match(mail!.subject!, /^Convocation.*28 mai/)
    assert.equal(eventIn(mail!).sequence, 1)
  })

  it("cancels in every calendar, and says nothing to who never heard of it", async () => {
    const heard = await convened()
    await post.send()
    const unheard = await convened()
    for (const meetingId of [heard, unheard])
      await w.do(cancelMeeting, { meetingId, reason: "La salle est inondée." }, w.people.amina)
    await post.send()
    const cancelled = (await about(heard)).at(-1)!
    assert.match(calendar(cancelled), /METHOD:CANCEL/)
    assert.match(calendar(cancelled), /STATUS:CANCELLED/)
    assert.equal(eventIn(cancelled).sequence, 1)
    assert.doesNotMatch(eventIn(cancelled).description, /\/r\//, "nothing is asked any more")
    assert.match(cancelled.text!, /La salle est inondée/)
    assert.deepEqual(await about(unheard), [])
  })

  it("counts what was added since, and sends it when the secretary says so", async () => {
    const meetingId = await convened()
    await post.send()
    const later = w.now.add({ hours: 1 })
    await w.do(addItem, { meetingId, title: "Point ajouté", purpose: "inform" }, w.people.amina, { now: later })
    assert.equal((await w.ask(readConvocation, { meetingId }, w.people.amina)).changed_items, 1)
    await w.do(sendChanges, { meetingId }, w.people.amina, { now: later })
    await post.send(later)
    const mail = (await about(meetingId)).at(-1)!
    assert.match(mail.text!, /Point ajouté · ajouté après la convocation/)
    assert.equal(eventIn(mail).sequence, 1)
    assert.equal((await w.ask(readConvocation, { meetingId }, w.people.amina)).changed_items, 0)
  })

  it("reminds once who has not answered, and everyone who comes on the eve", async () => {
    const meetingId = await convened("2026-06-20")
    await post.send()
    const amina = (await w.ask(readConvocation, { meetingId }, w.people.amina)).invitations.find(
      ({ person_id }) => person_id === w.people.amina.personId,
    )!
    await w.do(answerInvitation, { invitationId: amina.id, answer: "present" }, w.people.amina)
    const subjects = async (address: string, kind: string) =>
      (
        await w.look((tx) =>
          tx
            .selectFrom("sendings")
            .select("id")
            .where("meeting_id", "=", meetingId)
            .where("address", "=", address)
            .where("kind", "=", kind)
            .where("state", "<>", "withdrawn")
            .execute(),
        )
      ).length
    for (const now of ["2026-06-15T06:00:00Z", "2026-06-16T06:00:00Z", "2026-06-16T06:05:00Z", "2026-06-17T06:00:00Z"])
      await w.look((tx) => remindDue({ ...at(now), db: tx }))
    assert.deepEqual([await subjects(DARIO, "reminder"), await subjects("amina@lisle.example", "reminder")], [1, 0])
    await w.look((tx) => remindDue({ ...at("2026-06-19T06:00:00Z"), db: tx }))
    assert.deepEqual([await subjects(DARIO, "eve"), await subjects("amina@lisle.example", "eve")], [1, 1])
  })

  it("does not remind on the eve who excused themselves since the reminder was queued", async () => {
    const meetingId = await convened("2026-06-21")
    await post.send()
    await w.look((tx) => remindDue({ ...at("2026-06-20T06:00:00Z"), db: tx }))
    await w.do(answerInvitation, { invitationId: (await mine(meetingId)).id, answer: "excused" }, w.people.dario)
    await post.send(Temporal.Instant.from("2026-06-20T06:01:00Z"))
    const eves = (await post.peer.messages()).filter(({ subject }) => /^Demain.*21 juin/.test(subject ?? ""))
    assert.deepEqual(
      eves.map(({ envelope }) => envelope.to[0]),
      ["amina@lisle.example"],
    )
  })

  it("prints letters of several kinds together, with a list to tick", async () => {
    const byPost = (post_only: boolean) =>
      w.look((tx) =>
        tx
          .updateTable("people")
          .set({ post_only, street: "rue des Tanneurs 12", postcode: "5000", town: "Valmont" })
          .where("id", "in", [w.people.dario.personId!, w.people.amina.personId!])
          .execute(),
      )
    await byPost(true)
    const meetingId = await convened()
    // Dario's letter is in the post already; Amina's is not.
    const sendingIds = [(await mine(meetingId)).sending_id!]
    await w.do(postLetters, { bodyId: w.lisle, sendingIds }, w.people.amina)
    await w.do(rescheduleMeeting, { meetingId, day: "2026-05-28", at: "19:30" }, w.people.amina)
    const missing = async () =>
      (await w.ask(readConvocation, { meetingId: await assembly(w) }, w.people.amina)).missing.map(({ key }) => key)
    assert.ok((await missing()).includes("meetings.missing.town"), "the page asks where letters are written")
    const here = { bodyId: w.lisle, name: "Locale de Lisle", place: "Salle des Tanneurs" }
    await w.do(changeBody, { ...here, town: "Lisle" }, w.people.amina)
    await w.do(changeBody, here, w.people.amina)
    assert.ok(!(await missing()).includes("meetings.missing.town"), "left out, the town stays")
    const file = await w.look(async (tx) => {
      const given = { ...at(w.now.toString()), actor: w.people.amina, db: tx }
      return lettersFile(await occasionOf(meetingId, given), given)
    })
    const { text } = read(await file!.make())
    assert.match(text, /Changement\s: Assemblée de printemps/)
    assert.match(text, /Convocation\s: Assemblée de printemps/)
    assert.match(text, /secretariat@lisle\.example/)
    assert.match(text, /Lisle, le 2 mai 2026/)
    assert.match(text, /Lettres à poster[^]*Dario Lemmens[^]*Amina Belkacem/)
    await byPost(false)
  })

  it("is by post for who has no e-mail, and never a letter for who only gave an address", async () => {
    await w.look((tx) =>
      tx
        .updateTable("people")
        .set({ post_only: true, street: "rue des Tanneurs 12", postcode: "5000", town: "Valmont" })
        .where("id", "=", w.people.dario.personId)
        .execute(),
    )
    const meetingId = await convened()
    const dario = await mine(meetingId)
    assert.deepEqual(
      [dario.means, dario.state, dario.address],
      ["post", "waiting", "rue des Tanneurs 12\n5000 Valmont"],
    )
    const heard = (await about(meetingId)).length
    await post.send()
    assert.equal((await about(meetingId)).length, heard)
    await w.look((tx) =>
      tx.updateTable("people").set({ post_only: false }).where("id", "=", w.people.dario.personId).execute(),
    )
  })

  it("does not carry the words of a confidential item", async () => {
    const meetingId = await assembly(w)
    await w.do(
      addItem,
      { meetingId, title: "Licenciement de X", purpose: "decide", confidential: true, proposedDecision: "Y" },
      w.people.amina,
    )
    await w.do(conveneMeeting, { meetingId }, w.people.amina)
    await post.send()
    const mail = (await about(meetingId)).at(-1)!
    assert.doesNotMatch(mail.raw.toString() + mail.text! + calendar(mail), /Licenciement/)
    assert.match(mail.text!, /Point à huis clos/)
  })

  it("says a late convocation for what it is, and refuses silence", async () => {
    const meetingId = await assembly(w, { day: "2026-05-10" })
    await assert.rejects(w.do(conveneMeeting, { meetingId }, w.people.amina), { code: "meetings.convened_late" })
    await w.do(conveneMeeting, { meetingId, irregularReason: "Le bourgmestre a démissionné hier." }, w.people.amina)
    await post.send()
    assert.match((await about(meetingId)).at(-1)!.text!, /Convocation irrégulière.*démissionné/)
    await w.look((tx) =>
      tx
        .updateTable("rules")
        .set({ value: json(null) })
        .where("key", "=", "be.locale.urgency")
        .execute(),
    )
  })
})

describe("meetings.sendChanges, invitations.remind, by whom", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())
  const input = async () => {
    const meetingId = await assembly(w)
    await w.do(conveneMeeting, { meetingId }, w.people.amina)
    await w.look((tx) => tx.updateTable("sendings").set({ state: "accepted" }).execute())
    return { meetingId }
  }
  trio(
    () => w,
    [
      { command: sendChanges, capability: "meetings.convene", input },
      { command: remindSilent, capability: "meetings.convene", input },
    ],
  )
})
