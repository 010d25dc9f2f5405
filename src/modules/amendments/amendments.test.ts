import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { Document, Packer, Paragraph as Line } from "docx"
import { strToU8, unzipSync, zipSync } from "fflate"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { inOrganisation } from "../../kernel/db.ts"
import { system } from "../../kernel/job.ts"
import { newId } from "../../kernel/id.ts"
import { toPlain } from "../../kernel/rich-text/plain.ts"
import { withClient } from "../../kernel/postgres/bootstrap.ts"
import { keepFile } from "../documents/contract.ts"
import { readText } from "../texts/read-text.ts"
import { changeText } from "../texts/change.ts"
import { saveText } from "../texts/save.ts"
import { validateText } from "../texts/validate.ts"
import { adoptBase } from "./bases/adopt.ts"
import { bringBase } from "./bases/bring.ts"
import { bringVersion } from "./bases/bring-version.ts"
import { listBases } from "./bases/list.ts"
import { mendBase } from "./bases/mend.ts"
import { readBase } from "./bases/read-base.ts"
import { readSource } from "./bases/read-source.ts"
import { beginAmendment } from "./begin.ts"
import { noteOther } from "./note-other.ts"
import { noteOtherOutcome } from "./note-outcome.ts"
import { readAmendment } from "./read-amendment.ts"
import { readConsolidated } from "./read-consolidated.ts"
import { readTable } from "./read-table.ts"
import { waiting } from "./waiting.ts"
import { writeAmendment } from "./write.ts"

const text = [
  "Article 1er",
  "La Région verse une aide de 100 000 euros aux communes rurales.",
  "L’aide est versée en une fois, au printemps.",
  "Article 2",
  "Un rapport est rendu chaque année au conseil régional par le Président.",
]
const more = "La Région verse une aide de 150 000 euros aux communes rurales."

