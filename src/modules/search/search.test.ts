import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { json } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import { seal } from "../../kernel/seal.ts"
import type { OrganisationId } from "../../kernel/rule.ts"
import { type World, world } from "../../../tests/world.ts"
import { adoptBase } from "../amendments/bases/adopt.ts"
import { bringBase } from "../amendments/bases/bring.ts"
import { bringVersion } from "../amendments/bases/bring-version.ts"
import { prepareMeeting } from "../meetings/prepare.ts"
import { addItem } from "../meetings/agenda/add.ts"
import { dropTasks } from "../tasks/drop.ts"
import { giveTask } from "../tasks/contract.ts"
import { settleIncoming } from "../letters/incoming/change.ts"
import { registerIncoming } from "../letters/incoming/register.ts"
import { keepFile } from "../documents/contract.ts"
import { inOrganisation } from "../../kernel/db.ts"
import { beginText } from "../texts/begin.ts"
import { readText } from "../texts/read-text.ts"
import { saveText } from "../texts/save.ts"
import { validateText } from "../texts/validate.ts"
import { changeCounterpart } from "../counterparts/file/change.ts"
import { readRegister } from "../offices/read-register.ts"
import { recordOffice } from "../offices/record.ts"
import { sightOfThing } from "../sight/of.ts"
import { addSittingItem } from "../sittings/items/add.ts"
import { writeSheet } from "../sittings/items/write-sheet.ts"
import { recordSitting } from "../sittings/record.ts"
import { searchAll } from "./all.ts"
import { findAnything } from "./find.ts"
import { follow } from "./follow.ts"
import { rebuild } from "./index-entries.ts"

