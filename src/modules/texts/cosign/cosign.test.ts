import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { beginText } from "../begin.ts"
import { paperOf } from "../papers/paper-of.ts"
import { readText } from "../read-text.ts"
import { reopenText } from "../reopen.ts"
import { saveText } from "../save.ts"
import { validateText } from "../validate.ts"
import { answerCosignature } from "./answer.ts"
import { askCosignatures } from "./ask.ts"
import { cosignatureOfLink, cosignLink } from "./links.ts"
import { listCosignatures } from "./list.ts"
import { cosignEachMorning, remindCosigners } from "./remind.ts"
import { withdrawCosignature } from "./withdraw.ts"

describe("co-signatures", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const zoe = { name: "Zoé Renard", quality: "Groupe Ensemble", email: "zoe@ensemble.example" }
  const wish = async (more: object = {}) => {
    const said = { bodyId: w.lisle, kind: "wish", title: "Un train", authorId: w.amina, ...more }
    const { textId } = await w.do(beginText, said, w.people.amina)
    const { text } = await w.ask(readText, { textId }, w.people.amina)
    const doc = {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "Que le train passe." }] }],
    }
    await w.do(saveText, { textId, doc, base: text.doc }, w.people.amina)
    await w.do(validateText, { textId }, w.people.amina)
    return textId
  }
  const asked = async () => {
    const textId = await wish()
    const input = { textId, until: "2026-05-20", others: [zoe] }
    const { cosignatureIds } = await w.do(askCosignatures, input, w.people.amina)
    return { textId, cosignatureId: cosignatureIds[0]! }
  }
  const byLink = () => ({ ...w.people.amina, personId: null, via: "link" as const })
  const states = async (textId: string) =>
    (await w.ask(listCosignatures, { textId }, w.people.dario)).rows.map(({ name, state, said }) => [name, state, said])
  const trios: [name: string, command: any, input: () => Promise<object>][] = [
    ["askCosignatures", askCosignatures, async () => ({ textId: await wish(), until: "2026-05-20", others: [zoe] })],
    [
      "withdrawCosignature",
      withdrawCosignature,
      async () => ({ cosignatureId: (await asked()).cosignatureId, reason: "Erreur" }),
    ],
    ["remindCosigners", remindCosigners, async () => ({ textId: (await asked()).textId })],
  ]
  for (const [name, command, input] of trios)
    it(`texts.${name} does not exist for another organisation, is refused without mandate, and done by who follows texts`, async () => {
      const said = await input()
      await assert.rejects(w.do(command, said, w.people.oscar), { code: "not_found" })
      await assert.rejects(w.do(command, said, w.people.dario), { code: "not_allowed" })
      // A day later: nobody is written to again on the same one.
      await w.do(command, said, await w.holding(["texts.manage"]), { now: w.now.add({ hours: 24 }) })
    })

  it("are given once, by the link alone, and stand under the text", async () => {
    const { textId, cosignatureId } = await asked()
    const answer = { cosignatureId, signs: true, word: "Volontiers." }
    for (const actor of [w.people.amina, w.people.dario, w.people.oscar])
      await assert.rejects(w.do(answerCosignature, answer, actor), { code: "not_found" })
    await w.do(answerCosignature, answer, byLink())
    assert.deepEqual(await states(textId), [["Zoé Renard", "signed", "Volontiers."]])
    await assert.rejects(w.do(answerCosignature, { ...answer, signs: false }, byLink()), {
      code: "texts.cosign_answered",
    })
    const paper = await inOrganisation(w.db, w.organisation, (db) =>
      paperOf(textId, { ...w.equipment, actor: w.people.amina, db, now: w.now }),
    )
    assert.deepEqual(paper.signatures.at(-1), { role: "Groupe Ensemble", name: "Zoé Renard" })
  })

  it("serve until the end of the last day, and for nobody else’s text", () => {
    const said = {
      organisation: w.organisation,
      cosignatureId: w.amina,
      until: w.now.toZonedDateTimeISO("Europe/Brussels").toPlainDate(),
      zone: "Europe/Brussels",
    }
    const token = cosignLink(w.equipment, said).split("/a/")[1]!
    assert.equal(cosignatureOfLink(w.equipment.secret, token, w.now)?.cosignatureId, w.amina)
    assert.equal(cosignatureOfLink(w.equipment.secret, token, w.now.add({ hours: 48 })), undefined)
    assert.equal(cosignatureOfLink(w.equipment.secret, `${token}x`, w.now), undefined)
  })

  it("are not asked of a confidential text, of a draft, twice, or of nobody", async () => {
    const until = "2026-05-20"
    const secret = await wish({ confidential: true })
    await assert.rejects(w.do(askCosignatures, { textId: secret, until, others: [zoe] }, w.people.amina), {
      code: "texts.cosign_confidential",
    })
    const { textId } = await asked()
    await assert.rejects(w.do(askCosignatures, { textId, until, others: [zoe] }, w.people.amina), {
      code: "texts.cosign_asked_already",
    })
    await assert.rejects(w.do(askCosignatures, { textId, until }, w.people.amina), /personIds/)
    await w.do(reopenText, { textId }, w.people.amina)
    await assert.rejects(w.do(askCosignatures, { textId, until, others: [zoe] }, w.people.amina), {
      code: "texts.not_from_here",
    })
  })

  it("fall with the words that were signed, or are withdrawn with a reason", async () => {
    const one = await asked()
    await w.do(answerCosignature, { cosignatureId: one.cosignatureId, signs: true }, byLink())
    await w.do(reopenText, { textId: one.textId }, w.people.amina)
    assert.equal((await w.ask(listCosignatures, { textId: one.textId }, w.people.amina)).rows[0]!.state, "lapsed")
    const other = await asked()
    await w.do(withdrawCosignature, { cosignatureId: other.cosignatureId, reason: "Elle y renonce." }, w.people.amina)
    const { rows } = await w.ask(listCosignatures, { textId: other.textId }, w.people.amina)
    assert.deepEqual([rows[0]!.state, rows[0]!.withdrawn_reason], ["withdrawn", "Elle y renonce."])
    await assert.rejects(w.do(answerCosignature, { cosignatureId: other.cosignatureId, signs: true }, byLink()), {
      code: "texts.cosign_answered",
    })
  })

  it("are asked again at most once a day, and the address of who is not ours is let go of a month later", async () => {
    const { textId } = await asked()
    await assert.rejects(w.do(remindCosigners, { textId }, w.people.amina), { code: "texts.nobody_to_remind" })
    await w.do(remindCosigners, { textId }, w.people.amina, { now: w.now.add({ hours: 24 }) })
    await w.look((db) =>
      cosignEachMorning.run({ ...w.equipment, actor: w.people.amina, db, now: w.now.add({ hours: 24 * 60 }) }),
    )
    const { email } = await w.look((db) =>
      db.selectFrom("text_cosignatures").select("email").where("text_id", "=", textId).executeTakeFirstOrThrow(),
    )
    assert.equal(email, null)
  })
})
