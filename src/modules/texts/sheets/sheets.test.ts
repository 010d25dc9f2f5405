import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import pg from "pg"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { waitingFor } from "../../../kernel/waiting.ts"
import { keepFile, mayOpen } from "../../documents/contract.ts"
import { addSittingItem } from "../../sittings/items/add.ts"
import { recordSitting } from "../../sittings/record.ts"
import { beginText } from "../begin.ts"
import { changeText } from "../change.ts"
import { lodgeText } from "../lodge.ts"
import { readText } from "../read-text.ts"
import { reopenText } from "../reopen.ts"
import { saveText } from "../save.ts"
import { validateText } from "../validate.ts"
import { addTextSource } from "./add-source.ts"
import { citationsOfItem, citationsOfText } from "./citations.ts"
import { citeSheet, citeSheetForItem } from "./cite.ts"
import { pickSheet } from "./pick-sheet.ts"
import { readSheet } from "./read-sheet.ts"
import { refreshCitation } from "./refresh-citation.ts"
import { removeTextSource } from "./remove-source.ts"
import { renewText } from "./renew.ts"
import { unciteSheet } from "./uncite.ts"

const words = (text: string) => ({
  type: "doc" as const,
  content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
})

describe("an argument sheet", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const begun = async (more: object = {}) => {
    const said = { bodyId: w.lisle, kind: "argument_sheet", title: "Le coût du rail", authorId: w.amina, ...more }
    return (await w.do(beginText, said, w.people.amina)).textId
  }
  const write = async (textId: string, text: string) => {
    const { text: now } = await w.ask(readText, { textId }, w.people.amina)
    await w.do(saveText, { textId, doc: words(text), base: now.doc }, w.people.amina)
  }
  const sheet = async (more: object = {}) => {
    const textId = await begun(more)
    await write(textId, "Le train coûte 4 € par voyageur.")
    await w.do(validateText, { textId }, w.people.amina)
    return textId
  }
  const speech = () => begun({ kind: "speech", title: "Sur la gare" })
  const item = async () => {
    const said = { bodyId: w.lisle, assembly: { name: "Conseil", kind: "other" }, title: "Juin", day: "2026-06-01" }
    const { sittingId } = await w.do(recordSitting, { ...said, at: "19:30" }, w.people.amina)
    return (await w.do(addSittingItem, { sittingId, title: "Gare" }, w.people.amina)).itemId
  }
  const cited = async (textId: string, actor = w.people.amina) => (await w.ask(citationsOfText, { textId }, actor)).rows
  const cite = async (textId: string, sheetId: string) =>
    (await w.do(citeSheet, { textId, sheetId }, w.people.amina)).citationId

  const trios: [name: string, command: any, capabilities: any[], input: () => Promise<object>][] = [
    [
      "addSource",
      addTextSource,
      ["texts.manage"],
      async () => ({ textId: await sheet(), url: "https://rail.example/a" }),
    ],
    ["renew", renewText, ["texts.manage"], async () => ({ textId: await sheet(), until: "2027-01-01" })],
    [
      "removeSource",
      removeTextSource,
      ["texts.manage"],
      async () => w.do(addTextSource, { textId: await sheet(), url: "https://rail.example/a" }, w.people.amina),
    ],
    [
      "cite",
      citeSheet,
      ["texts.manage", "texts.write"],
      async () => ({ textId: await speech(), sheetId: await sheet() }),
    ],
    [
      "citeForItem",
      citeSheetForItem,
      ["texts.write"],
      async () => ({ sittingItemId: await item(), sheetId: await sheet() }),
    ],
    [
      "refreshCitation",
      refreshCitation,
      ["texts.manage", "texts.write"],
      async () => ({ citationId: await cite(await speech(), await sheet()) }),
    ],
    [
      "uncite",
      unciteSheet,
      ["texts.manage", "texts.write"],
      async () => ({ citationId: await cite(await speech(), await sheet()) }),
    ],
  ]
  for (const [name, command, capabilities, input] of trios)
    it(`texts.${name} does not exist for another organisation, is refused without mandate, and done by who holds ${capabilities[0]}`, async () => {
      const { sourceId, ...rest } = (await input()) as Record<string, string>
      const said = name === "removeSource" ? { sourceId } : rest
      await assert.rejects(w.do(command, said, w.people.oscar), { code: "not_found" })
      await assert.rejects(w.do(command, said, w.people.dario), (error: { code: string }) =>
        ["not_found", "not_allowed"].includes(error.code),
      )
      await w.do(command, said, await w.holding(capabilities))
    })

  it("is cited by reference: the citation shows its words of today, and says when they changed", async () => {
    const sheetId = await sheet()
    const textId = await speech()
    const citationId = await cite(textId, sheetId)
    assert.deepEqual(
      (await cited(textId)).map(({ doc, changed, cited_version }) => [doc, changed, cited_version]),
      [[words("Le train coûte 4 € par voyageur."), false, 1]],
    )
    await w.do(lodgeText, { textId: sheetId }, w.people.amina)
    await w.do(reopenText, { textId: sheetId }, w.people.amina)
    await write(sheetId, "Le train coûte 5 € par voyageur.")
    const [while_] = await cited(textId)
    assert.deepEqual(
      [while_!.doc, while_!.changed, while_!.revised],
      [words("Le train coûte 4 € par voyageur."), false, true],
      "what is being rewritten is nobody’s word yet",
    )
    await w.do(validateText, { textId: sheetId }, w.people.amina)
    const [after_] = await cited(textId)
    assert.deepEqual(
      [after_!.doc, after_!.changed, after_!.revised, after_!.cited_version],
      [words("Le train coûte 5 € par voyageur."), true, false, 1],
    )
    await w.do(refreshCitation, { citationId }, w.people.amina)
    assert.equal((await cited(textId))[0]!.changed, false)
    await w.do(unciteSheet, { citationId }, w.people.amina)
    assert.deepEqual(await cited(textId), [])
  })

  it("is cited once somebody answered for it, once in each place, and not by itself", async () => {
    const textId = await speech()
    await assert.rejects(w.do(citeSheet, { textId, sheetId: await begun() }, w.people.amina), { code: "not_found" })
    const sheetId = await sheet()
    await cite(textId, sheetId)
    await assert.rejects(cite(textId, sheetId), { code: "texts.cited_already" })
    await assert.rejects(cite(sheetId, sheetId), { code: "texts.cites_itself" })
    await assert.rejects(cite(sheetId, textId), { code: "not_found" })
  })

  it("says where it serves, and is shown on the item it serves for", async () => {
    const sheetId = await sheet()
    const [textId, sittingItemId] = [await speech(), await item()]
    await cite(textId, sheetId)
    await w.do(citeSheetForItem, { sittingItemId, sheetId }, w.people.amina)
    const uses = async (actor = w.people.amina) =>
      (await w.ask(readSheet, { textId: sheetId }, actor)).uses.map(({ title }) => title).toSorted()
    assert.deepEqual(await uses(), ["Gare", "Sur la gare"])
    assert.deepEqual(await uses(w.people.dario), ["Gare"], "a draft is its writers’")
    assert.equal((await w.ask(citationsOfItem, { sittingItemId }, w.people.dario)).rows.length, 1)
    await assert.rejects(w.ask(citationsOfItem, { sittingItemId }, w.people.ines), { code: "not_found" })
  })

  it("is not told of, nor its words, to those who do not read it", async () => {
    const sheetId = await sheet({ confidential: true, title: "Stratégie" })
    const sittingItemId = await item()
    await w.do(citeSheetForItem, { sittingItemId, sheetId }, w.people.amina)
    assert.deepEqual((await w.ask(citationsOfItem, { sittingItemId }, w.people.dario)).rows, [])
    const found = (await w.ask(pickSheet, { q: "Stratégie" }, w.people.dario)).rows
    assert.deepEqual(found, [])
  })

  it("waits to be reviewed before its last day, and until somebody did", async () => {
    const textId = await sheet({ fields: { valid_until: "2026-05-10" } })
    const waits = async (actor = w.people.amina) =>
      (await w.look((db) => waitingFor({ ...w.equipment, actor, db, now: w.now })))
        .filter(({ at }) => at === `/textes/${textId}`)
        .map(({ key, due }) => [key, due?.toString()])
    assert.deepEqual(
      (await waits()).filter(([key]) => key === "texts.waiting.review"),
      [["texts.waiting.review", "2026-05-10"]],
    )
    assert.deepEqual(await waits(w.people.dario), [])
    await assert.rejects(w.do(renewText, { textId, until: "2026-04-01" }, w.people.amina), /in_the_past/)
    await w.do(renewText, { textId, until: "2027-05-10" }, w.people.amina)
    assert.deepEqual(
      (await waits()).filter(([key]) => key === "texts.waiting.review"),
      [],
    )
    const { text } = await w.ask(readText, { textId }, w.people.amina)
    assert.deepEqual([text.valid_until?.toString(), text.fields.valid_until], ["2027-05-10", "2027-05-10"])
  })

  it("names its sources; a paper opens to its readers, and does not hang on what is confidential", async () => {
    const textId = await sheet()
    await w.do(addTextSource, { textId, url: "https://rail.example/rapport", label: "Tableau 4" }, w.people.amina)
    const fileId = await inOrganisation(w.db, w.organisation, (db) =>
      keepFile(
        { bodyId: w.lisle, name: "tableau.txt", content: Buffer.from("Tableau") },
        { ...w.equipment, actor: w.people.amina, db, now: w.now },
      ),
    )
    await w.do(addTextSource, { textId, fileId }, w.people.amina)
    const { sources } = await w.ask(readSheet, { textId }, w.people.dario)
    assert.deepEqual(
      sources.map(({ label, url, file_name }) => [label, url, file_name]),
      [
        ["Tableau 4", "https://rail.example/rapport", null],
        [null, null, "tableau.txt"],
      ],
    )
    const opens = (actor: typeof w.people.amina) =>
      w.look(async (db) => {
        const file = await db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirstOrThrow()
        return mayOpen(file, { ...w.equipment, actor, db, now: w.now })
      })
    assert.deepEqual([await opens(w.people.dario), await opens(w.people.ines)], [true, false])
    const secret = await sheet({ confidential: true })
    await assert.rejects(w.do(addTextSource, { textId: secret, fileId }, w.people.amina), {
      code: "texts.source_not_sealed",
    })
    await w.do(reopenText, { textId }, w.people.amina)
    await assert.rejects(w.do(changeText, { textId, title: "Secret", confidential: true }, w.people.amina), {
      code: "texts.source_not_sealed",
    })
    for (const url of ["javascript:alert(1)", "rail.example"])
      await assert.rejects(w.do(addTextSource, { textId, url }, w.people.amina), /url/)
    await assert.rejects(w.do(addTextSource, { textId: await speech(), url: "https://a.example" }, w.people.amina), {
      code: "texts.no_sources_here",
    })
  })

  it("keeps the words of its sources encrypted when it is confidential", async () => {
    const textId = await sheet()
    await w.do(addTextSource, { textId, url: "https://zibeline.example/", label: "Zibeline" }, w.people.amina)
    await w.do(reopenText, { textId }, w.people.amina)
    await w.do(changeText, { textId, title: "Fiche", confidential: true }, w.people.amina)
    const owner = new pg.Client(w.owner)
    await owner.connect()
    const { rows } = await owner.query("select label || url as kept from text_sources where text_id = $1", [textId])
    await owner.end()
    assert.doesNotMatch(JSON.stringify(rows), /zibeline/i)
    assert.equal((await w.ask(readSheet, { textId }, w.people.amina)).sources[0]!.label, "Zibeline")
  })
})
