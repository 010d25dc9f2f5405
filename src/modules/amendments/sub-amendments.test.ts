import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import { inOrganisation } from "../../kernel/db.ts"
import { toPlain } from "../../kernel/rich-text/plain.ts"
import { withClient } from "../../kernel/postgres/bootstrap.ts"
import { lodgeText } from "../texts/lodge.ts"
import { noteTextOutcome } from "../texts/note-outcome.ts"
import { readText } from "../texts/read-text.ts"
import { signText } from "../texts/sign.ts"
import { validateText } from "../texts/validate.ts"
import { adoptBase } from "./bases/adopt.ts"
import { bringBase } from "./bases/bring.ts"
import { bringVersion } from "./bases/bring-version.ts"
import { beginAmendment } from "./begin.ts"
import { noteOther } from "./note-other.ts"
import { noteOtherOutcome } from "./note-outcome.ts"
import { sheetOf } from "./papers/sheet.ts"
import { tableRows } from "./papers/table-rows.ts"
import { findShown, readAmendment } from "./read-amendment.ts"
import { readConsolidated } from "./read-consolidated.ts"
import { readTable } from "./read-table.ts"
import { findSeenBase } from "./seen.ts"
import { writeAmendment } from "./write.ts"

const text = ["Article 1er", "La Région verse une aide de 100 000 euros.", "L’aide est versée au printemps."]
const more = "La Région verse une aide de 150 000 euros."
const most = "La Région verse une aide de 200 000 euros."
const added = "Un bilan est publié."

