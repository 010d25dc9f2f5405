import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { strToU8, zipSync } from "fflate"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { inOrganisation } from "../../kernel/db.ts"
import { system } from "../../kernel/job.ts"
import { newId } from "../../kernel/id.ts"
import { keepFile } from "../documents/contract.ts"
import { reactions as documentReactions } from "../documents/reactions.ts"
import { openMatter } from "../matters/open.ts"
import { readTimeline } from "../matters/timeline.ts"
import { followAssembly } from "./assemblies/follow.ts"
import { addSittingItem } from "./items/add.ts"
import { assignItem } from "./items/assign.ts"
import { attachItem } from "./items/attach.ts"
import { noteOutcome } from "./items/note-outcome.ts"
import { readSittingItem } from "./items/read-item.ts"
import { takePosition } from "./items/take-position.ts"
import { listSittings } from "./list.ts"
import { readSitting } from "./read-sitting.ts"
import { readPaper } from "./receive/read-paper.ts"
import { receivePapers } from "./receive/receive.ts"
import { unpack } from "./receive/unpack.ts"
import { recordSitting } from "./record.ts"

describe("sittings", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const recorded = async (more = {}) =>
    w.do(
      recordSitting,
      {
        bodyId: w.lisle,
        assembly: { name: "Conseil communal de Lisle", kind: "be_municipal_council" },
        title: "Conseil de mai",
        day: "2026-05-21",
        at: "19:30",
        ...more,
      },
      w.people.amina,
    )
  const item = async () => {
    const { sittingId } = await recorded()
    const { itemId } = await w.do(addSittingItem, { sittingId, number: "7", title: "Plan vélo" }, w.people.amina)
    return itemId as string
  }
  const given = () => ({ ...w.equipment, actor: system(w.organisation), now: w.now })
  /** Keeps a file as Amina would by the route. */
  const kept = (name: string, content: Uint8Array) =>
    inOrganisation(w.db, w.organisation, (db) =>
      keepFile({ bodyId: w.lisle, name, content }, { ...given(), actor: { ...w.people.amina }, db }),
    )
  /** What the queue does after the papers are received: opens, then reads every file. */
  const settle = async (papers: { receiptId: string; sittingId: string; bodyId: string }) => {
    for (let more: { line?: number; from?: number } | undefined = {}; more;) {
      const from: { line?: number; from?: number } = more
      await inOrganisation(w.db, w.organisation, (db) => unpack({ ...papers, ...from }, { ...given(), db }))
      more = await w.look(async (db) => {
        const { rows } = await db
          .selectFrom("events")
          .select("facts")
          .where("name", "=", "sittings.unpacked")
          .orderBy("at", "desc")
          .orderBy("id", "desc")
          .limit(1)
          .execute()
          .then((rows) => ({ rows }))
        const facts = rows[0]?.facts as unknown as { receiptId: string; line: number; from: number } | undefined
        const isNew = facts?.receiptId === papers.receiptId && (facts.line !== from.line || facts.from !== from.from)
        return isNew ? { line: facts.line, from: facts.from } : undefined
      })
    }
    const files = await w.look((db) =>
      db.selectFrom("receipt_lines").select("file_id").where("receipt_id", "=", papers.receiptId).execute(),
    )
    for (const { file_id } of files)
      if (file_id) {
        await inOrganisation(w.db, w.organisation, (db) =>
          documentReactions[0]!.react({ fileId: file_id }, { ...given(), db }),
        )
        await inOrganisation(w.db, w.organisation, (db) => readPaper(file_id, { ...given(), db }))
      }
  }

  trio(
    () => w,
    [
      {
        command: followAssembly,
        capability: "sittings.manage",
        input: () => ({ bodyId: w.lisle, name: "Conseil de Brume", kind: "other" }),
      },
      {
        command: recordSitting,
        capability: "sittings.manage",
        input: async () => ({
          bodyId: w.lisle,
          assembly: { name: "Conseil", kind: "other" },
          title: "Séance",
          day: "2026-06-01",
          at: "20:00",
        }),
      },
      {
        command: addSittingItem,
        capability: "sittings.manage",
        input: async () => ({ sittingId: (await recorded()).sittingId, title: "Budget" }),
      },
      {
        command: assignItem,
        capability: "sittings.manage",
        input: async () => ({ itemId: await item(), readerId: null }),
      },
      {
        command: attachItem,
        capability: "sittings.manage",
        input: async () => ({ itemId: await item(), matterId: null }),
      },
      {
        command: takePosition,
        capability: "sittings.manage",
        input: async () => ({ itemId: await item(), stance: "for" }),
      },
      {
        command: noteOutcome,
        capability: "sittings.manage",
        input: async () => ({ itemId: await item(), outcome: "adopted" }),
      },
    ],
  )

  it("take papers from who prepares them, of files they kept themselves", async () => {
    const { sittingId } = await recorded()
    const fileId = await kept("Rapport 3 - Cantines.txt", strToU8("Objet : Cantines"))
    await assert.rejects(w.do(receivePapers, { sittingId, fileIds: [fileId] }, w.people.dario), { code: "not_allowed" })
    await assert.rejects(w.do(receivePapers, { sittingId, fileIds: [fileId] }, w.people.oscar), { code: "not_found" })
    await assert.rejects(w.do(receivePapers, { sittingId, fileIds: [newId()] }, w.people.amina))
    await w.do(receivePapers, { sittingId, fileIds: [fileId] }, w.people.amina)
  })

  it("make an item of each report of an archive, in order, and account for every file", async () => {
    const { sittingId } = await recorded()
    const many = Object.fromEntries(
      Array.from({ length: 25 }, (_, n) => [
        `Commission Finances/Rapport ${n + 100} - Sujet ${n}.txt`,
        strToU8(
          `RAPPORT N° ${n + 100}\n\nRapporteur : M. Paul Garnier\nObjet : Sujet vu ${n}\n\nUne aide de ${n + 1} 000 €.`,
        ),
      ]),
    )
    const archive = zipSync({
      ...many,
      "__MACOSX/._x": strToU8("x"),
      "annexes.zip": zipSync({ "a.txt": strToU8("a") }),
      "virus.exe": strToU8("MZ"),
      "vide.pdf": new Uint8Array(0),
    })
    const fileId = await kept("rapports.zip", archive)
    const { receiptId } = await w.do(receivePapers, { sittingId, fileIds: [fileId] }, w.people.amina)
    await settle({ receiptId, sittingId, bodyId: w.lisle })
    const { items, receipts, step } = await w.ask(readSitting, { sittingId }, w.people.dario)
    assert.equal(step, "share")
    assert.deepEqual(
      items.map(({ number, title }) => [number, title]),
      Array.from({ length: 25 }, (_, n) => [String(n + 100), `Sujet vu ${n}`]),
    )
    const [first] = items
    assert.deepEqual(
      [first!.commission, first!.rapporteur, first!.amount_cents],
      ["Commission Finances", "M. Paul Garnier", "100000"],
    )
    const states = Map.groupBy(receipts[0]!.lines, ({ state }) => state)
    assert.deepEqual(
      [states.get("read")!.length, states.get("refused")!.map(({ reason }) => reason)],
      [26, ["sittings.archive_within", "files.type_not_allowed", "files.empty"]],
    )
    assert.ok(receipts[0]!.done_at)
  })

  it("put a report that comes again with the item of its number", async () => {
    const { sittingId } = await recorded()
    const send = async (name: string) => {
      const fileId = await kept(name, strToU8(`Objet : ${name}`))
      const { receiptId } = await w.do(receivePapers, { sittingId, fileIds: [fileId] }, w.people.amina)
      await settle({ receiptId, sittingId, bodyId: w.lisle })
    }
    await send("Rapport 12 - Eau.txt")
    await send("Rapport 12 - Eau, version 2.txt")
    const { items } = await w.ask(readSitting, { sittingId }, w.people.amina)
    assert.deepEqual(
      items.map(({ title, papers }) => [title, papers]),
      [["Rapport 12 - Eau.txt", 2]],
    )
  })

  it("say that an archive is broken, and lose nothing else", async () => {
    const { sittingId } = await recorded()
    const climbing = Buffer.from(zipSync({ "aaaaaaaaaaa.txt": strToU8("x") }))
    for (let at = climbing.indexOf("aaaaaaaaaaa.txt"); at >= 0; at = climbing.indexOf("aaaaaaaaaaa.txt", at + 1))
      climbing.write("../../../pa.txt", at)
    const fileIds = [
      await kept("a.zip", climbing),
      await kept("b.zip", zipSync({ "x.txt": strToU8("mots ".repeat(500)) }).subarray(0, 60)),
      await kept("Rapport 5 - Écoles.txt", strToU8("Objet : Écoles")),
    ]
    const { receiptId } = await w.do(receivePapers, { sittingId, fileIds }, w.people.amina)
    await settle({ receiptId, sittingId, bodyId: w.lisle })
    const { items, receipts } = await w.ask(readSitting, { sittingId }, w.people.amina)
    assert.deepEqual(
      items.map(({ title }) => title),
      ["Écoles"],
    )
    assert.deepEqual(
      receipts[0]!.lines.map(({ path, state }) => [path, state]),
      [
        ["a.zip", "unreadable"],
        ["b.zip", "unreadable"],
        ["Rapport 5 - Écoles.txt", "read"],
      ],
    )
  })

  it("are seen with their items by the body, and by nobody else", async () => {
    const { sittingId } = await recorded({ title: "Conseil d’avril", day: "2026-04-20" })
    const { itemId } = await w.do(addSittingItem, { sittingId, title: "Comptes" }, w.people.amina)
    const past = await w.ask(listSittings, { bodyId: w.lisle, when: "past" }, w.people.dario)
    assert.deepEqual(
      past.rows.map(({ title, items }) => [title, items]),
      [["Conseil d’avril", 1]],
    )
    assert.equal((await w.ask(readSitting, { sittingId }, w.people.dario)).step, "follow")
    for (const actor of [w.people.ines, w.people.oscar]) {
      await assert.rejects(w.ask(readSitting, { sittingId }, actor), { code: "not_found" })
      await assert.rejects(w.ask(readSittingItem, { itemId }, actor), { code: "not_found" })
      assert.deepEqual((await w.ask(listSittings, { when: "past" }, actor)).rows, [])
    }
  })

  it("are hung on a matter one sees, whose title stays for who may read it", async () => {
    const itemId = await item()
    const open = async (more: object) =>
      (await w.do(openMatter, { bodyId: w.lisle, title: "Piscine", ...more }, w.people.amina)).matterId
    const secret = await open({ confidential: true })
    await w.do(attachItem, { itemId, matterId: secret }, w.people.amina)
    const title = async (actor = w.people.dario) => (await w.ask(readSittingItem, { itemId }, actor)).item.matter_title
    assert.deepEqual([await title(), await title(w.people.amina)], [null, "Piscine"])
    const preparer = await w.holding(["sittings.manage"])
    const matterId = await open({})
    await w.do(attachItem, { itemId, matterId }, preparer)
    assert.equal(await title(), "Piscine")
    await assert.rejects(w.do(attachItem, { itemId, matterId: secret }, preparer), /not_of_this_body/)
    const { rows } = await w.ask(readTimeline, { matterId }, w.people.dario)
    assert.deepEqual(
      rows.map(({ kind, id }) => [kind, id]),
      [["sitting_item", itemId]],
    )
  })

  it("let the reader of an item say the position", async () => {
    const itemId = await item()
    await assert.rejects(w.do(takePosition, { itemId, stance: "against" }, w.people.dario), { code: "not_allowed" })
    await w.do(assignItem, { itemId, readerId: w.dario }, w.people.amina)
    await w.do(takePosition, { itemId, stance: "for", condition: "si l’amendement 1 est adopté" }, w.people.dario)
    const { item: shown } = await w.ask(readSittingItem, { itemId }, w.people.dario)
    assert.deepEqual(
      [shown.stance, shown.stance_condition, shown.reader_name],
      ["for", "si l’amendement 1 est adopté", "Dario Lemmens"],
    )
  })
})
