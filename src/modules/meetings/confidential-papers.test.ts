import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { type World, world } from "../../../tests/world.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { newId } from "../../kernel/id.ts"
import { fromPlain } from "../../kernel/rich-text/plain.ts"
import type { Actor } from "../../kernel/rule.ts"
import { read } from "../../kernel/typeset/pdf-for-tests.ts"
import { addItem } from "./agenda/add.ts"
import { closeMeeting } from "./attendance/close.ts"
import { noteItem } from "./attendance/note-item.ts"
import { openMeeting } from "./attendance/open.ts"
import { previewRoutes } from "./convocation/preview.ts"
import { changeMeeting } from "./change.ts"
import { circulateMinutes } from "./minutes/circulate.ts"
import { minutesRoutes } from "./minutes/files.ts"
import { prepareMeeting } from "./prepare.ts"

const DESCRIBED = "Zibeline"
const PROPOSED = "Hermine"
const NOTED = "Belette"

// What rests encrypted comes out in the papers for who may read it, and for nobody else (docs/decisions/0014).
describe("the papers of a confidential meeting", () => {
  let w: World
  let meetingId: string
  let itemId: string
  before(async () => {
    w = await world()
    const { amina } = w.people
    ;({ meetingId } = await w.do(
      prepareMeeting,
      { bodyId: w.lisle, title: "Comité des différends", day: "2026-05-02", at: "09:30", place: "Tanneurs" },
      amina,
    ))
    await w.do(changeMeeting, { meetingId, confidential: true, chairId: w.amina, scribeId: w.amina }, amina)
    const words = { description: fromPlain(`Un mot : ${DESCRIBED}.`), proposedDecision: `Il est décidé : ${PROPOSED}.` }
    ;({ itemId } = await w.do(
      addItem,
      { meetingId, title: "Plainte", purpose: "decide", minutes: 20, ...words },
      amina,
    ))
  })
  after(() => w.end())

  const routes = [...previewRoutes, ...minutesRoutes]
  const take = (path: string, actor: Actor | undefined): Promise<Reply> =>
    routes
      .find((one) => one.path.endsWith(path))!
      .handle({
        params: { id: meetingId, meetingId },
        actor: async () => actor,
        db: w.db,
        equipment: w.equipment,
      } as unknown as Request)
  const wordsOf = async (path: string, actor: Actor) => {
    const { type, body } = await take(path, actor)
    assert.equal(type, "application/pdf")
    return read(body as Uint8Array).text
  }
  const rest = (words: readonly string[]) =>
    w.look(async (db) => {
      const { rows } = await sql<{ row: string }>`
        select t::text as row from agenda_items t where meeting_id = ${meetingId}
        union all select t::text from minutes t where meeting_id = ${meetingId}`.execute(db)
      return words.filter((word) => rows.some(({ row }) => row.includes(word)))
    })

  it("hold the agenda in clear for who may read it, though it rests encrypted", async () => {
    assert.deepEqual(await rest([DESCRIBED, PROPOSED]), [])
    const text = await wordsOf("/ordre-du-jour.pdf", w.people.amina)
    for (const word of ["Plainte", DESCRIBED, PROPOSED]) assert.ok(text.includes(word), word)
  })

  it("give its agenda's words to nobody else: not to a member who was not convened, nor to another body", async () => {
    const text = await wordsOf("/ordre-du-jour.pdf", w.people.dario)
    assert.match(text, /Point à huis clos/)
    for (const word of ["Plainte", DESCRIBED, PROPOSED]) assert.ok(!text.includes(word), word)
    const invitation = { organisation_id: w.organisation, id: newId(), meeting_id: meetingId, person_id: w.dario }
    await w.look((db) =>
      db
        .insertInto("invitations")
        .values({ ...invitation, means: "email" } as never)
        .execute(),
    )
    assert.match(await wordsOf("/ordre-du-jour.pdf", w.people.dario), new RegExp(DESCRIBED), "once convened")
    await w.look((db) => db.deleteFrom("invitations").where("id", "=", invitation.id).execute())
    const convenes = await w.holding(["meetings.prepare", "meetings.convene"])
    const { body } = await take("/courriel", convenes)
    assert.match(String(body), /Point à huis clos/, "who convenes without reading confidential words")
    for (const word of ["Plainte", DESCRIBED, PROPOSED]) assert.ok(!String(body).includes(word), word)
    await assert.rejects(take("/ordre-du-jour.pdf", undefined), { status: 401 })
    for (const actor of [w.people.ines, w.people.oscar])
      await assert.rejects(take("/ordre-du-jour.pdf", actor), { status: 404 })
  })

  it("hold the minutes in clear for who was there, though they rest encrypted, and give nobody else their words", async () => {
    const { amina, dario, ines, oscar } = w.people
    await w.do(openMeeting, { meetingId, chairId: w.amina, scribeId: w.amina, at: "09:34" }, amina)
    await w.do(noteItem, { itemId, notes: fromPlain(`Il est dit : ${NOTED}.`), base: null }, amina)
    await w.do(closeMeeting, { meetingId }, amina)
    await w.do(circulateMinutes, { meetingId }, amina)
    assert.deepEqual(await rest([DESCRIBED, PROPOSED, NOTED]), [])
    assert.match(await wordsOf("/proces-verbal.pdf", amina), new RegExp(NOTED))
    assert.doesNotMatch(await wordsOf("/proces-verbal.pdf", dario), new RegExp(`Plainte|${NOTED}`))
    await assert.rejects(take("/proces-verbal.pdf", undefined), { status: 401 })
    for (const actor of [ines, oscar]) await assert.rejects(take("/proces-verbal.pdf", actor), { status: 404 })
  })
})
