import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { json } from "../../../kernel/db.ts"
import { assembly, withPost } from "../../../../tests/letters.ts"
import { type World, world } from "../../../../tests/world.ts"
import { answerInvitation } from "./answer.ts"
import { answerRoutes } from "./answer-page.ts"
import { conveneMeeting } from "./convene.ts"
import { giveProxy } from "./give-proxy.ts"
import { readConvocation } from "./read-convocation.ts"
import { withdrawProxy } from "./withdraw-proxy.ts"

describe("invitations.answer, proxies.give", () => {
  let w: World
  let post: Awaited<ReturnType<typeof withPost>>
  before(async () => {
    w = await world()
    await w.known(w.ines)
    post = await withPost(w)
    await w.look((tx) =>
      tx
        .updateTable("rules")
        .set({ value: json({ per_holder: 1 }) })
        .where("key", "=", "be.locale.proxies")
        .execute(),
    )
  })
  after(async () => {
    await post.stop()
    await w.end()
  })

  const convened = async () => {
    const meetingId = await assembly(w)
    await w.do(conveneMeeting, { meetingId, guestIds: [w.people.ines.personId!] }, w.people.amina)
    const { invitations } = await w.ask(readConvocation, { meetingId }, w.people.amina)
    const of = (personId: string | null) => invitations.find(({ person_id }) => person_id === personId)!.id
    const look = async (personId: string | null) =>
      (await w.ask(readConvocation, { meetingId }, w.people.amina)).invitations.find(
        ({ person_id }) => person_id === personId,
      )!
    return { meetingId, of, look }
  }
  const dario = () => w.people.dario.personId
  const link = (html: string) => /href="[^"]*(\/r\/[^"?]+)\?present"/.exec(html)![1]!
  const open = async (method: "GET" | "POST", path: string, body: Record<string, string> = {}) =>
    answerRoutes
      .find((route) => route.method === method)!
      .handle({
        params: { token: path.split("/")[2]! },
        query: {},
        body,
        headers: { "accept-language": "fr" },
        cookies: {},
        ip: "127.0.0.1",
        files: async function* () {},
        actor: async () => undefined,
        db: w.db,
        equipment: post.equipment,
      })

  it("is done from the link of the letter, without account: opening it changes nothing, sending the form does", async () => {
    const { look } = await convened()
    await post.send()
    const mail = (await post.peer.messagesTo("dario@lisle.example")).at(-1)!
    const path = link(mail.html!)
    const page = await open("GET", path)
    assert.match(String(page.body), /Dario, venez-vous/)
    assert.equal((await look(dario())).answer, null)
    const sent = await open("POST", path, { answer: "excused", note: "En déplacement <b>" })
    assert.equal(sent.status, 303)
    const answered = await look(dario())
    assert.deepEqual(
      [answered.answer, answered.answered_by, answered.answer_note],
      ["excused", "link", "En déplacement <b>"],
    )
    assert.doesNotMatch(String((await open("GET", path)).body), /déplacement <b>/)
    await open("POST", path, { answer: "present" })
    assert.equal((await look(dario())).answer, "present")
  })

  it("is refused by a link that was tampered with, and after the meeting has opened", async () => {
    const { meetingId } = await convened()
    await post.send()
    const path = link((await post.peer.messagesTo("dario@lisle.example")).at(-1)!.html!)
    assert.equal((await open("GET", `${path.slice(0, -3)}abc`)).status, 404)
    await w.look((tx) => tx.updateTable("meetings").set({ state: "open" }).where("id", "=", meetingId).execute())
    assert.equal((await open("POST", path, { answer: "present" })).status, 409)
  })

  it("is one’s own, or the secretariat’s", async () => {
    const { of } = await convened()
    const note = { invitationId: of(w.people.amina.personId), answer: "present" }
    await assert.rejects(w.do(answerInvitation, note, w.people.dario), { code: "not_allowed" })
    await assert.rejects(w.do(answerInvitation, note, w.people.oscar), { code: "not_found" })
    await w.do(answerInvitation, { ...note, invitationId: of(dario()) }, w.people.amina)
  })

  it("gives a proxy to somebody with a vote, and takes it back by coming", async () => {
    const { of, look } = await convened()
    const mine = of(dario())
    await w.do(giveProxy, { invitationId: mine, holderId: w.people.amina.personId }, w.people.dario)
    assert.deepEqual([(await look(dario())).answer, (await look(dario())).holder_name], ["proxy", "Amina Belkacem"])
    await w.do(answerInvitation, { invitationId: mine, answer: "present" }, w.people.dario)
    assert.deepEqual([(await look(dario())).answer, (await look(dario())).holder_id], ["present", null])
    await assert.rejects(w.do(withdrawProxy, { invitationId: mine }, w.people.dario), { code: "proxies.none_given" })
    await assert.rejects(
      w.do(giveProxy, { invitationId: mine, holderId: w.people.ines.personId }, w.people.dario),
      { code: "proxies.not_a_holder" },
      "a guest has no vote to cast for another",
    )
  })

  it("holds the cap of the rulebook when two proxies arrive at once on two connections", async () => {
    const one = await w.holding([])
    const two = await w.holding([])
    const { of, meetingId } = await convened()
    const holderId = w.people.amina.personId
    const tries = await Promise.allSettled([
      w.do(giveProxy, { invitationId: of(one.personId), holderId }, one),
      w.do(giveProxy, { invitationId: of(two.personId), holderId }, two),
    ])
    assert.deepEqual(tries.map(({ status }) => status).sort(), ["fulfilled", "rejected"])
    const refused = tries.find((each) => each.status === "rejected") as PromiseRejectedResult
    assert.equal(refused.reason.code, "proxies.over_cap")
    const held = await w.look((tx) =>
      tx.selectFrom("proxies").select("id").where("meeting_id", "=", meetingId).execute(),
    )
    assert.equal(held.length, 1)
  })
})