describe("a sub-amendment", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const ready = async () => {
    const { baseId } = await w.do(
      bringBase,
      { bodyId: w.lisle, kind: "report", title: "Aide", reference: "214", text: text.join("\n") },
      w.people.amina,
    )
    await w.do(adoptBase, { baseId, revision: 0 }, w.people.amina)
    return baseId
  }
  const asking = (from: number, to: number, ...put: string[]) => ({ version: 1, operations: [{ from, to, put }] })
  const other = async (baseId: string, said: object = asking(1, 2, more, added)) =>
    (await w.do(noteOther, { baseId, group: "Les Crêtes", number: "7", ...said }, w.people.amina)).amendmentId
  const sub = (baseId: string, amendsId: string, said: object = asking(0, 1, most)) =>
    w.do(
      beginAmendment,
      { baseId, amendsId, authorId: w.amina, grounds: "Il faut davantage.", ...said },
      w.people.amina,
    )
  const read = (amendmentId: string) => w.ask(readAmendment, { amendmentId }, w.people.amina)
  const table = async (baseId: string) => (await w.ask(readTable, { baseId }, w.people.amina)).rows
  const lodged = async (textId: string, theirNumber: string | null = null) => {
    await w.do(validateText, { textId }, w.people.amina)
    await w.do(signText, { textId }, w.people.amina)
    await w.do(lodgeText, { textId, theirNumber }, w.people.amina)
  }
  const within = <T>(ask: (given: any) => Promise<T>): Promise<T> =>
    inOrganisation(w.db, w.organisation, (db) => ask({ ...w.equipment, actor: w.people.amina, db, now: w.now }))
  const words = async (textId: string) =>
    toPlain((await w.ask(readText, { textId }, w.people.amina)).text.doc!).replaceAll("\u00a0", " ")

  it("changes what an amendment puts into the text, and says so in the words of the trade", async () => {
    const baseId = await ready()
    const theirs = await other(baseId)
    const { textId, amendmentId } = await sub(baseId, theirs)
    assert.equal(
      await words(textId!),
      "Dans le texte de l’amendement n° 7 (Les Crêtes), alinéa 1, remplacer le nombre « 150 000 » par le nombre « 200 000 ».",
    )
    const { text: shown } = await w.ask(readText, { textId }, w.people.amina)
    assert.equal(shown.kind, "sub_amendment")
    await lodged(textId!)
    const { amendment, amends, missing } = await read(amendmentId)
    assert.match(amendment.number!, /-SAMD-0001$/)
    assert.deepEqual([amends!.id, amendment.operations[0]!.was, missing], [theirs, [more], []])
    assert.deepEqual(
      (await read(theirs)).subs.map(({ id, stands }) => [id, stands]),
      [[amendmentId, true]],
    )
    const sheet = await within(async (given) => sheetOf((await findShown(amendmentId, given))!, given))
    assert.deepEqual([sheet.kind, sheet.title], ["Sous-amendement", `Sous-amendement ${amendment.number}`])
    assert.deepEqual(
      sheet.facts.find(([word]) => word === "Amendement visé"),
      ["Amendement visé", "n° 7 (Les Crêtes)"],
    )
  })

  it("stands under its amendment in the table, and meets only those beside it", async () => {
    const baseId = await ready()
    const theirs = await other(baseId)
    const last = await other(baseId, asking(2, 3))
    const { amendmentId } = await sub(baseId, theirs)
    const second = await other(baseId, { amendsId: theirs, ...asking(0, 1) })
    assert.deepEqual(
      (await table(baseId)).map(({ id, n, amends_id, meets }) => [id, n, amends_id, meets.length]),
      [
        [theirs, "1", null, 0],
        [second, "1.1", theirs, 1],
        [amendmentId, "1.2", theirs, 1],
        [last, "2", null, 0],
      ],
    )
    const rows = await within(async (given) => tableRows((await findSeenBase(baseId, given))!, "place", given))
    assert.match(String(rows[1]![1]), /^sous-amendement Les Crêtes/)
  })

  it("falls with its amendment, and without an amendment has no object", async () => {
    const baseId = await ready()
    const theirs = await other(baseId)
    const ours = await sub(baseId, theirs)
    await lodged(ours.textId!)
    const written = await sub(baseId, theirs, asking(1, 2))
    const second = await other(baseId, { amendsId: theirs, ...asking(1, 2, "Un bilan est rendu.") })
    await w.do(noteOtherOutcome, { amendmentId: theirs, outcome: "rejected" }, w.people.amina)
    assert.deepEqual(
      await Promise.all(
        [ours.amendmentId, second, written.amendmentId].map(async (id) => (await read(id)).amendment.state),
      ),
      ["fallen", "fallen", "draft"],
    )
    assert.deepEqual((await read(written.amendmentId)).missing, ["amendments.missing.moot"])
    await assert.rejects(w.do(validateText, { textId: written.textId }, w.people.amina), {
      code: "amendments.missing.moot",
    })
    await assert.rejects(sub(baseId, theirs), { code: "amendments.settled" })
    assert.deepEqual((await table(baseId)).filter(({ moot }) => moot).length, 3)
  })

  it("falls with an amendment of ours whose outcome is noted on its text, and calls it by its number", async () => {
    const baseId = await ready()
    const ours = await w.do(
      beginAmendment,
      { baseId, authorId: w.amina, grounds: "Pourquoi.", ...asking(1, 2, more) },
      w.people.amina,
    )
    await assert.rejects(sub(baseId, ours.amendmentId), { code: "amendments.still_written" })
    await w.do(validateText, { textId: ours.textId }, w.people.amina)
    const theirs = await other(baseId, { amendsId: ours.amendmentId, ...asking(0, 1, most) })
    const mine = await sub(baseId, ours.amendmentId)
    await w.do(signText, { textId: ours.textId }, w.people.amina)
    await w.do(lodgeText, { textId: ours.textId, theirNumber: "1032" }, w.people.amina)
    assert.match(await words(mine.textId!), /^Dans le texte de l’amendement 1032, alinéa 1/)
    await w.do(noteTextOutcome, { textId: ours.textId, outcome: "withdrawn" }, w.people.amina)
    assert.equal((await read(theirs)).amendment.state, "fallen")
  })

  it("is not written on a sub-amendment, nor on a deletion, nor on the amendment of another base", async () => {
    const baseId = await ready()
    const theirs = await other(baseId)
    const { amendmentId, textId } = await sub(baseId, theirs)
    await lodged(textId!)
    await assert.rejects(sub(baseId, amendmentId), { code: "amendments.one_level" })
    await assert.rejects(sub(baseId, await other(baseId, asking(2, 3))), { code: "amendments.nothing_proposed" })
    await assert.rejects(sub(await ready(), theirs), { code: "not_found" })
    await assert.rejects(sub(baseId, theirs, asking(1, 3)), /operations/)
  })

  it("follows when its amendment is written anew, or is to be taken up", async () => {
    const baseId = await ready()
    const theirs = await other(baseId)
    const follows = await sub(baseId, theirs)
    const stays = await sub(baseId, theirs, asking(1, 2, "Un bilan est rendu."))
    const operations = [{ from: 1, to: 2, put: [`Chaque année, ${more}`] }]
    await w.do(writeAmendment, { amendmentId: theirs, version: 1, operations }, w.people.amina)
    const moved = await read(follows.amendmentId)
    assert.deepEqual(
      [moved.amendment.version, moved.amendment.stands, moved.amendment.operations[0]!.put],
      [2, true, [`Chaque année, ${most}`]],
    )
    const left = await read(stays.amendmentId)
    assert.deepEqual([left.amendment.stands, left.missing], [false, ["amendments.missing.take_up"]])
    await assert.rejects(
      w.do(writeAmendment, { amendmentId: stays.amendmentId, ...asking(0, 1, most) }, w.people.amina),
      { code: "amendments.amended_meanwhile" },
    )
    const again = { version: 2, operations: [{ from: 1, to: 1, put: ["Un bilan est rendu."] }] }
    await w.do(writeAmendment, { amendmentId: stays.amendmentId, ...again }, w.people.amina)
    assert.deepEqual((await read(stays.amendmentId)).missing, [])
    await w.do(bringVersion, { baseId, text: ["Vu le budget ;", ...text].join("\n") }, w.people.amina)
    const { stand, snagged } = await w.do(adoptBase, { baseId, revision: 0 }, w.people.amina)
    assert.deepEqual([stand, snagged], [1, 0])
    assert.ok((await read(follows.amendmentId)).amendment.stands)
  })

  it("that is adopted stands in the consolidated text with its amendment, and not without it", async () => {
    const baseId = await ready()
    const theirs = await other(baseId)
    const second = await other(baseId, { amendsId: theirs, ...asking(0, 1, most) })
    const made = async (chosen: string[]) =>
      (await w.ask(readConsolidated, { baseId, chosen }, w.people.amina)).rows.flatMap(({ pieces }) => {
        const left = pieces.filter(({ is }) => is !== "removed").map((piece) => piece.text)
        return left.length ? [left.join("")] : []
      })
    assert.deepEqual(await made([theirs]), [text[0], more, added, text[2]])
    assert.deepEqual(await made([theirs, second]), [text[0], most, added, text[2]])
    assert.deepEqual(await made([second]), text)
  })

  it("on a confidential amendment is confidential, another group’s too", async () => {
    const baseId = await ready()
    const ours = await w.do(
      beginAmendment,
      { baseId, authorId: w.amina, grounds: "Pourquoi.", confidential: true, ...asking(1, 2, more) },
      w.people.amina,
    )
    await w.do(validateText, { textId: ours.textId }, w.people.amina)
    const mine = await sub(baseId, ours.amendmentId)
    const theirs = await other(baseId, { amendsId: ours.amendmentId, ...asking(0, 1, most) })
    assert.ok((await read(mine.amendmentId)).amendment.confidential)
    assert.deepEqual((await w.ask(readTable, { baseId }, w.people.dario)).rows, [])
    await assert.rejects(w.ask(readAmendment, { amendmentId: theirs }, w.people.dario), { code: "not_found" })
    await withClient(w.owner, async (client) => {
      const { rows } = await client.query("select operations::text as words from amendments where base_id = $1", [
        baseId,
      ])
      assert.ok(rows.every(({ words: kept }) => !String(kept).includes("000")))
    })
  })
})
