import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import pg from "pg"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { waitingFor } from "../../kernel/waiting.ts"
import { openMatter } from "../matters/open.ts"
import { readTimeline } from "../matters/timeline.ts"
import { addSittingItem } from "../sittings/items/add.ts"
import { recordSitting } from "../sittings/record.ts"
import { beginText } from "./begin.ts"
import { changeText } from "./change.ts"
import { dropText } from "./drop.ts"
import { giveText } from "./give.ts"
import { keepTextVersion } from "./keep-version.ts"
import { listTexts } from "./list.ts"
import { lodgeText } from "./lodge.ts"
import { markTextRead } from "./mark-read.ts"
import { noteTextOutcome } from "./note-outcome.ts"
import { readText } from "./read-text.ts"
import { reopenText } from "./reopen.ts"
import { restoreTextVersion } from "./restore-version.ts"
import { saveText } from "./save.ts"
import { signText } from "./sign.ts"
import { validateText } from "./validate.ts"

const written = (...paragraphs: string[]) => ({
  type: "doc" as const,
  content: paragraphs.map((text) => ({ type: "paragraph" as const, content: [{ type: "text" as const, text }] })),
})

describe("texts", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const begun = async (more: object = {}, actor = w.people.amina) =>
    (
      await w.do(
        beginText,
        { bodyId: w.lisle, kind: "wish", title: "Un train chaque heure", authorId: w.amina, ...more },
        actor,
      )
    ).textId
  /** Written: nothing of its model is left to fill in. */
  const ready = async (more: object = {}) => {
    const textId = await begun(more)
    await w.do(
      saveText,
      { textId, doc: written("Que le train passe."), base: (await read(textId)).text.doc },
      w.people.amina,
    )
    return textId
  }
  const validated = async (more: object = {}) => {
    const textId = await ready(more)
    await w.do(validateText, { textId }, w.people.amina)
    return textId
  }
  const signed = async (more: object = {}) => {
    const textId = await validated(more)
    await w.do(signText, { textId }, w.people.amina)
    return textId
  }
  const lodged = async (more: object = {}) => {
    const textId = await signed(more)
    await w.do(lodgeText, { textId }, w.people.amina)
    return textId
  }
  const read = async (textId: string, actor = w.people.amina) => w.ask(readText, { textId }, actor)

  trio(
    () => w,
    [
      {
        command: beginText,
        capability: "texts.write",
        input: () => ({ bodyId: w.lisle, kind: "note", title: "Note" }),
      },
    ],
  )
  // What is being written is seen by those who write texts there, so the right mandate holds that too.
  const steps: [
    name: string,
    command: any,
    capability: "texts.manage" | "texts.validate",
    input: () => Promise<object>,
  ][] = [
    ["save", saveText, "texts.manage", async () => ({ textId: await begun(), doc: written("A"), base: null })],
    ["change", changeText, "texts.manage", async () => ({ textId: await begun(), title: "Autre" })],
    ["keepVersion", keepTextVersion, "texts.manage", async () => ({ textId: await begun() })],
    [
      "restoreVersion",
      restoreTextVersion,
      "texts.manage",
      async () => {
        const textId = await begun()
        await w.do(keepTextVersion, { textId }, w.people.amina)
        return { textId, number: 1 }
      },
    ],
    ["give", giveText, "texts.manage", async () => ({ textId: await begun(), readerIds: [w.dario] })],
    ["markRead", markTextRead, "texts.manage", async () => ({ textId: await begun() })],
    ["validate", validateText, "texts.validate", async () => ({ textId: await ready() })],
    ["sign", signText, "texts.validate", async () => ({ textId: await validated() })],
    ["lodge", lodgeText, "texts.manage", async () => ({ textId: await signed() })],
    ["noteOutcome", noteTextOutcome, "texts.manage", async () => ({ textId: await lodged(), outcome: "adopted" })],
    ["reopen", reopenText, "texts.validate", async () => ({ textId: await validated() })],
    ["drop", dropText, "texts.manage", async () => ({ textId: await begun() })],
  ]
  for (const [name, command, capability, input] of steps) {
    it(`texts.${name} does not exist for another organisation, is refused without mandate, and done by who holds ${capability}`, async () => {
      const said = await input()
      await assert.rejects(w.do(command, said, w.people.oscar), { code: "not_found" })
      await assert.rejects(w.do(command, said, w.people.dario), (error: { code: string }) =>
        ["not_found", "not_allowed"].includes(error.code),
      )
      await assert.rejects(w.do(command, said, await w.holding(["texts.write"])), { code: "not_allowed" })
      const actor = await w.holding(["texts.write", capability])
      if (command === giveText) await w.known(w.dario).then(() => w.do(command, said, w.people.amina))
      else await w.do(command, said, actor)
    })
  }

  it("lets who asked a question note its answer, and the author of a wish nothing of what became of it", async () => {
    const author = await w.holding(["texts.write"])
    const fields = { addressee: "le bourgmestre" }
    const asked = await lodged({ kind: "written_question", authorId: author.personId, fields })
    await w.do(noteTextOutcome, { textId: asked, outcome: "answered" }, author)
    const other = await lodged({ kind: "written_question", fields })
    await assert.rejects(w.do(noteTextOutcome, { textId: other, outcome: "answered" }, author), { code: "not_allowed" })
    const wish = await lodged({ authorId: author.personId })
    await assert.rejects(w.do(noteTextOutcome, { textId: wish, outcome: "adopted" }, author), { code: "not_allowed" })
  })

  it("begin from the model of their kind, with the assembly and the day of the item they are for", async () => {
    const { sittingId } = await w.do(
      recordSitting,
      {
        bodyId: w.lisle,
        assembly: { name: "Conseil communal de Lisle", kind: "be_municipal_council" },
        title: "Conseil de juin",
        day: "2026-06-01",
        at: "19:30",
      },
      w.people.amina,
    )
    const { itemId } = await w.do(addSittingItem, { sittingId, number: "7", title: "Gare" }, w.people.amina)
    const textId = await begun({ sittingItemId: itemId })
    const { text } = await read(textId)
    assert.match(JSON.stringify(text.doc), /Le Conseil communal de Lisle, réuni le 1er juin 2026, émet le vœu que/)
    assert.deepEqual([text.item_title, text.sitting_title], ["Gare", "Conseil de juin"])
    const { rows } = await w.ask(listTexts, { sittingItemId: itemId }, w.people.amina)
    assert.deepEqual(
      rows.map(({ id }) => id),
      [textId],
    )
  })

  it("are put together when two write at once", async () => {
    const textId = await begun()
    const base = written("Un.", "Deux.")
    await w.do(saveText, { textId, doc: base, base: (await read(textId)).text.doc }, w.people.amina)
    await w.do(saveText, { textId, doc: written("Un bis.", "Deux."), base }, w.people.amina)
    const { merged } = await w.do(saveText, { textId, doc: written("Un.", "Deux.", "Trois."), base }, w.people.amina)
    assert.equal(merged, true)
    assert.deepEqual((await read(textId)).text.doc, written("Un bis.", "Deux.", "Trois."))
  })

  it("come back to a version, and keep the words that stood there", async () => {
    const textId = await ready()
    const first = (await read(textId)).text.doc
    await w.do(keepTextVersion, { textId }, w.people.amina)
    await w.do(saveText, { textId, doc: written("Autre chose."), base: first }, w.people.amina)
    await w.do(restoreTextVersion, { textId, number: 1 }, w.people.amina)
    const { text, versions } = await read(textId)
    assert.deepEqual([text.doc, versions.map(({ reason }) => reason)], [first, ["restored", "kept"]])
    await w.do(restoreTextVersion, { textId, number: 2 }, w.people.amina)
    assert.deepEqual((await read(textId)).text.doc, written("Autre chose."))
    await assert.rejects(w.do(restoreTextVersion, { textId, number: 9 }, w.people.amina), { code: "not_found" })
  })

  it("number their articles by themselves, and count signs with spaces", async () => {
    const textId = await begun({ kind: "deliberation" })
    const article = (text: string) => ({
      type: "heading" as const,
      attrs: { level: 3 as const },
      content: [{ type: "text" as const, text }],
    })
    const doc = {
      type: "doc" as const,
      content: [article("Article 4 – Objet"), article("Article"), article("Articles")],
    }
    await w.do(saveText, { textId, doc, base: (await read(textId)).text.doc }, w.people.amina)
    const { text } = await read(textId)
    assert.deepEqual(
      text.doc!.content.map((block) => JSON.stringify(block).match(/"text":"([^"]*)"/)![1]),
      ["Article\u00a01er – Objet", "Article\u00a02", "Articles"],
    )
    assert.equal(text.signs, "Article 1er – Objet Article 2 Articles".length - 2)
  })

  it("take the next number of their kind and year when they are validated, two at once as well", async () => {
    const ids = [await ready({ kind: "motion" }), await ready({ kind: "motion" }), await ready({ kind: "motion" })]
    await Promise.all(ids.map((textId) => w.do(validateText, { textId }, w.people.amina)))
    const references = await Promise.all(ids.map(async (textId) => (await read(textId)).text.reference))
    assert.deepEqual(references.toSorted(), ["LIS-2026-MOT-0001", "LIS-2026-MOT-0002", "LIS-2026-MOT-0003"])
    await assert.rejects(w.do(validateText, { textId: ids[0] }, w.people.amina), { code: "wrong_state" })
  })

  it("are validated once when two do it at once", async () => {
    const textId = await ready({ kind: "interpellation", fields: { addressee: "Le Collège" } })
    const tries = await Promise.allSettled([1, 2].map(() => w.do(validateText, { textId }, w.people.amina)))
    assert.deepEqual(tries.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    const next = await validated({ kind: "interpellation", fields: { addressee: "Le Collège" } })
    assert.equal((await read(next)).text.reference, "LIS-2026-INT-0002")
  })

  it("keep their number when they are opened again, and never give it to another", async () => {
    const textId = await validated({ kind: "op_ed" })
    const { reference } = (await read(textId)).text
    await w.do(reopenText, { textId }, w.people.amina)
    await w.do(dropText, { textId }, w.people.amina)
    const other = await validated({ kind: "op_ed" })
    assert.equal(reference, "LIS-2026-TRIB-0001")
    assert.equal((await read(other)).text.reference, "LIS-2026-TRIB-0002")
  })

  it("are not validated without what their form asks, nor over their limit", async () => {
    const textId = await begun({ kind: "written_question", authorId: null, limitSigns: 10 })
    const missing = (await read(textId)).missing["texts.validate"]!
    assert.deepEqual(
      missing.map(({ key }) => key),
      [
        "texts.missing.gaps",
        "texts.missing.author",
        "texts.missing.addressee",
        "texts.missing.signs",
        "texts.missing.reading",
      ],
    )
    await assert.rejects(w.do(validateText, { textId }, w.people.amina), { code: "something_missing" })
    await assert.rejects(
      w.do(changeText, { textId, title: "Eau", fields: { contact: "06" } }, w.people.amina),
      /fields.contact: unknown/,
    )
  })

  it("no longer change once somebody answered for them", async () => {
    const textId = await validated()
    await assert.rejects(w.do(saveText, { textId, doc: written("X"), base: null }, w.people.amina), {
      code: "texts.closed",
    })
    await assert.rejects(w.do(changeText, { textId, title: "X" }, w.people.amina), { code: "texts.closed" })
    await assert.rejects(w.do(lodgeText, { textId }, w.people.amina), { code: "wrong_state" })
  })

  it("go the path of their kind to what became of them, and no other", async () => {
    const textId = await lodged()
    assert.deepEqual((await read(textId)).outcomes, [
      "admissible",
      "inadmissible",
      "defended",
      "referred",
      "adopted",
      "amended",
      "rejected",
      "withdrawn",
    ])
    const note = (outcome: string) => w.do(noteTextOutcome, { textId, outcome }, w.people.amina)
    await assert.rejects(note("answered"), { code: "texts.not_from_here" })
    await assert.rejects(note("fallen"), { code: "texts.not_from_here" })
    await note("defended")
    await note("referred")
    await note("adopted")
    await assert.rejects(note("rejected"), { code: "texts.not_from_here" })
    const { taken, over } = await read(textId)
    assert.equal(over, true)
    assert.deepEqual(
      taken.map(({ state }) => state),
      ["draft", "validated", "signed", "lodged", "defended", "referred", "adopted"],
    )
  })

  it("are read over by those who were asked, who find it in their day, and by nobody who wrote them", async () => {
    const textId = await begun()
    await w.do(giveText, { textId, readerIds: [w.dario] }, w.people.amina)
    const waits = (actor = w.people.dario) =>
      w
        .look((db) => waitingFor({ ...w.equipment, actor, db, now: w.now }))
        .then((all) => all.filter(({ at }) => at === `/textes/${textId}`))
    assert.deepEqual(
      (await waits()).map(({ key }) => key),
      ["texts.waiting.read"],
    )
    await assert.rejects(w.do(markTextRead, { textId }, w.people.amina), { code: "texts.own_reading" })
    await w.do(markTextRead, { textId, note: "Deux chiffres à vérifier." }, w.people.dario)
    assert.deepEqual(await waits(), [])
    assert.deepEqual(
      (await waits(w.people.amina)).map(({ key }) => key),
      ["texts.waiting.validate"],
    )
    assert.equal((await read(textId)).text.state, "read")
  })

  it("are seen by those who write while they are written, by the body afterwards, and if confidential by those concerned", async () => {
    const isSeen = (textId: string, actor = w.people.dario) =>
      read(textId, actor).then(
        () => true,
        () => false,
      )
    const draft = await ready()
    assert.deepEqual([await isSeen(draft), await isSeen(draft, await w.holding(["texts.write"]))], [false, true])
    await w.do(validateText, { textId: draft }, w.people.amina)
    assert.deepEqual([await isSeen(draft), await isSeen(draft, w.people.ines)], [true, false])
    const secret = await validated({ confidential: true })
    assert.deepEqual([await isSeen(secret), await isSeen(secret, await w.holding(["texts.write"]))], [false, false])
    assert.equal(await isSeen(secret, await w.holding(["confidential.read"])), true)
  })

  it("rest encrypted with all that was kept of them, when they are confidential or hang on what is", async () => {
    const { matterId } = await w.do(
      openMatter,
      { bodyId: w.lisle, title: "Litige", confidential: true },
      w.people.amina,
    )
    const textId = await begun({ kind: "note" })
    await w.do(saveText, { textId, doc: written("Zibeline"), base: null }, w.people.amina)
    await w.do(keepTextVersion, { textId, name: "Zibeline" }, w.people.amina)
    await w.do(changeText, { textId, title: "Note", matterId }, w.people.amina)
    const owner = new pg.Client(w.owner)
    await owner.connect()
    const { rows } = await owner.query(
      `select (select doc::text from texts where id = $1) as doc,
              (select doc::text || name from text_versions where text_id = $1) as kept`,
      [textId],
    )
    await owner.end()
    assert.doesNotMatch(JSON.stringify(rows), /Zibeline/)
    assert.equal((await read(textId)).text.confidential, true)
    assert.match(JSON.stringify((await read(textId)).text.doc), /Zibeline/)
  })

  it("stand in the timeline of their matter", async () => {
    const { matterId } = await w.do(openMatter, { bodyId: w.lisle, title: "Rail" }, w.people.amina)
    const textId = await validated({ matterId })
    const { rows } = await w.ask(readTimeline, { matterId }, w.people.dario)
    assert.deepEqual(
      rows.map(({ kind, id, at }) => [kind, id, at]),
      [["text", textId, `/textes/${textId}`]],
    )
  })
})
