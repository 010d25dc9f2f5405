import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { withPost } from "../../../../tests/letters.ts"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { system } from "../../../kernel/job.ts"
import { letterPdf } from "../../../kernel/typeset/letter-paper.ts"
import { closeTypesetter } from "../../../kernel/typeset/typeset.ts"
import { addCounterpart } from "../../counterparts/file/add.ts"
import { changeCounterpart } from "../../counterparts/file/change.ts"
import { eraseCounterpart } from "../../counterparts/file/erase.ts"
import { tablesOut } from "../../exports/tables-out.ts"
import { readText } from "../../texts/read-text.ts"
import { saveText } from "../../texts/save.ts"
import { signText } from "../../texts/sign.ts"
import { validateText } from "../../texts/validate.ts"
import { beginLetter } from "../begin.ts"
import { advanceMailing } from "./advance.ts"
import { chooseMany } from "./choose.ts"
import { filled } from "./fields.ts"
import { paperOfLine, paperOfMailing } from "./paper.ts"
import { readMailing } from "./read-mailing.ts"
import { postMailing, retryMailing, startMailing } from "./start.ts"

describe("a letter to many", () => {
  let w: World
  let post: Awaited<ReturnType<typeof withPost>>
  before(async () => {
    w = await world()
    post = await withPost(w)
    const add = (more: object, bodyId = w.lisle) =>
      w.do(addCounterpart, { bodyId, nature: "organisation", kind: "association", sure: true, ...more }, w.people.amina)
    await add({ name: "Amis du rail", email: "rail@asso.example" })
    await add({ name: "Comité du quai", street: "Quai 3", postcode: "5000", town: "Lisle", country: "BE" })
    await add({ name: "Sans rien" })
    await add({ name: "La Vesle", kind: "media", email: "vesle@presse.example" })
  })
  after(async () => {
    await post.stop()
    await closeTypesetter()
    await w.end()
  })

  const text = "À l’attention de {organisation}. Le pont menace, {titre}; {autre} reste."
  const doc = {
    type: "doc" as const,
    content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
  }
  const associations = { of: "counterparts", nature: "organisation", kind: "association" }
  const begun = async (who: object = associations) => {
    const said = { address: "Publipostage", called: "Madame, Monsieur", closing: "Bien à vous,", authorId: w.amina }
    const { textId } = await w.do(beginLetter, { bodyId: w.lisle, title: "Le pont", ...said }, w.people.amina)
    const { text: it } = await w.ask(readText, { textId }, w.people.amina)
    await w.do(saveText, { textId, doc, base: it.doc }, w.people.amina)
    await w.do(chooseMany, { textId, who }, w.people.amina)
    return textId
  }
  const signed = async (who?: object) => {
    const textId = await begun(who)
    await w.do(validateText, { textId }, w.people.amina)
    await w.do(signText, { textId }, w.people.amina)
    return textId
  }
  const read = (textId: string, actor = w.people.amina) => w.ask(readMailing, { textId }, actor)
  const inside = <T>(work: (given: any) => Promise<T>, actor = w.people.amina) =>
    inOrganisation(w.db, w.organisation, (db) => work({ ...post.equipment, actor, db, now: w.now }))
  /** What the queue does, until nothing is left. */
  const made = async (textId: string) => {
    for (let tries = 0; tries < 5; tries++)
      await inside((given) => advanceMailing.react({ textId, bodyId: w.lisle }, given), system(w.organisation))
  }

  it("finds those of the file of its body, each with their address and what they are called", async () => {
    const { rows, counts } = await read(await begun())
    assert.deepEqual(
      rows.map(({ name, called }) => [name, called]),
      [
        ["Amis du rail", "Madame, Monsieur"],
        ["Comité du quai", "Madame, Monsieur"],
        ["Sans rien", "Madame, Monsieur"],
      ],
    )
    assert.equal(counts.total, 3)
  })

  it("fills the fields of each, and leaves other braces", () => {
    const line = { name: "A", lines: [], email: null, called: "Madame", closing: "", organisation: "Rail", role: "" }
    const [block] = filled(doc, line).content
    assert.deepEqual(block, {
      type: "paragraph",
      content: [{ type: "text", text: "À l’attention de Rail. Le pont menace, Madame; {autre} reste." }],
    })
  })

  it("leaves in the background, by mail or in one file to print, and says what became of each", async () => {
    const textId = await signed()
    await w.do(startMailing, { textId }, w.people.amina)
    await assert.rejects(w.do(startMailing, { textId }, w.people.amina), { code: "mailings.already_started" })
    await assert.rejects(w.do(retryMailing, { textId }, w.people.amina), { code: "mailings.not_done" })
    await made(textId)
    for (let done = await post.send(); done.tried > 0; done = await post.send());
    const { rows, counts } = await read(textId)
    assert.deepEqual(
      rows.map(({ name, means, state, sending_state }) => [name, means, state, sending_state]),
      [
        ["Amis du rail", "email", "made", "accepted"],
        ["Comité du quai", "post", "made", "waiting"],
        ["Sans rien", null, "no_address", null],
      ],
    )
    assert.deepEqual([counts.gone, counts.to_post, counts.failed], [1, 1, 1])
    const named = async (more: object) =>
      (await w.ask(readMailing, { textId, ...more }, w.people.amina)).rows.map(({ name }) => name)
    assert.deepEqual(await named({ state: "failed" }), ["Sans rien"])
    assert.deepEqual(await named({ state: "to_post" }), ["Comité du quai"])
    assert.deepEqual(await named({ q: "comite" }), ["Comité du quai"])
    assert.deepEqual(await named({ q: "rail", state: "gone" }), ["Amis du rail"])
    // The log as a table, for whoever writes in that body; under the name of another there is none.
    const log = (bodyId: string, actor = w.people.amina) =>
      inside((given) => tablesOut.mailings.rows({ textId, bodyId }, given), actor)
    assert.deepEqual(
      (await log(w.lisle)).map((cells) => cells.map((cell) => String(cell ?? "")).slice(0, 6)),
      [
        ["Amis du rail", "Madame, Monsieur", "rail@asso.example", "mail", "envoyé", "2026-05-02"],
        ["Comité du quai", "Madame, Monsieur", "Comité du quai, Quai 3, 5000 Lisle", "poste", "à poster", ""],
        ["Sans rien", "Madame, Monsieur", "Sans rien", "", "sans adresse", ""],
      ],
    )
    await assert.rejects(log(w.brume), { code: "not_found" })
    await assert.rejects(log(w.lisle, w.people.oscar), { code: "not_found" })
    await assert.rejects(log(w.lisle, w.people.dario), { code: "not_found" })
    const [mail] = await post.peer.messagesTo("rail@asso.example")
    assert.match(mail!.text ?? "", /À l’attention de Amis du rail\./)
    assert.equal(mail!.attachments[0]?.mimeType, "application/pdf")
    const paper = await inside((given) => paperOfMailing(textId, given))
    assert.deepEqual(
      paper.letters.map(({ address }) => address[0]),
      ["Comité du quai"],
    )
    assert.ok((await letterPdf(paper)).length > 1000)
    await w.do(postMailing, { textId }, w.people.amina)
    assert.equal((await read(textId)).rows[1]!.sending_state, "printed")
    await assert.rejects(w.do(postMailing, { textId }, w.people.amina), { code: "letters.nothing_to_print" })
    // Sent to one who has an address since: the others do not receive it twice.
    const before = await post.peer.count()
    const lost = await w.look((db) =>
      db.selectFrom("counterparts").selectAll().where("name", "=", "Sans rien").executeTakeFirstOrThrow(),
    )
    await w.do(
      changeCounterpart,
      {
        counterpartId: lost.id,
        nature: "organisation",
        kind: "association",
        name: "Sans rien",
        email: "rien@asso.example",
        sure: true,
      },
      w.people.amina,
    )
    await w.do(retryMailing, { textId }, w.people.amina)
    await made(textId)
    for (let done = await post.send(); done.tried > 0; done = await post.send());
    assert.equal((await post.peer.count()) - before, 1)
    await assert.rejects(w.do(retryMailing, { textId }, w.people.amina), { code: "mailings.nothing_failed" })
  })

  it("goes to nobody of another body, and to nobody who did not agree", async () => {
    const inBrume = { bodyId: w.brume, nature: "organisation", kind: "party", name: "Parti", sure: true }
    await w.do(addCounterpart, inBrume, await w.holding(["counterparts.manage", "counterparts.read"], w.brume))
    await assert.rejects(begun({ of: "counterparts", kind: "party" }), { code: "mailings.nobody" })
    const { rows } = await read(await begun({ of: "people", ring: "member" }))
    assert.deepEqual(
      rows.map(({ name }) => name),
      ["Amina Belkacem", "Dario Lemmens"],
    )
    await w.look((db) =>
      db.updateTable("memberships").set({ ring: "supporter" }).where("person_id", "=", w.dario).execute(),
    )
    await assert.rejects(begun({ of: "people", ring: "supporter" }), { code: "mailings.nobody" })
    await w.look((db) =>
      db
        .insertInto("consents")
        .values({
          organisation_id: w.organisation,
          id: crypto.randomUUID(),
          person_id: w.dario,
          body_id: w.lisle,
          purpose: "letters",
          words: "Oui",
          given_on: Temporal.PlainDate.from("2026-01-01"),
          means: "paper",
          proof: null,
          withdrawn_on: null,
          recorded_by: null,
        })
        .execute(),
    )
    assert.equal((await read(await begun({ of: "people", ring: "supporter" }))).counts.total, 1)
    await w.look((db) =>
      db.updateTable("memberships").set({ ring: "member" }).where("person_id", "=", w.dario).execute(),
    )
  })

  it("is chosen, sent, tried again and posted by the right mandate alone", async () => {
    const writer = await w.holding(["texts.write"])
    const manager = await w.holding(["texts.write", "texts.manage", "counterparts.read"])
    const open = await begun()
    const ready = await signed()
    for (const [command, input] of [
      [chooseMany, { textId: open, who: associations }],
      [startMailing, { textId: ready }],
      [retryMailing, { textId: ready }],
      [postMailing, { textId: ready }],
    ] as const) {
      await assert.rejects(w.do(command, input, w.people.oscar), { code: "not_found" })
      await assert.rejects(w.do(command, input, writer), { code: "not_allowed" })
    }
    await w.do(chooseMany, { textId: open, who: associations }, manager)
    // Who may not read the file finds nobody in it.
    const blind = await w.holding(["texts.write", "texts.manage"])
    await assert.rejects(w.do(chooseMany, { textId: open, who: associations }, blind), { code: "not_allowed" })
    await w.do(startMailing, { textId: ready }, manager)
    await assert.rejects(read(ready, w.people.dario), { code: "not_found" })
    const [line] = (await read(ready)).rows
    await assert.rejects(
      inside((given) => paperOfLine(line!.id, given), w.people.dario),
      { code: "not_found" },
    )
    assert.equal((await inside((given) => paperOfLine(line!.id, given))).letters.length, 1)
    await assert.rejects(w.do(chooseMany, { textId: ready, who: associations }, w.people.amina), {
      code: "texts.closed",
    })
  })

  it("forgets where it went once somebody outside is erased", async () => {
    const said = {
      bodyId: w.lisle,
      nature: "person",
      name: "Zoé",
      given_name: "Léa",
      email: "lea@ext.example",
      sure: true,
    }
    const { counterpartId } = await w.do(addCounterpart, said, w.people.amina)
    const textId = await signed({ of: "counterparts", nature: "person" })
    await w.do(startMailing, { textId }, w.people.amina)
    await made(textId)
    await w.do(eraseCounterpart, { counterpartId }, w.people.amina)
    const { rows } = await read(textId)
    assert.deepEqual(
      rows.map(({ name, address, sending_state }) => [name, address, sending_state]),
      [["", "", "withdrawn"]],
    )
  })
})
