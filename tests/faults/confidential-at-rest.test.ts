import assert from "node:assert/strict"
import { readdir, readFile } from "node:fs/promises"
import { text as textOf } from "node:stream/consumers"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import pg from "pg"
import { keepConfided } from "../../src/kernel/confide.ts"
import { inOrganisation } from "../../src/kernel/db.ts"
import { confidencesKept } from "../../src/kernel/housekeeping.ts"
import { system } from "../../src/kernel/job.ts"
import { fromPlain } from "../../src/kernel/rich-text/plain.ts"
import { readDecision } from "../../src/modules/decisions/contract.ts"
import { keepFile } from "../../src/modules/documents/contract.ts"
import { reactions } from "../../src/modules/documents/reactions.ts"
import { changeMatter } from "../../src/modules/matters/change.ts"
import { openMatter } from "../../src/modules/matters/open.ts"
import { readMatter } from "../../src/modules/matters/read-matter.ts"
import { addItem } from "../../src/modules/meetings/agenda/add.ts"
import { changeItem } from "../../src/modules/meetings/agenda/change.ts"
import { proposeItem } from "../../src/modules/meetings/agenda/propose.ts"
import { refuseItem } from "../../src/modules/meetings/agenda/refuse.ts"
import { noteItem } from "../../src/modules/meetings/attendance/note-item.ts"
import { closeMeeting } from "../../src/modules/meetings/attendance/close.ts"
import { takeDecision } from "../../src/modules/meetings/attendance/take-decision.ts"
import { correctExchange } from "../../src/modules/counterparts/exchanges/correct.ts"
import { logExchange } from "../../src/modules/counterparts/exchanges/log.ts"
import { readExchange } from "../../src/modules/counterparts/exchanges/read-exchange.ts"
import { answerRequest } from "../../src/modules/counterparts/exchanges/request.ts"
import { addCounterpart } from "../../src/modules/counterparts/file/add.ts"
import { sealPapers } from "../../src/modules/meetings/confided.ts"
import { changeMeeting } from "../../src/modules/meetings/change.ts"
import { circulateMinutes } from "../../src/modules/meetings/minutes/circulate.ts"
import { askCorrection } from "../../src/modules/meetings/minutes/corrections.ts"
import { heldMeeting } from "../../src/modules/meetings/minutes/minutes-for-tests.ts"
import { readMinutes } from "../../src/modules/meetings/minutes/read.ts"
import { writeMinutes } from "../../src/modules/meetings/minutes/write.ts"
import { prepareMeeting } from "../../src/modules/meetings/prepare.ts"
import { readMeeting } from "../../src/modules/meetings/read-meeting.ts"
import { addPerson } from "../../src/modules/people/add.ts"
import { changePerson } from "../../src/modules/people/change.ts"
import { importPeople } from "../../src/modules/people/import/import.ts"
import { readImport } from "../../src/modules/people/import/read-import.ts"
import { undoImport } from "../../src/modules/people/import/undo/undo.ts"
import { mergePeople } from "../../src/modules/people/merge/merge.ts"
import { readPerson } from "../../src/modules/people/read-person.ts"
import { readHeld } from "../../src/modules/privacy/read-held.ts"
import { rebuild } from "../../src/modules/search/index-entries.ts"
import { noteTask } from "../../src/modules/tasks/add-note.ts"
import { changeTask } from "../../src/modules/tasks/change.ts"
import { giveTask } from "../../src/modules/tasks/give.ts"
import { readTask } from "../../src/modules/tasks/read-task.ts"
import { type World, world } from "../world.ts"

/** In every word that is written here of what is confidential, titles and what people are called aside. */
const SECRET = "Zibeline"
const doc = fromPlain(`Un mot : ${SECRET}.`)

