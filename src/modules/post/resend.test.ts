import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { system } from "../../kernel/job.ts"
import { withPost } from "../../../tests/letters.ts"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { composes, queueLetters } from "./contract.ts"
import { postLetters } from "./post.ts"
import { listSendings, readSending } from "./read-sendings.ts"
import { resendLetter } from "./resend.ts"

composes("test", async () => ({ subject: "Essai", text: "Bonjour", html: "<p>Bonjour</p>" }))

describe("sendings.resend, sendings.post", () => {
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
  const queued = async (address: string, means: "email" | "post" = "email") => {
    const order = { kind: "test", bodyId: w.lisle, personId: null, means, address, subject: "Essai", content: {} }
    const given = { ...post.equipment, actor: system(w.organisation), now: w.now }
    const [id] = await w.look((tx) => queueLetters([order], { ...given, db: tx }))
    return id!
  }
  const refused = async () => {
    const sendingId = await queued("refuse@x.example")
    await post.send()
    return { sendingId }
  }

  trio(
    () => w,
    [
      { command: resendLetter, capability: "meetings.convene", input: refused },
      {
        command: postLetters,
        capability: "meetings.convene",
        input: async () => ({ bodyId: w.lisle, sendingIds: [await queued("rue 1", "post")] }),
      },
    ],
  )

  it("leaves the first letter as proof, and sends once to the mended address", async () => {
    const { sendingId } = await refused()
    const { againId } = await w.do(resendLetter, { sendingId, address: "mended@x.example" }, w.people.amina)
    await assert.rejects(w.do(resendLetter, { sendingId }, w.people.amina), { code: "sendings.already_resent" })
    await post.send()
    assert.equal((await post.peer.messagesTo("mended@x.example")).length, 1)
    const first = await w.ask(readSending, { sendingId }, w.people.amina)
    const second = await w.ask(readSending, { sendingId: againId }, w.people.amina)
    assert.deepEqual([first.state, first.again_id, second.state], ["refused", againId, "accepted"])
    assert.equal(second.letter?.html, "<p>Bonjour</p>")
    await assert.rejects(w.do(resendLetter, { sendingId: againId }, w.people.amina), { code: "sendings.not_to_resend" })
  })

  it("lists the letters of the body by state, page by page, and to nobody else", async () => {
    const all = await w.ask(listSendings, { bodyId: w.lisle, limit: 2 }, w.people.amina)
    const rest = await w.ask(listSendings, { bodyId: w.lisle, limit: 200, after: all.next! }, w.people.amina)
    const trouble = await w.ask(listSendings, { bodyId: w.lisle, state: "trouble" }, w.people.amina)
    assert.ok(rest.rows.length > 0 && rest.rows.every(({ id }) => !all.rows.some((one) => one.id === id)))
    assert.ok(trouble.rows.length > 0 && trouble.rows.every(({ state }) => state === "refused"))
    await assert.rejects(w.ask(listSendings, { bodyId: w.lisle }, w.people.dario), { code: "not_found" })
  })
})
