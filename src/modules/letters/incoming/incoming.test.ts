import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { addCounterpart } from "../../counterparts/file/add.ts"
import { readExchange } from "../../counterparts/exchanges/read-exchange.ts"
import { keepFile, mayOpen } from "../../documents/contract.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { readText } from "../../texts/read-text.ts"
import { saveText } from "../../texts/save.ts"
import { signText } from "../../texts/sign.ts"
import { validateText } from "../../texts/validate.ts"
import { readToday } from "../../today/read-today.ts"
import { beginLetter } from "../begin.ts"
import { readLetter } from "../read-letter.ts"
import { listRegister } from "../register/list.ts"
import { mailLetter } from "../sending/mail.ts"
import { changeIncoming, reopenIncoming, settleIncoming } from "./change.ts"
import { readIncoming } from "./read-incoming.ts"
import { registerIncoming } from "./register.ts"

describe("a letter that came", () => {
  let w: World
  let outsideId: string
  before(async () => {
    w = await world()
    const said = { bodyId: w.lisle, nature: "organisation", kind: "institution", name: "SNCB", sure: true }
    outsideId = String((await w.do(addCounterpart, said, w.people.amina)).counterpartId)
  })
  after(() => w.end())

  const told = (more: object = {}) => ({
    bodyId: w.lisle,
    receivedOn: "2026-04-30",
    about: "Fermeture du guichet",
    sender: "SNCB",
    ...more,
  })
  const came = async (more: object = {}) => (await w.do(registerIncoming, told(more), w.people.amina)).incomingId
  const read = (incomingId: string, actor = w.people.amina) => w.ask(readIncoming, { incomingId }, actor)

  trio(() => w, [{ command: registerIncoming, capability: "texts.manage", input: () => told() }])
  for (const [name, command, more] of [
    ["change", changeIncoming, { receivedOn: "2026-04-30", about: "Guichet", sender: "SNCB" }],
    ["settle", settleIncoming, {}],
    ["reopen", reopenIncoming, {}],
  ] as const)
    it(`${name} is done by those who see it and follow the texts, and by nobody else`, async () => {
      const incomingId = await came()
      if (name === "reopen") await w.do(settleIncoming, { incomingId }, w.people.amina)
      const input = { incomingId, ...more }
      await assert.rejects(w.do(command, input, w.people.oscar), { code: "not_found" })
      await assert.rejects(w.do(command, input, w.people.dario), { code: "not_found" })
      await assert.rejects(w.do(command, input, await w.holding(["texts.write"])), { code: "not_allowed" })
      await w.do(command, input, await w.holding(["texts.write", "texts.manage"]))
    })

  it("is numbered by body and year without gaps, also when one could not be registered", async () => {
    const first = (await read(await came())).letter
    await assert.rejects(
      w.do(registerIncoming, told({ receivedOn: "2026-05-20" }), w.people.amina),
      /receivedOn: not_yet/,
    )
    await assert.rejects(w.do(registerIncoming, told({ writtenOn: "2026-05-01" }), w.people.amina), /after_received/)
    await assert.rejects(w.do(registerIncoming, told({ sender: null }), w.people.amina), /sender: required/)
    const second = (await read(await came({ sender: null, outsideId }))).letter
    assert.equal(second.number, first.number + 1)
    assert.match(second.reference, /^LIS-2026-ARR-\d{4}$/)
    assert.equal(second.sender, "SNCB")
    await assert.rejects(
      w.do(
        registerIncoming,
        { ...told({ outsideId }), bodyId: w.brume },
        await w.holding(["texts.manage", "counterparts.read"], w.brume),
      ),
      /outsideId: not_of_this_body/,
    )
  })

  it("waits with whoever it was given to, until they answered or have nothing more to do", async () => {
    const incomingId = await came({ givenTo: w.dario, answerDue: "2026-05-10" })
    const waits = async () => JSON.stringify((await w.ask(readToday, {}, w.people.dario)).waiting).includes(incomingId)
    assert.ok(await waits())
    assert.equal((await read(incomingId, w.people.dario)).letter.about, "Fermeture du guichet")
    await w.do(settleIncoming, { incomingId }, w.people.dario)
    assert.ok(!(await waits()))
    await assert.rejects(w.do(settleIncoming, { incomingId }, w.people.dario), { code: "incoming.already_settled" })
    await w.do(reopenIncoming, { incomingId }, w.people.dario)
    await assert.rejects(w.do(reopenIncoming, { incomingId }, w.people.dario), { code: "incoming.not_settled" })
  })

  it("shows its pages to those who see it, and hides a confidential one from the others", async () => {
    const fileId = await inOrganisation(w.db, w.organisation, (db) =>
      keepFile(
        { bodyId: w.lisle, name: "scan.pdf", content: Buffer.from("%PDF-1.4 scan") },
        { ...w.equipment, actor: w.people.amina, db, now: w.now },
      ),
    )
    const incomingId = await came({ fileIds: [fileId], confidential: true })
    assert.deepEqual(
      (await read(incomingId)).papers.map(({ name }) => name),
      ["scan.pdf"],
    )
    const writer = await w.holding(["texts.write"])
    await assert.rejects(read(incomingId, writer), { code: "not_found" })
    const opens = (actor: typeof writer) =>
      inOrganisation(w.db, w.organisation, (db) =>
        mayOpen(
          { id: fileId, body_id: w.lisle, kept_by: w.amina, confidential: false },
          { ...w.equipment, actor, db, now: w.now },
        ),
      )
    assert.equal(await opens(writer), false)
    await w.do(
      changeIncoming,
      { incomingId, receivedOn: "2026-04-30", about: "Guichet", sender: "SNCB", fileIds: [fileId] },
      w.people.amina,
    )
    assert.equal(await opens(writer), true)
    assert.equal(await opens(w.people.dario), false)
  })

  it("answers a letter of ours, and is answered by one: each closes the other", async () => {
    const doc = {
      type: "doc" as const,
      content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Le guichet ferme." }] }],
    }
    const sent = async (more: object) => {
      const said = { address: "SNCB", called: "Madame, Monsieur", closing: "Bien à vous,", authorId: w.amina }
      const input = { bodyId: w.lisle, title: "Le guichet", ...said, ...more }
      const { textId } = await w.do(beginLetter, input, w.people.amina)
      const { text } = await w.ask(readText, { textId }, w.people.amina)
      await w.do(saveText, { textId, doc, base: text.doc }, w.people.amina)
      await w.do(validateText, { textId }, w.people.amina)
      await w.do(signText, { textId }, w.people.amina)
      await w.do(mailLetter, { textId, email: "guichet@sncb.example" }, w.people.amina)
      return textId
    }
    const textId = await sent({ outsideId, answerDue: "2026-06-01" })
    const incomingId = await came({ outsideId, receivedOn: "2026-05-02", answersId: textId })
    const { letter, text } = await w.ask(readLetter, { textId }, w.people.amina)
    assert.deepEqual([letter!.answered_on?.toString(), text.state], ["2026-05-02", "answered"])
    const { exchange } = await w.ask(readExchange, { exchangeId: letter!.exchange_id! }, w.people.amina)
    assert.equal(exchange.state, "answered")
    assert.equal((await read(incomingId)).answers?.id, textId)
    const answerId = await sent({ answersId: incomingId })
    const thread = await read(incomingId)
    assert.deepEqual(
      [thread.answered_by.map(({ id }) => id), thread.letter.settled_on?.toString()],
      [[answerId], "2026-05-02"],
    )
    await assert.rejects(sent({ bodyId: w.brume, answersId: incomingId }), { code: "not_allowed" })
  })

  it("stands with ours in one register, searched and narrowed, within what one sees", async () => {
    await came({ about: "Zibeline", theirReference: "Z/42" })
    const asked = { bodyId: w.lisle, q: "z/42" }
    const { rows } = await w.ask(listRegister, asked, w.people.amina)
    assert.deepEqual(
      rows.map(({ title, way, state }) => [title, way, state]),
      [["Zibeline", "in", "open"]],
    )
    assert.deepEqual((await w.ask(listRegister, { ...asked, way: "out" }, w.people.amina)).rows, [])
    assert.deepEqual((await w.ask(listRegister, { ...asked, state: "done" }, w.people.amina)).rows, [])
    assert.deepEqual((await w.ask(listRegister, asked, w.people.dario)).rows, [])
    assert.deepEqual((await w.ask(listRegister, asked, w.people.oscar)).rows, [])
    const first = await w.ask(listRegister, { bodyId: w.lisle, limit: 2 }, w.people.amina)
    const second = await w.ask(listRegister, { bodyId: w.lisle, limit: 2, after: first.next! }, w.people.amina)
    assert.equal(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size, 4)
  })
})