describe("what is confidential", () => {
  let w: World
  let owner: pg.Pool
  before(async () => {
    w = await world()
    owner = new pg.Pool({ ...w.owner, max: 1 })
  })
  after(async () => {
    await owner.end()
    await w.end()
  })

  /** Where the word stands in clear: every column of every row of every table, the queue's too. */
  const inClear = async (word = SECRET): Promise<string[]> => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await owner.query<{ row: string }>(
        `select t::text as row from ${name} t where t::text ilike '%' || $1 || '%'`,
        [word],
      )
      found.push(...rows.map(({ row }) => `${name}: ${row.slice(0, 200)}`))
    }
    return found
  }
  const given = (db: Parameters<Parameters<World["look"]>[0]>[0]) => ({
    ...w.equipment,
    actor: system(w.organisation),
    db,
    now: w.now,
  })
  const filesInClear = async (word = SECRET) => {
    const names = await readdir(w.dataDir, { recursive: true, withFileTypes: true })
    const found: string[] = []
    for (const one of names.filter((each) => each.isFile()))
      if ((await readFile(`${one.parentPath}/${one.name}`)).includes(word)) found.push(one.name)
    return found
  }
  const bytesOf = (fileId: string) =>
    w.look(async (db) => {
      const { organisation_id, hash } = await db
        .selectFrom("files")
        .selectAll()
        .where("id", "=", fileId)
        .executeTakeFirstOrThrow()
      return textOf(await w.equipment.files.get(organisation_id, hash))
    })
  const index = () => w.look((db) => rebuild(w.organisation, db))
  const told = async (answer: Promise<unknown>) =>
    JSON.stringify(await answer, (_key, value) => (typeof value === "bigint" ? String(value) : value))
  const kept = (name: string, words = `Lettre sur ${SECRET}`) =>
    inOrganisation(w.db, w.organisation, (db) =>
      keepFile({ bodyId: w.lisle, name, content: Buffer.from(words) }, given(db)),
    )
  const readIt = (fileId: string) => w.look((db) => reactions[0]!.react({ fileId, bodyId: w.lisle }, given(db)))

  it("stands nowhere in clear, and is read by those concerned", async () => {
    const { amina } = w.people
    const bodyId = w.lisle
    const { matterId } = await w.do(
      openMatter,
      { bodyId, title: "Dossier", standing: SECRET, confidential: true },
      amina,
    )
    const { taskId } = await w.do(giveTask, { bodyId, what: "Tâche", note: SECRET, confidential: true }, amina)
    await w.do(changeTask, { taskId, note: `Encore ${SECRET}` }, amina)
    await w.do(noteTask, { taskId, text: SECRET }, amina)
    const file = { bodyId, nature: "person", name: "Lambert" }
    const { counterpartId } = await w.do(addCounterpart, file, amina)
    const said = { bodyId, kind: "request", on: "2026-05-01", about: "Appel", theirsIds: [counterpartId] }
    const secretly = { said: SECRET, nextStep: SECRET, ownerId: w.amina, confidential: true }
    const { exchangeId } = await w.do(logExchange, { ...said, ...secretly, nextStep: "Rappeler" }, amina)
    await w.do(correctExchange, { exchangeId, ...said, ...secretly }, amina)
    await w.do(answerRequest, { exchangeId, answer: SECRET }, amina)
    const fileId = await kept("Lettre.txt")
    const { meetingId, secretId } = await heldMeeting(w)
    await w.do(noteItem, { itemId: secretId, notes: doc, base: fromPlain("Le dossier de Nicole est lu.") }, amina)
    const { decisionId } = await w.do(
      takeDecision,
      { itemId: secretId, text: `Il est décidé : ${SECRET}`, how: "consent" },
      amina,
    )
    await w.do(writeMinutes, { meetingId, opening: fromPlain("La séance est ouverte."), base: {} }, amina)
    await w.do(closeMeeting, { meetingId }, amina)
    await w.do(circulateMinutes, { meetingId }, amina)
    await w.do(askCorrection, { meetingId, itemId: secretId, text: `Lire ${SECRET}` }, amina)

    const { meetingId: next } = await w.do(prepareMeeting, { bodyId, day: "2026-06-02", at: "20:00" }, amina)
    const secret = { confidential: true, description: doc, proposedDecision: SECRET }
    const { itemId } = await w.do(addItem, { meetingId: next, title: "Point", ...secret, paperIds: [fileId] }, amina)
    await w.look((db) => sealPapers.react({ meetingId: next }, given(db)))
    await readIt(fileId)
    const { itemId: proposal } = await w.do(proposeItem, { meetingId: next, title: "Idée", ...secret }, amina)
    await w.do(refuseItem, { itemId: proposal, reason: `Non : ${SECRET}` }, amina)
    await index()

    assert.deepEqual(await inClear(), [])
    assert.deepEqual(await filesInClear(), [])
    assert.ok((await bytesOf(fileId)).includes(SECRET), "and opens")
    for (const [what, answer] of Object.entries({
      matter: w.ask(readMatter, { matterId }, amina),
      exchange: w.ask(readExchange, { exchangeId }, amina),
      task: w.ask(readTask, { taskId }, amina),
      decision: w.ask(readDecision, { decisionId }, amina),
      minutes: w.ask(readMinutes, { meetingId }, amina),
      meeting: w.ask(readMeeting, { meetingId: next }, amina),
    }))
      assert.ok((await told(answer)).includes(SECRET), what)
    await w.do(changeItem, { itemId, proposedDecision: `Plutôt ${SECRET}` }, amina)
    assert.ok((await told(w.ask(readMeeting, { meetingId: next }, amina))).includes(`Plutôt ${SECRET}`))
    assert.deepEqual(await inClear(), [])
  })

  it("becomes encrypted when it is marked so, and is found by its words again once opened to all", async () => {
    const { amina } = w.people
    const word = "Hermine"
    const bodyId = w.lisle
    const { meetingId } = await w.do(prepareMeeting, { bodyId, day: "2026-06-09", at: "20:00" }, amina)
    const said = { description: fromPlain(word), proposedDecision: word }
    const { itemId } = await w.do(addItem, { meetingId, title: "Point", ...said }, amina)
    const { matterId } = await w.do(openMatter, { bodyId, title: "Dossier", standing: word }, amina)
    await index()
    const before = await inClear(word)
    assert.ok(before.length >= 4, "in the tables and in search")

    await w.do(changeItem, { itemId, confidential: true, base: { confidential: false } }, amina)
    await w.do(changeMatter, { matterId, confidential: true }, amina)
    await index()
    assert.deepEqual(await inClear(word), [])
    await w.do(changeItem, { itemId, confidential: false, base: { confidential: true } }, amina)
    await w.do(changeMatter, { matterId, confidential: false }, amina)
    await index()
    assert.equal((await inClear(word)).length, before.length)

    await w.do(changeMeeting, { meetingId, confidential: true }, amina)
    await w.do(changeMatter, { matterId, confidential: true }, amina)
    await index()
    assert.deepEqual(await inClear(word), [])
    assert.ok((await told(w.ask(readMeeting, { meetingId }, amina))).includes(word))
  })

  it("seals the papers of what is marked so, opens them again, and keeps those that are confidential elsewhere", async () => {
    const { amina } = w.people
    const word = "Belette"
    const fileId = await kept("Pièce.txt", `${word} `.repeat(30_000))
    const { meetingId } = await w.do(prepareMeeting, { bodyId: w.lisle, day: "2026-06-16", at: "20:00" }, amina)
    const { itemId } = await w.do(addItem, { meetingId, title: "Point", paperIds: [fileId] }, amina)
    assert.equal((await filesInClear(word)).length, 1)
    const turn = async (confidential: boolean) => {
      await w.do(changeItem, { itemId, confidential, base: { confidential: !confidential } }, amina)
      const { rows } = await owner.query("select data from pgboss.job where data->>'event' = 'agenda.papersTurned'")
      assert.ok(rows.length > 0, "its reaction is queued")
      await w.look((db) => sealPapers.react({ meetingId }, given(db)))
      assert.equal(await bytesOf(fileId), `${word} `.repeat(30_000))
    }
    await turn(true)
    assert.deepEqual(await filesInClear(word), [])
    await turn(false)
    assert.equal((await filesInClear(word)).length, 1)
    // The same bytes, open here, are a paper of what is confidential there.
    await kept("Copie.txt")
    assert.deepEqual(await filesInClear(), [])
  })

  it("is encrypted each night and at each start, however it was written", async () => {
    const word = "Martre"
    const taskId = await w.do(
      giveTask,
      { bodyId: w.lisle, what: "Ancienne", note: "-", confidential: true },
      w.people.amina,
    )
    await w.look((db) =>
      sql`update tasks set note = ${`Du temps d’avant : ${word}`} where id = ${taskId.taskId}`.execute(db),
    )
    assert.equal((await inClear(word)).length, 1)
    const again = () => w.look((db) => keepConfided("tasks", given(db)))
    assert.equal(await again(), 1)
    assert.deepEqual(await inClear(word), [])
    assert.equal(await again(), 0)
    assert.ok((await told(w.ask(readTask, taskId, w.people.amina))).includes(word))
  })

  it("stays encrypted in a paper of one thing, whatever other things papers may hang on", async () => {
    const { amina } = w.people
    const word = "Hermine"
    const fileId = await kept("Plainte.txt", `${word} et le reste`)
    const { meetingId } = await w.do(prepareMeeting, { bodyId: w.lisle, day: "2026-06-17", at: "20:00" }, amina)
    await w.do(addItem, { meetingId, title: "Point", confidential: true, paperIds: [fileId] }, amina)
    await readIt(fileId)
    await w.look((db) => keepConfided("files", given(db)))
    assert.deepEqual(await inClear(word), [])
    assert.equal(await w.look((db) => keepConfided("files", given(db))), 0)
  })

  it("is also what is noted of a person, by whatever way it came, and what it was before", async () => {
    const { amina } = w.people
    const word = "Fouine"
    const file = (note: string) => `Prénom;Nom;Courriel;Note\nLéo;Noté;leo@x.example;${note}\n`
    const wish = { bodyId: w.lisle, since: "2026-05-02" }
    const added = {
      given_name: "Ada",
      family_name: "Notée",
      note: `${word} un`,
      membership: { ring: "member", since: "2026-05-02" },
    }
    const { personId } = await w.do(addPerson, { ...added, bodyId: w.lisle }, amina)
    await w.do(changePerson, { personId, note: `${word} deux` }, amina)
    const first = await w.do(importPeople, { ...wish, text: file(`${word} trois`) }, amina)
    const second = await w.do(importPeople, { ...wish, text: file(`${word} quatre`), update: "all" }, amina)
    const leo = (await w.ask(readImport, { importId: first.importId }, amina)).rows[0]!.person_id!
    const noteOf = async (id: string) => (await w.ask(readPerson, { personId: id }, amina)).contact?.note
    const kept = async (step: string) => {
      await index()
      assert.deepEqual(await inClear(word), [], step)
    }
    await kept("added, changed, imported")
    assert.deepEqual([await noteOf(personId), await noteOf(leo)], [`${word} deux`, `${word} quatre`])
    const same = await w.do(importPeople, { ...wish, text: file(`${word} quatre`), update: "all" }, amina)
    assert.equal(same.unchanged, 1, "compared with what it says, not with how it rests")
    await w.do(undoImport, { importId: second.importId }, amina)
    await kept("given back")
    assert.equal(await noteOf(leo), `${word} trois`)
    await w.do(mergePeople, { personId: leo, goneId: personId, take: ["note"] }, amina)
    await kept("merged")
    assert.equal(await noteOf(leo), `${word} deux`)
    assert.ok((await told(w.ask(readHeld, { personId: leo }, amina))).includes(`${word} deux`), "their access request")

    await w.look((db) => sql`update people set note = ${`${word} d’avant`} where id = ${leo}`.execute(db))
    await w.look((db) => confidencesKept.run(given(db)))
    await kept("of before notes were encrypted")
    assert.equal(await noteOf(leo), `${word} d’avant`)
  })

  it("is not opened for who brings what they copied from a backup", async () => {
    const { rows } = await owner.query<{ note: string }>(
      "select note from tasks where starts_with(note, 'permanence-sealed.')",
    )
    const { taskId } = await w.do(
      giveTask,
      { bodyId: w.lisle, what: "Copie", note: rows[0]!.note, ownerId: w.dario },
      w.people.dario,
    )
    const answer = await told(w.ask(readTask, { taskId }, w.people.dario))
    assert.ok(
      !answer.includes("Zibeline") && !answer.includes("Martre") && answer.includes("permanence-sealed v1") === false,
    )
    const { task } = (await w.ask(readTask, { taskId }, w.people.dario)) as { task: { note: string } }
    assert.match(task.note, /^permanence-sealed text\./)
  })
})