describe("search", () => {
  let w: World
  let meetingId: string
  before(async () => {
    w = await world()
    const meeting = await w.do(
      prepareMeeting,
      { bodyId: w.lisle, title: "Assemblée de printemps", day: "2026-05-21", at: "19:30", place: "Salle des Tanneurs" },
      w.people.amina,
    )
    meetingId = meeting.meetingId
  })
  after(() => w.end())

  const followed = () =>
    w.look(async (tx) => {
      await seal(tx, w.organisation)
      while (await follow(w.organisation as OrganisationId, tx)) continue
    })
  const found = async (q: string, actor = w.people.dario, more = {}) => {
    await followed()
    return (await w.ask(searchAll, { q, ...more }, actor)).rows
  }
  const titles = async (q: string, actor = w.people.dario) => (await found(q, actor)).map(({ title }) => title)

  it("finds a letter that came by whom it is from and the words of its pages, for those who see it", async () => {
    const fileId = await inOrganisation(w.db, w.organisation, (db) =>
      keepFile(
        { bodyId: w.lisle, name: "scan.pdf", content: Buffer.from("%PDF-1.4 scan") },
        { ...w.equipment, actor: w.people.amina, db, now: w.now },
      ),
    )
    const told = {
      bodyId: w.lisle,
      receivedOn: "2026-04-30",
      about: "Fermeture du guichet",
      sender: "Chemins de fer vicinaux",
    }
    const { incomingId } = await w.do(
      registerIncoming,
      { ...told, theirReference: "SG/77", note: "Au courrier de mardi", fileIds: [fileId], givenTo: w.dario },
      w.people.amina,
    )
    await w.do(
      registerIncoming,
      { ...told, about: "Grief de vicinalité", note: "Vicinaux encore", confidential: true },
      w.people.amina,
    )
    assert.deepEqual(await titles("vicinaux"), ["Fermeture du guichet"])
    assert.deepEqual(await titles("vicinaux", w.people.oscar), [])
    // The text of the scan comes later than the letter.
    await w.look((db) =>
      db.updateTable("files").set({ text: "suppression des omnibus" }).where("id", "=", fileId).execute(),
    )
    await w.do(settleIncoming, { incomingId }, w.people.dario)
    const [hit] = await found("omnibus", w.people.dario, { kind: "incoming" })
    assert.deepEqual([hit?.to, hit?.kind], [`/courrier/arrivees/${incomingId}`, "incoming"])
    const writer = await w.holding(["texts.write"])
    assert.deepEqual(await titles("mardi", writer), ["Fermeture du guichet"])
    // What is confidential is found by its title alone, by those who read what is.
    assert.deepEqual(await titles("grief", writer), [])
    assert.deepEqual(await titles("grief", w.people.amina), ["Grief de vicinalité"])
    assert.deepEqual(await titles("encore vicinaux", w.people.amina), [])
  })

  it("finds items of sittings by their title and what their reader wrote, for the body alone", async () => {
    const { sittingId } = await w.do(
      recordSitting,
      {
        bodyId: w.lisle,
        assembly: { name: "Conseil", kind: "other" },
        title: "Conseil",
        day: "2026-06-10",
        at: "20:00",
      },
      w.people.amina,
    )
    const { itemId } = await w.do(addSittingItem, { sittingId, title: "Passerelle des Ardoisières" }, w.people.amina)
    await w.do(writeSheet, { itemId, risk: "Le tablier est corrodé." }, w.people.amina)
    for (const q of ["ardoisieres", "tablier corrodé"])
      assert.deepEqual(
        (await found(q)).map(({ kind, title, to }) => [kind, title, to]),
        [["sitting_item", "Passerelle des Ardoisières", `/seances/${sittingId}/points/${itemId}`]],
      )
    for (const actor of [w.people.ines, w.people.oscar]) assert.deepEqual(await found("ardoisieres", actor), [])
  })

  it("finds the texts that are amended by the words of the version that is amended, for the body alone", async () => {
    const said = { bodyId: w.lisle, kind: "report", title: "Aide aux communes", reference: "Rapport 977" }
    const { baseId } = await w.do(bringBase, { ...said, text: "Article 1er\nUne aide lacustre." }, w.people.amina)
    await w.do(adoptBase, { baseId, revision: 0 }, w.people.amina)
    for (const q of ["aide lacustre", "977"])
      assert.deepEqual(
        (await found(q)).map(({ kind, to }) => [kind, to]),
        [["base", `/amendements/${baseId}`]],
      )
    for (const actor of [w.people.ines, w.people.oscar]) assert.deepEqual(await found("lacustre", actor), [])
    await w.do(bringVersion, { baseId, text: "Article 1er\nUne aide forestière." }, w.people.amina)
    await w.do(adoptBase, { baseId, revision: 0 }, w.people.amina)
    assert.deepEqual(await found("lacustre"), [])
    assert.equal((await found("forestière")).length, 1)
    const { count, functions, members } = await w.ask(sightOfThing, { kind: "base", id: baseId }, w.people.amina)
    assert.deepEqual([count, members.map(({ name }) => name)], [functions.length + 1, ["Dario Lemmens"]])
  })

  const decided = (title: string, text: string, more: Record<string, unknown> = {}) =>
    w.look(async (db) => {
      const id = newId()
      const { count } = await db
        .selectFrom("decisions")
        .select(({ fn }) => fn.countAll<bigint>().as("count"))
        .executeTakeFirstOrThrow()
      await db
        .insertInto("decisions")
        .values({
          organisation_id: w.organisation,
          id,
          body_id: w.lisle,
          meeting_id: null,
          item_id: null,
          matter_id: null,
          year: 2026,
          number: Number(count) + 1,
          title,
          text,
          how: "consent",
          votes_for: null,
          votes_against: null,
          abstentions: null,
          blank: null,
          adopted: true,
          quorum: json(null),
          majority: json(null),
          taken_at: w.now,
          superseded_by: null,
          carried_out_on: null,
          review_on: null,
          ...more,
        })
        .execute()
      await rebuild(w.organisation, db)
      return id
    })

  it("finds a decision by words without their accents, in the plural, and by its number", async () => {
    await decided("Rénovation de l’école", "Les classes du rez-de-chaussée seront isolées avant l’hiver.")
    for (const q of ["renovations", "ECOLES", "isolée classe", "2026-1", "rez-de-chaussée"])
      assert.deepEqual(await titles(q), ["Rénovation de l’école"], q)
  })

  it("finds a phrase as a phrase, and leaves out what is not wanted", async () => {
    await decided("Tarif des salles", "La grande salle coûte vingt euros.")
    await decided("Clés", "La salle est grande ; la clé se demande.")
    assert.deepEqual(await titles('"grande salle"'), ["Tarif des salles"])
    assert.deepEqual(await titles("grande salle -clé"), ["Tarif des salles"])
  })

  it("puts what bears the word in its title before what only mentions it", async () => {
    await decided("Divers", "On parle aussi de la fanfare.")
    await decided("La fanfare communale", "Elle jouera.")
    assert.equal((await titles("fanfare"))[0], "La fanfare communale")
  })

  it("shows where the words stand, in pieces that are no markup", async () => {
    await decided("Sono", "Prêter la <b>sono</b> & le micro au comité de quartier.")
    const [hit] = await found("micro")
    assert.deepEqual(
      hit!.excerpt.filter(({ found: isFound }) => isFound).map(({ text }) => text),
      ["micro"],
    )
    assert.equal(
      hit!.excerpt.map(({ text }) => text).join(""),
      // PostgreSQL leaves out what looks like markup; what is left is drawn as text.
      "Prêter la  sono  & le micro au comité de quartier",
    )
  })

  it("shows where the words stand far into a long text, near each other rather than alone, a phrase as a phrase", async () => {
    const filler = "Le cœur de la manœuvre : un budget à l’étude, où l’hôtel pèse. ".repeat(600)
    await decided("Rapport", `${filler} La piste cyclable du barrage. ${filler} Le barrage, et une écluse. ${filler}`)
    const excerpt = async (q: string) =>
      (await found(q))[0]!.excerpt.map(({ text, found: isFound }) => (isFound ? `[${text}]` : text)).join("")
    assert.match(await excerpt("écluses"), /Le barrage, et une \[écluse\]/)
    assert.match(await excerpt("barrage écluse"), /Le \[barrage\], et une \[écluse\]/)
    assert.match(await excerpt('"piste cyclable"'), /La \[piste\] \[cyclable\] du barrage/)
    assert.match(await excerpt("écluse -fanfare"), /\[écluse\]/)
    assert.ok((await excerpt("écluse")).length < 600)
  })

  it("follows the journal: what is given, written on an agenda, dropped is found as it stands", async () => {
    const { taskId } = await w.do(giveTask, { bodyId: w.lisle, what: "Commander les gobelets" }, w.people.amina)
    await w.do(
      addItem,
      { meetingId, title: "Kermesse", purpose: "discuss", proposedDecision: "Louer un chapiteau." },
      w.people.amina,
    )
    assert.deepEqual(await titles("gobelet"), ["Commander les gobelets"])
    assert.deepEqual(await titles("chapiteaux"), ["Kermesse"])
    assert.deepEqual(await titles("tanneurs"), ["Assemblée de printemps"])
    await w.do(dropTasks, { taskIds: [taskId], word: "La commune prête des verres." }, w.people.amina)
    assert.deepEqual(await titles("verre"), ["Commander les gobelets"])
  })

  it("finds minutes once they have circulated, not before", async () => {
    const write = (state: "draft" | "circulated") =>
      w.look(async (db) => {
        await db
          .updateTable("agenda_items")
          .set({ notes: json(said("On a évoqué la brocante.")) })
          .where("meeting_id", "=", meetingId)
          .where("title", "=", "Kermesse")
          .execute()
        await db
          .insertInto("minutes")
          .values({ organisation_id: w.organisation, meeting_id: meetingId, state } as never)
          .onConflict((on) => on.columns(["organisation_id", "meeting_id"]).doUpdateSet({ state }))
          .execute()
        await rebuild(w.organisation, db)
      })
    await write("draft")
    assert.deepEqual(await titles("brocante"), [])
    await write("circulated")
    assert.deepEqual(
      (await found("brocante")).map(({ kind, title }) => [kind, title]),
      [["minutes", "Kermesse"]],
    )
  })

  it("finds a paper by what is written in it", async () => {
    await w.look(async (db) => {
      const id = newId()
      const item = await db
        .selectFrom("agenda_items")
        .select("id")
        .where("title", "=", "Kermesse")
        .executeTakeFirstOrThrow()
      await db
        .insertInto("files")
        .values({
          organisation_id: w.organisation,
          id,
          body_id: w.lisle,
          hash: "00",
          name: "devis.pdf",
          type: "application/pdf",
          bytes: 1n,
          text: "Location d’un barnum de cent mètres carrés",
          pages: 1,
          kept_by: null,
          kept_at: w.now,
        })
        .execute()
      await db
        .insertInto("item_papers")
        .values({ organisation_id: w.organisation, item_id: item.id, file_id: id })
        .execute()
      await rebuild(w.organisation, db)
    })
    assert.deepEqual(
      (await found("barnums")).map(({ kind, title }) => [kind, title]),
      [["paper", "devis.pdf"]],
    )
  })

  it("shows nothing to another body, another organisation, or, when confidential, to who is not entitled", async () => {
    await decided("Avertissement", "Le différend avec l’imprimeur.", { confidential: true })
    assert.deepEqual(await titles("avertissement"), [])
    const entitled = await w.holding(["confidential.read"])
    assert.deepEqual(await titles("avertissement", entitled), ["Avertissement"])
    assert.deepEqual(await titles("imprimeur", entitled), [], "its words rest encrypted, and are found by nobody")
    assert.deepEqual(await titles("rénovation", w.people.ines), [])
    assert.deepEqual(await titles("rénovation", w.people.oscar), [])
  })

  it("finds while the word is still being typed, people first", async () => {
    await followed()
    const typed = async (q: string) =>
      (await w.ask(findAnything, { q }, w.people.amina)).map(({ kind, title }) => [kind, title])
    assert.deepEqual(await typed("renova"), [["decision", "Rénovation de l’école"]])
    assert.deepEqual((await typed("lemm"))[0], ["person", "Dario Lemmens"])
    assert.deepEqual(await typed("assemblée de prin"), [["meeting", "Assemblée de printemps"]])
  })

  it("bears whatever is typed", async () => {
    for (const q of ["'", "\\", "a:*b", "((", '"', "-", "--", "' or 1=1 --", "🌞🌞", "é".repeat(200), "<>&|!", "%_"]) {
      await w.ask(searchAll, { q }, w.people.dario)
      await w.ask(findAnything, { q }, w.people.dario)
    }
  })

  it("gives the same after a rebuild", async () => {
    await followed()
    const before_ = await w.look((db) =>
      db.selectFrom("search_entries").selectAll().orderBy("kind").orderBy("id").execute(),
    )
    await w.look((db) => rebuild(w.organisation, db))
    assert.deepEqual(
      await w.look((db) => db.selectFrom("search_entries").selectAll().orderBy("kind").orderBy("id").execute()),
      before_,
    )
  })

  it("tells the database how many there are after a rebuild, so that two words are found at once", async () => {
    await w.look(async (db) => {
      const count = await rebuild(w.organisation, db)
      const { rows } = await sql<{ known: number }>`
        select reltuples::int as known from pg_class where oid = 'search_entries'::regclass`.execute(db)
      assert.deepEqual(rows, [{ known: count }])
    })
  })

  it("finds who sits outside, by the person, the institution and the delegation, past mandates too, for whom sees them", async () => {
    const place = { name: "Intercommunale des Brumes", kind: "intercommunale", level: "local" }
    const { officeId } = await w.do(
      recordOffice,
      {
        bodyId: w.lisle,
        personId: w.dario,
        institution: place,
        role: "delegate",
        origin: "body",
        since: "2019-01-01",
        until: "2020-12-31",
        delegation: "Zibelines et castors",
      },
      w.people.amina,
    )
    const at = async (q: string, actor = w.people.dario) =>
      (await found(q, actor, { kind: "office" })).map(({ to }) => to)
    for (const q of ["Lemmens", "intercommunale", "castors"]) assert.deepEqual(await at(q), [`/mandats/${officeId}`], q)
    assert.deepEqual(await at("castors", w.people.ines), [])
    assert.deepEqual(await at("castors", w.people.oscar), [])
    const typed = await w.ask(findAnything, { q: "intercommunale des bru" }, w.people.dario)
    assert.ok(typed.some(({ kind, to }) => kind === "office" && to === `/mandats/${officeId}`))
    const { outside_id } = (await w.ask(readRegister, { bodyId: w.lisle }, w.people.amina)).institutions[0]!
    await w.do(
      changeCounterpart,
      { counterpartId: outside_id, kind: "institution", name: "Régie des Embruns" },
      w.people.amina,
    )
    assert.deepEqual(await at("embruns"), [`/mandats/${officeId}`])
    // Whoever left keeps what they were; whoever is erased is found no more.
    await w.look((db) => sql`update people set left_on = '2026-01-01' where id = ${w.dario}`.execute(db))
    assert.deepEqual(await at("embruns", w.people.amina), [`/mandats/${officeId}`])
    await w.look((db) => sql`update people set left_on = null where id = ${w.dario}`.execute(db))
  })

  it("finds a text by its number and its words, a draft by those who write texts, a confidential one by its title alone", async () => {
    const begun = async (title: string, more: object = {}) => {
      const said = { bodyId: w.lisle, kind: "note", title, authorId: w.amina, ...more }
      const { textId } = await w.do(beginText, said, w.people.amina)
      const { text } = await w.ask(readText, { textId }, w.people.amina)
      const doc = {
        type: "doc",
        content: [{ type: "paragraph", content: [{ type: "text", text: "Passage à niveau." }] }],
      }
      await w.do(saveText, { textId, doc, base: text.doc }, w.people.amina)
      return textId
    }
    const textId = await begun("Le rail")
    assert.deepEqual(await titles("niveau"), [])
    assert.deepEqual(await titles("niveau", w.people.amina), ["Le rail"])
    await w.do(validateText, { textId }, w.people.amina)
    for (const q of ["niveaux", "LIS-2026-NOTE-0001"])
      assert.deepEqual(
        (await found(q)).map(({ to }) => to),
        [`/textes/${textId}`],
        q,
      )
    await begun("Le litige", { confidential: true, fields: { addressee: "Cerisier" } })
    assert.deepEqual(await titles("niveau", w.people.amina), ["Le rail"])
    assert.deepEqual(await titles("cerisier", w.people.amina), [])
    assert.deepEqual([await titles("litige"), await titles("litige", w.people.amina)], [[], ["Le litige"]])
  })
})

const said = (text: string) => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] })
