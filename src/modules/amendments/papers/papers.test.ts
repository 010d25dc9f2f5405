import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { strFromU8, unzipSync } from "fflate"
import { type World, world } from "../../../../tests/world.ts"
import { faultsOf } from "../../../../tests/akoma-ntoso.ts"
import { wellFormed } from "../../../../tests/well-formed.ts"
import { extractText } from "../../../kernel/file/extract/extract.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { exportRoutes } from "../../exports/route.ts"
import { adoptBase } from "../bases/adopt.ts"
import { bringBase } from "../bases/bring.ts"
import { beginAmendment } from "../begin.ts"
import { noteOther } from "../note-other.ts"
import { paperRoutes } from "./routes.ts"

const text = [
  "Article 1er",
  "La Région verse une aide de 100 000 euros aux communes < 5 000 habitants & hameaux.",
  "L’aide est versée en une fois.",
]
const more = text[1]!.replace("100 000", "150 000")
const plain = (said: string) => said.replaceAll(/[\u00a0\u202f]/g, " ")

describe("the papers of an amendment", () => {
  let w: World
  let baseId: string
  let ours: { amendmentId: string }
  let theirs: { amendmentId: string }
  before(async () => {
    w = await world()
    const said = {
      bodyId: w.lisle,
      kind: "deliberation",
      title: "Aide aux communes",
      reference: "214",
      text: text.join("\n"),
    }
    baseId = (await w.do(bringBase, said, w.people.amina)).baseId
    await w.do(adoptBase, { baseId, revision: 0 }, w.people.amina)
    const amend = {
      baseId,
      version: 1,
      authorId: w.amina,
      grounds: "Cent mille ne suffisent pas.",
      effect: "spending",
      amountCents: "5000000",
      balance: "Chapitre 938.",
    }
    ours = await w.do(beginAmendment, { ...amend, operations: [{ from: 1, to: 2, put: [more] }] }, w.people.amina)
    const operations = [
      { from: 2, to: 3, put: [] },
      { from: 3, to: 3, put: ["Un rapport est rendu."] },
    ]
    theirs = await w.do(noteOther, { baseId, version: 1, group: "Les Crêtes", number: "7", operations }, w.people.amina)
  })
  after(() => w.end())

  const take = async (
    ending: string,
    id: string,
    query: Record<string, string> = {},
    actor: Actor = w.people.amina,
  ) => {
    const { body } = await paperRoutes
      .find(({ path }) => path.endsWith(ending))!
      .handle({
        params: { id },
        query,
        body: {},
        headers: {},
        cookies: {},
        ip: "127.0.0.1",
        files: async function* () {},
        actor: async () => actor,
        db: w.db,
        equipment: w.equipment,
      })
    return body as Uint8Array
  }
  const partOf = (docx: Uint8Array) => strFromU8(unzipSync(docx)["word/document.xml"]!)

  it("say on one sheet where, what, why, and what it costs", async () => {
    const pdf = await extractText(await take("amendement.pdf", ours.amendmentId), "application/pdf")
    const docx = await extractText(
      await take("amendement.docx", ours.amendmentId),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )
    const odt = await extractText(
      await take("amendement.odt", ours.amendmentId),
      "application/vnd.oasis.opendocument.text",
    )
    for (const said of [pdf.text, docx.text, odt.text].map((one) => plain(one).replaceAll(/\s+/g, " ")))
      for (const words of [
        "Article 1er, alinéa 1",
        "214 · Aide aux communes",
        "Amina Belkacem",
        "remplacer le nombre « 100 000 » par le nombre « 150 000 »",
        "Cent mille ne suffisent pas.",
        "Équilibre : Chapitre 938.",
      ])
        assert.ok(said.includes(words), `${words} in ${said}`)
  })

  it("give the text with real tracked changes, each under the amendment it comes from", async () => {
    const xml = partOf(await take("suivi.docx", baseId, { choisis: `${ours.amendmentId},${theirs.amendmentId}` }))
    assert.match(xml, /<w:del [^>]*w:author="Amina Belkacem"[^>]*><w:r><w:delText[^>]*>100 000<\/w:delText>/)
    assert.match(xml, /<w:ins [^>]*w:author="Amina Belkacem"[^>]*><w:r><w:t[^>]*>150 000<\/w:t>/)
    // The mark of a paragraph that goes, and of one that comes, is tracked too.
    assert.match(xml, /<w:pPr><w:rPr><w:del [^>]*w:author="Les Crêtes 7"/)
    assert.match(xml, /<w:pPr><w:rPr><w:ins [^>]*w:author="Les Crêtes 7"/)
    assert.equal(wellFormed(xml), true)
    assert.doesNotMatch(partOf(await take("suivi.docx", baseId)), /w:ins |w:del /)
  })

  it("are Akoma Ntoso, with what it strikes and puts", async () => {
    const xml = String(await take("amendement.xml", ours.amendmentId))
    assert.equal(wellFormed(xml), true)
    assert.deepEqual(faultsOf(xml), [])
    const list = String(await take("amendements.xml", baseId))
    assert.ok(wellFormed(list))
    assert.deepEqual(faultsOf(list), [])
    assert.equal(list.match(/<component /g)?.length, 2)
    assert.match(xml, /<mod eId="mod_1">/)
    assert.match(
      xml,
      /<textualMod type="substitution"[^>]*><source href="#mod_1"\/><destination href="[^"]*#art_1er__para_1"\/>/,
    )
    assert.match(xml, /150 000 euros aux communes &lt; 5 000 habitants &amp; hameaux/)
  })

  it("are a table for the desks, and one to be worked on for who may take lists away", async () => {
    const { text: said } = await extractText(await take("tableau.pdf", baseId), "application/pdf")
    assert.match(plain(said).replaceAll(/\s+/g, " "), /Les Crêtes, n° 7/)
    const { body } = await exportRoutes[0]!.handle({
      params: { file: "amendments.csv" },
      query: { baseId, bodyId: w.lisle },
      body: {},
      headers: {},
      cookies: {},
      ip: "127.0.0.1",
      files: async function* () {},
      actor: async () => w.people.amina,
      db: w.db,
      equipment: w.equipment,
    })
    const csv = (await Array.fromAsync(body as AsyncIterable<Buffer>)).join("")
    assert.match(plain(csv), /Les Crêtes, n° 7/)
  })

  it("do not exist for who does not see it", async () => {
    for (const actor of [w.people.ines, w.people.oscar]) {
      for (const ending of ["amendement.pdf", "amendement.docx", "amendement.odt", "amendement.xml"])
        await assert.rejects(take(ending, theirs.amendmentId, {}, actor), { code: "not_found" })
      for (const ending of ["tableau.pdf", "amendements.xml", "suivi.docx"])
        await assert.rejects(take(ending, baseId, {}, actor), { code: "not_found" })
    }
    // A draft of ours is not yet for a plain member.
    await assert.rejects(take("amendement.pdf", ours.amendmentId, {}, w.people.dario), { code: "not_found" })
  })
})
