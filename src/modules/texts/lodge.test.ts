import assert from "node:assert/strict"
import { readdir } from "node:fs/promises"
import { after, before, describe, it } from "node:test"
import pg from "pg"
import { type World, world } from "../../../tests/world.ts"
import { inOrganisation } from "../../kernel/db.ts"
import { keepFile, mayOpen } from "../documents/contract.ts"
import { beginText } from "./begin.ts"
import { lodgeText } from "./lodge.ts"
import { readText } from "./read-text.ts"
import { saveText } from "./save.ts"
import { signText } from "./sign.ts"
import { validateText } from "./validate.ts"

const words = {
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "Que le train passe." }] }],
}

describe("the proof of a lodging", () => {
  let w: World
  before(async () => (w = await world()))
  after(() => w.end())

  const signed = async (more: object = {}) => {
    const said = { bodyId: w.lisle, kind: "wish", title: "La gare", authorId: w.amina, fields: { addressee: "L’État" } }
    const { textId } = await w.do(beginText, { ...said, ...more }, w.people.amina)
    const { text: model } = await w.ask(readText, { textId }, w.people.amina)
    await w.do(saveText, { textId, doc: words, base: model.doc }, w.people.amina)
    await w.do(validateText, { textId }, w.people.amina)
    await w.do(signText, { textId }, w.people.amina)
    return textId
  }
  const kept = (content: string, actor = w.people.amina) =>
    inOrganisation(w.db, w.organisation, (db) =>
      keepFile(
        { bodyId: w.lisle, name: "recepisse.txt", content: Buffer.from(content) },
        { ...w.equipment, actor, db, now: w.now },
      ),
    )
  const opens = (fileId: string, actor: typeof w.people.amina) =>
    w.look(async (db) => {
      const file = await db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirstOrThrow()
      return mayOpen(file, { ...w.equipment, actor, db, now: w.now })
    })

  it("says the hour and the means, and opens to whoever sees the text", async () => {
    const textId = await signed()
    const proofId = await kept("Reçu à 11 h 58")
    await w.do(lodgeText, { textId, on: "2026-05-01", at: "11:58", by: "platform", proofId }, w.people.amina)
    const { text } = await w.ask(readText, { textId }, w.people.amina)
    assert.deepEqual(
      [text.lodged_on?.toString(), text.lodged_at?.toString(), text.lodged_by, text.proof_id],
      ["2026-05-01", "11:58:00", "platform", proofId],
    )
    assert.deepEqual([await opens(proofId, w.people.dario), await opens(proofId, w.people.oscar)], [true, false])
  })

  it("is one’s own file, of the same body", async () => {
    const textId = await signed()
    const proofId = await kept("De Dario", w.people.dario)
    await assert.rejects(w.do(lodgeText, { textId, proofId }, w.people.amina), /fileIds: unknown/)
  })

  it("opens to its readers alone and rests sealed, its words and its bytes, when the text is confidential", async () => {
    const textId = await signed({ confidential: true })
    const proofId = await kept("Reçu en secret")
    await w.look((db) => db.updateTable("files").set({ text: "Reçu en secret" }).where("id", "=", proofId).execute())
    await w.do(lodgeText, { textId, proofId }, w.people.amina)
    assert.deepEqual([await opens(proofId, w.people.amina), await opens(proofId, w.people.dario)], [true, false])
    const owner = new pg.Client(w.owner)
    await owner.connect()
    const { rows } = await owner.query("select text, hash from files where id = $1", [proofId])
    await owner.end()
    assert.doesNotMatch(rows[0].text, /Reçu/)
    const held = await readdir(w.dataDir, { recursive: true })
    assert.deepEqual(
      held.filter((name) => name.includes(rows[0].hash.slice(2))).map((name) => name.endsWith(".sealed")),
      [true],
    )
  })
})