describe("amendments", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const given = () => ({ ...w.equipment, actor: system(w.organisation), now: w.now })
  const brought = async (said: object = { text: text.join("\n") }) => {
    const input = { bodyId: w.lisle, kind: "deliberation", title: "Aide aux communes", reference: "214", ...said }
    return (await w.do(bringBase, input, w.people.amina)).baseId
  }
  const ready = async () => {
    const baseId = await brought()
    await w.do(adoptBase, { baseId, revision: 0 }, w.people.amina)
    return baseId
  }
  const asking = (from: number, to: number, ...put: string[]) => ({ version: 1, operations: [{ from, to, put }] })
  const begun = async (baseId: string, said: object = asking(1, 2, more)) =>
    w.do(beginAmendment, { baseId, authorId: w.amina, ...said }, w.people.amina)
  const other = async (baseId: string, said: object = asking(1, 3)) =>
    w.do(noteOther, { baseId, group: "Les Crêtes", number: "7", ...said }, w.people.amina)
  const next = async (baseId: string, lines: string[]) => {
    await w.do(bringVersion, { baseId, text: lines.join("\n") }, w.people.amina)
    return w.do(adoptBase, { baseId, revision: 0 }, w.people.amina)
  }
  const kept = (name: string, content: Uint8Array) =>
    inOrganisation(w.db, w.organisation, (db) =>
      keepFile({ bodyId: w.lisle, name, content }, { ...given(), actor: w.people.amina, db }),
    )
  const fromFile = async (name: string, content: Uint8Array) => {
    const baseId = await brought({ fileId: await kept(name, content) })
    await inOrganisation(w.db, w.organisation, (db) => readSource({ baseId, number: 1 }, { ...given(), db }))
    return (await w.ask(readBase, { baseId }, w.people.amina)).draft!
  }

  trio(
    () => w,
    [
      {
        command: bringBase,
        capability: "texts.write",
        input: () => ({ bodyId: w.lisle, kind: "report", title: "Rapport", text: "Un texte." }),
      },
      {
        command: bringVersion,
        capability: "texts.write",
        input: async () => ({ baseId: await ready(), text: "Un texte." }),
      },
      {
        command: mendBase,
        capability: "texts.write",
        input: async () => ({ baseId: await brought(), revision: 0, paragraphs: [{ is: "paragraph", text: "Un." }] }),
      },
      { command: adoptBase, capability: "texts.write", input: async () => ({ baseId: await brought(), revision: 0 }) },
      {
        command: beginAmendment,
        capability: "texts.write",
        input: async () => ({ baseId: await ready(), ...asking(1, 2, more) }),
      },
      {
        command: writeAmendment,
        capability: "texts.write",
        input: async () => ({ amendmentId: (await other(await ready())).amendmentId, ...asking(2, 3) }),
      },
      {
        command: noteOther,
        capability: "texts.write",
        input: async () => ({ baseId: await ready(), group: "Les Crêtes", ...asking(1, 2) }),
      },
      {
        command: noteOtherOutcome,
        capability: "texts.write",
        input: async () => ({ amendmentId: (await other(await ready())).amendmentId, outcome: "rejected" }),
      },
    ],
  )

  it("of ours are changed by those who may write its text, and by nobody else", async () => {
    const { amendmentId } = await begun(await ready())
    const writer = await w.holding(["texts.write"])
    await assert.rejects(w.do(writeAmendment, { amendmentId, ...asking(2, 3) }, writer), { code: "not_allowed" })
    await w.do(writeAmendment, { amendmentId, ...asking(2, 3) }, w.people.amina)
  })

  it("strike a base that was looked at first, and mended", async () => {
    const baseId = await brought()
    await assert.rejects(begun(baseId), { code: "bases.not_adopted" })
    const paragraphs = text.map((one) => ({ is: "paragraph" as const, text: one }))
    await w.do(mendBase, { baseId, revision: 0, paragraphs }, w.people.amina)
    await assert.rejects(w.do(mendBase, { baseId, revision: 0, paragraphs }, w.people.amina), {
      code: "bases.mended_meanwhile",
    })
    await w.do(adoptBase, { baseId, revision: 1 }, w.people.amina)
    await assert.rejects(w.do(mendBase, { baseId, revision: 2, paragraphs }, w.people.amina), {
      code: "bases.nothing_to_mend",
    })
    const { base, paragraphs: shown, draft } = await w.ask(readBase, { baseId }, w.people.dario)
    assert.deepEqual([base.version, shown.length, draft], [1, 5, null])
  })

  it("become a text whose words are what they do", async () => {
    const { textId, amendmentId } = await begun(await ready(), {
      ...asking(1, 2, more),
      grounds: "Cent mille ne suffisent pas.",
    })
    const { text: shown } = await w.ask(readText, { textId }, w.people.amina)
    const said = toPlain(shown.doc!).replaceAll("\u00a0", " ")
    assert.equal(said, "À l’article 1er, alinéa 1, remplacer le nombre « 100 000 » par le nombre « 150 000 ».")
    assert.deepEqual(shown.fields, { place: "Article 1er, alinéa 1", grounds: "Cent mille ne suffisent pas." })
    await w.do(writeAmendment, { amendmentId, ...asking(2, 3), grounds: "Autre." }, w.people.amina)
    await assert.rejects(w.do(saveText, { textId, doc: null, base: null }, w.people.amina), {
      code: "amendments.words_follow",
    })
    const again = await w.ask(readText, { textId }, w.people.amina)
    assert.equal(toPlain(again.text.doc!), "À l’article 1er, supprimer l’alinéa 2.")
  })

  it("that spend say what pays for it before anybody answers for them", async () => {
    const { textId, amendmentId } = await begun(await ready(), {
      ...asking(1, 2, more),
      grounds: "Pourquoi.",
      effect: "spending",
      amountCents: "5000000",
    })
    assert.deepEqual((await w.ask(readAmendment, { amendmentId }, w.people.amina)).missing, [
      "amendments.missing.balance",
    ])
    await assert.rejects(w.do(validateText, { textId }, w.people.amina), { code: "amendments.missing.balance" })
    const { text: shown } = await w.ask(readText, { textId }, w.people.amina)
    const fields = { ...shown.fields, balance: "Chapitre 938, moins 50 000 euros." }
    await w.do(changeText, { textId, title: shown.title, authorId: w.amina, fields }, w.people.amina)
    await w.do(validateText, { textId }, w.people.amina)
    await assert.rejects(w.do(writeAmendment, { amendmentId, ...asking(2, 3) }, w.people.amina), {
      code: "texts.closed",
    })
  })

  it("refuse what does not fit the text", async () => {
    const baseId = await ready()
    await assert.rejects(begun(baseId, asking(4, 6)), /operations/)
    await assert.rejects(begun(baseId, asking(2, 2)), /operations/)
    await assert.rejects(begun(baseId, asking(1, 2, text[1]!)), /nothing_changed/)
    const twice = { version: 1, operations: [1, 1].map((from) => ({ from, to: 2, put: ["x"] })) }
    await assert.rejects(begun(baseId, twice), { code: "amendments.twice" })
  })

  it("meet those of other groups in the table, and say what would fall", async () => {
    const baseId = await ready()
    const ours = await begun(baseId)
    const theirs = await other(baseId)
    const { rows } = await w.ask(readTable, { baseId }, w.people.amina)
    assert.deepEqual(
      rows.map(({ id, place, meets, fells }) => [id, place, meets.map(({ how }) => how), fells]),
      [
        [theirs.amendmentId, "article 1er, alinéas 1 à 2", ["delete"], [ours.amendmentId]],
        [ours.amendmentId, "article 1er, alinéa 1", ["delete"], []],
      ],
    )
    const { meets } = await w.ask(readAmendment, { amendmentId: ours.amendmentId }, w.people.amina)
    assert.deepEqual(
      meets.map(({ group_name, number, how }) => [group_name, number, how]),
      [["Les Crêtes", "7", "delete"]],
    )
    await w.do(noteOtherOutcome, { amendmentId: theirs.amendmentId, outcome: "withdrawn" }, w.people.amina)
    const after_ = await w.ask(readTable, { baseId }, w.people.amina)
    assert.deepEqual(
      after_.rows.map((row) => row.meets),
      [[], []],
    )
  })

  it("follow a new version of the base, or are to be taken up, and lose nothing", async () => {
    const baseId = await ready()
    const moves = await begun(baseId, asking(4, 5))
    const struck = await begun(baseId)
    const lines = ["Vu le budget ;", ...text.with(1, "La Région verse une aide de 120 000 euros aux communes rurales.")]
    const { stand, snagged } = await next(baseId, lines)
    assert.deepEqual([stand, snagged], [1, 1])
    const read = (amendmentId: string) => w.ask(readAmendment, { amendmentId }, w.people.amina)
    const moved = await read(moves.amendmentId)
    assert.deepEqual([moved.amendment.version, moved.amendment.operations[0]!.from, moved.missing], [2, 5, []])
    const left = await read(struck.amendmentId)
    assert.deepEqual(
      [left.amendment.version, left.amendment.operations[0]!.put, left.amendment.snags, left.missing],
      [1, [more], [{ index: 0, snag: "changed", from: 2, to: 3 }], ["amendments.missing.take_up"]],
    )
    const waits = async () => {
      const found = await inOrganisation(w.db, w.organisation, (db) =>
        waiting({ ...given(), actor: w.people.amina, db }),
      )
      return found.some(({ at }) => at.endsWith(struck.amendmentId))
    }
    assert.ok(await waits())
    await assert.rejects(
      w.do(writeAmendment, { amendmentId: struck.amendmentId, ...asking(1, 2, more) }, w.people.amina),
      {
        code: "amendments.base_replaced",
      },
    )
    const operations = [{ from: 2, to: 3, put: [more] }]
    await w.do(writeAmendment, { amendmentId: struck.amendmentId, version: 2, operations }, w.people.amina)
    assert.deepEqual((await read(struck.amendmentId)).missing, [])
    assert.ok(!(await waits()))
  })

  it("make a consolidated text of those that are chosen, or were adopted", async () => {
    const baseId = await ready()
    const ours = await begun(baseId)
    const theirs = await other(baseId, asking(2, 3))
    await w.do(noteOtherOutcome, { amendmentId: theirs.amendmentId, outcome: "adopted" }, w.people.amina)
    const made = async (input: object) => {
      const { rows } = await w.ask(readConsolidated, { baseId, ...input }, w.people.amina)
      return rows.flatMap(({ pieces }) => {
        const left = pieces.filter(({ is }) => is !== "removed").map((piece) => piece.text)
        return left.length ? [left.join("")] : []
      })
    }
    assert.deepEqual(await made({}), text.toSpliced(2, 1))
    assert.deepEqual(await made({ chosen: [ours.amendmentId] }), text.with(1, more))
  })

  it("that are confidential are seen by nobody else, and rest encrypted", async () => {
    const baseId = await ready()
    const { amendmentId, textId } = await begun(baseId, { ...asking(1, 2, more), confidential: true })
    const { rows } = await w.ask(readTable, { baseId }, w.people.dario)
    assert.deepEqual(rows, [])
    await assert.rejects(w.ask(readAmendment, { amendmentId }, w.people.dario), { code: "not_found" })
    const kept_ = () =>
      withClient(w.owner, async (client) => {
        const { rows: raw } = await client.query("select operations::text as words from amendments where id = $1", [
          amendmentId,
        ])
        return raw[0].words as string
      })
    assert.ok(!(await kept_()).includes("150"))
    const { text: shown } = await w.ask(readText, { textId }, w.people.amina)
    await w.do(changeText, { textId, title: shown.title, authorId: w.amina, fields: shown.fields }, w.people.amina)
    assert.ok((await kept_()).includes("150"))
  })

  it("of another body do not exist", async () => {
    const baseId = await ready()
    const { amendmentId } = await other(baseId)
    for (const actor of [w.people.ines, w.people.oscar]) {
      await assert.rejects(w.ask(readBase, { baseId }, actor), { code: "not_found" })
      await assert.rejects(w.ask(readAmendment, { amendmentId }, actor), { code: "not_found" })
      assert.deepEqual((await w.ask(listBases, {}, actor)).rows, [])
    }
    const found = await w.ask(listBases, { bodyId: w.lisle, limit: 2 }, w.people.dario)
    const following = await w.ask(listBases, { bodyId: w.lisle, limit: 2, after: found.next }, w.people.dario)
    assert.equal(new Set([...found.rows, ...following.rows].map(({ id }) => id)).size, 4)
    assert.equal(found.rows[0]!.amendments, 1)
  })

  it("are read from Word, and macros stay where they are", async () => {
    const document = await Packer.toBuffer(new Document({ sections: [{ children: text.map((one) => new Line(one)) }] }))
    const draft = await fromFile("projet.docx", document)
    assert.deepEqual(
      draft.paragraphs!.map(({ is, text: words }) => [is, words]),
      text.map((one) => [one.startsWith("Article") ? "article" : "paragraph", one]),
    )
    assert.equal(draft.note, null)
    const withMacros = zipSync({ ...unzipSync(document), "word/vbaProject.bin": strToU8("Sub AutoOpen") })
    assert.equal((await fromFile("projet.docx", withMacros)).note, "macros")
  })

  it("say why a file gives no text, and take what is pasted instead", async () => {
    assert.equal((await fromFile("vide.txt", strToU8(" \n\n "))).trouble, "empty")
    assert.equal((await fromFile("abime.pdf", strToU8("%PDF-1.7\nrien"))).trouble, "broken")
    await assert.rejects(brought({}), /text: required/)
    await assert.rejects(brought({ fileId: newId() }), /fileId: unknown/)
    const baseId = await brought({ fileId: await kept("abime.pdf", strToU8("%PDF-1.7\nrien")) })
    await w.do(mendBase, { baseId, revision: 0, paragraphs: [{ is: "paragraph", text: "Recopié." }] }, w.people.amina)
    await w.do(adoptBase, { baseId, revision: 1 }, w.people.amina)
  })
})
