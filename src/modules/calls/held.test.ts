import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { buffer } from "node:stream/consumers"
import { sql } from "kysely"
import sharp from "sharp"
import { eraseHeld, heldOf } from "../../kernel/held-of.ts"
import { keepFile, mayOpen } from "../documents/contract.ts"
import { changeCandidacy } from "./candidacies/change.ts"
import { withdrawCandidacy } from "./candidacies/withdraw.ts"
import { erasePerson } from "../privacy/erasure/erase.ts"
import { answerQuestion } from "./questions/answer.ts"
import { askCandidates } from "./questions/ask.ts"
import { letQuestionThrough } from "./questions/let-through.ts"
import type { Actor } from "../../kernel/rule.ts"
import { type CallsWorld, callsWorld, refused, invalid, said } from "../../../tests/calls-world.ts"

let w: CallsWorld["w"]
let lea: CallsWorld["lea"]
let hugo: CallsWorld["hugo"]
let member: CallsWorld["member"]
let published: CallsWorld["published"]
let stands: CallsWorld["stands"]
let admit: CallsWorld["admit"]
let close: CallsWorld["close"]
let drawn: CallsWorld["drawn"]
before(async () => {
  ;({ w, lea, hugo, member, published, stands, admit, close, drawn } = await callsWorld())
})
after(() => w.end())

// As a telephone takes it: lying on its side, with the place where it was taken.
const taken = () =>
  sharp({ create: { width: 80, height: 40, channels: 3, background: "#3a6" } })
    .withExif({ IFD0: { Copyright: "Léa" }, IFD3: { GPSLatitude: "50/1 30/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
const photoOf = (candidacyId: string) =>
  w.look(
    async (db) =>
      (await db.selectFrom("candidacies").select("photo_id").where("id", "=", candidacyId).executeTakeFirstOrThrow())
        .photo_id!,
  )

describe("what is held of a candidate", () => {
  it("is theirs to read, and goes when they are erased, but for the place that was drawn", async () => {
    const callId = await drawn()
    const noted = await w.look((db) => heldOf(lea.personId!, { db, held: w.equipment.held }))
    const group = noted.groups.find(({ key }) => key === "held.candidacies.person_id")
    assert.ok(group!.lines.some(({ note, what }) => note === said.statement && what === "Trésorerie"))
    await assert.rejects(
      w.look(async (db) => {
        await eraseHeld(lea.personId!, { db, held: w.equipment.held })
        const rows = await db
          .selectFrom("candidacies")
          .select(["statement", "reason", "standing", "place"])
          .where("call_id", "=", callId)
          .where("person_id", "=", lea.personId!)
          .execute()
        assert.deepEqual(
          { ...rows[0], place: rows[0]!.place !== null },
          { statement: "", reason: null, standing: null, place: true },
        )
        throw new Error("back")
      }),
      /back/,
    )
  })

  it("lets go of the photo and the answers, and stands in nothing that is not drawn yet", async () => {
    const zoe = await member("f")
    const callId = await published({ shown: "at_once" })
    const content = await taken()
    const sent = await w.look((db) =>
      keepFile({ bodyId: w.lisle, name: "zoe.jpeg", content }, { ...w.equipment, actor: zoe, db, now: w.now }),
    )
    const candidacyId = await stands(callId, zoe, { photoId: sent })
    const photoId = await photoOf(candidacyId)
    const { questionId } = await w.do(askCandidates, { callId, text: "Pourquoi ?" }, w.people.dario)
    await assert.rejects(
      w.do(answerQuestion, { questionId, text: "Parce que." }, zoe),
      refused("calls.question_not_shown"),
    )
    await w.do(letQuestionThrough, { questionId }, w.people.amina)
    await w.do(answerQuestion, { questionId, text: "Parce que." }, zoe)
    await w.look((db) =>
      sql`update mandates set since = '2026-01-01', until = '2026-04-30' where person_id = ${zoe.personId}`.execute(db),
    )
    await w.do(erasePerson, { personId: zoe.personId }, await w.holding(["privacy.manage"]))
    const left = await w.look(async (db) => ({
      one: await db.selectFrom("candidacies").selectAll().where("id", "=", candidacyId).executeTakeFirstOrThrow(),
      answers: await db.selectFrom("call_answers").select("text").where("question_id", "=", questionId).execute(),
      files: await db.selectFrom("files").select("id").where("id", "=", photoId).execute(),
    }))
    assert.deepEqual([left.one.statement, left.one.photo_id, left.one.withdrawn_at !== null], ["", null, true])
    assert.deepEqual([left.answers, left.files], [[], []])
  })

  it("shows a photo to those of the body only once candidates are shown, and keeps none that was replaced", async () => {
    const callId = await published()
    const keep = (name: string, content: Uint8Array, actor = lea) =>
      w.look((db) => keepFile({ bodyId: w.lisle, name, content }, { ...w.equipment, actor, db, now: w.now }))
    const open = (fileId: string, actor: Actor) =>
      w.look(async (db) => {
        const file = await db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirst()
        return file && mayOpen(file, { ...w.equipment, actor, db, now: w.now })
      })
    const sent = await keep("lea.jpeg", await taken())
    await assert.rejects(
      stands(callId, lea, { photoId: await keep("lea.txt", new TextEncoder().encode("Moi.")) }),
      invalid("calls.not_a_picture"),
    )
    await assert.rejects(stands(callId, hugo, { photoId: sent }), invalid("unknown"))
    const candidacyId = await stands(callId, lea, { photoId: sent })
    const photoId = await photoOf(candidacyId)
    assert.deepEqual([await open(photoId, w.people.dario), await open(photoId, w.people.amina)], [false, true])
    await w.do(changeCandidacy, { candidacyId, statement: "Bien.", photoId }, lea)
    assert.equal(await photoOf(candidacyId), photoId, "the same stays as it is")
    const again = await keep("lea-2.jpeg", await taken())
    await w.do(changeCandidacy, { candidacyId, statement: "Mieux.", photoId: again }, lea)
    const second = await photoOf(candidacyId)
    assert.equal(await open(photoId, lea), undefined)
    await admit(candidacyId)
    await close(callId)
    assert.equal(await open(second, w.people.dario), true)
    await w.do(withdrawCandidacy, { candidacyId }, lea)
    assert.equal(await open(second, w.people.dario), undefined)
  })

  it("keeps of a photo the picture alone, upright, without the place where it was taken", async () => {
    const zoe = await member("f")
    const content = await taken()
    const keep = (name: string, bytes: Uint8Array) =>
      w.look((db) =>
        keepFile({ bodyId: w.lisle, name, content: bytes }, { ...w.equipment, actor: zoe, db, now: w.now }),
      )
    const sent = await keep("chez moi.jpeg", content)
    const photoId = await photoOf(await stands(await published(), zoe, { photoId: sent }))
    const files = await w.look((db) => db.selectFrom("files").selectAll().where("kept_by", "=", zoe.personId).execute())
    assert.deepEqual(
      files.map(({ id, name, type }) => [id, name, type]),
      [[photoId, "chez moi.jpg", "image/jpeg"]],
    )
    const kept = await buffer(await w.equipment.files.get(w.organisation, files[0]!.hash))
    const { exif, orientation, width, height } = await sharp(kept).metadata()
    assert.deepEqual([exif, orientation, width, height], [undefined, undefined, 40, 80])
    assert.ok((await sharp(content).metadata()).exif, "it was there")
    const broken = await keep("moi.jpeg", content.subarray(0, 400))
    await assert.rejects(stands(await published(), zoe, { photoId: broken }), refused("files.picture_unreadable"))
  })
})
