import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { trio } from "../../../../../tests/trio.ts"
import { type World, world } from "../../../../../tests/world.ts"
import type { Actor } from "../../../../kernel/rule.ts"
import { system } from "../../../../kernel/job.ts"
import { giveTask } from "../../../tasks/contract.ts"
import { changePerson } from "../../change.ts"
import { listPeople } from "../../list.ts"
import { readPerson } from "../../read-person.ts"
import { importPeople } from "../import.ts"
import { readImport } from "../read-import.ts"
import { clearUndone } from "./clear.ts"
import { forgetFormer } from "./former.ts"
import { undoImport } from "./undo.ts"

describe("people.undoImport", () => {
  let w: World
  let amina: Actor
  before(async () => {
    w = await world()
    amina = w.people.amina
  })
  after(() => w.end())

  let serial = 0
  const imported = async (text: string, more: object = {}): Promise<string> =>
    (await w.do(importPeople, { bodyId: w.lisle, text, since: "2026-05-02", ...more }, amina)).importId
  const linesOf = async (importId: string) => (await w.ask(readImport, { importId }, amina)).rows
  const undone = async (importId: string) => {
    const { removed, restored, kept } = await w.do(undoImport, { importId }, amina)
    return { removed, restored, kept }
  }
  const several = (n: number) =>
    `Prénom;Nom;Courriel\n${Array.from({ length: n }, () => `Ida;Défaite${++serial};ida${serial}@x.example`).join("\n")}\n`

  trio(
    () => w,
    [
      {
        command: undoImport,
        capability: "people.manage",
        input: async () => ({ importId: await imported(several(1)) }),
      },
    ],
  )

  it("removes whom it created, and leaves the account of its lines", async () => {
    const importId = await imported(several(3))
    assert.deepEqual(await undone(importId), { removed: 3, restored: 0, kept: 0 })
    const { rows } = await w.ask(listPeople, { bodyId: w.lisle, q: `Défaite${serial}` }, amina)
    assert.ok(!rows.some(({ name }) => name.endsWith(`Défaite${serial}`)))
    assert.deepEqual(
      (await linesOf(importId)).map(({ state, person_id }) => [state, person_id]),
      Array(3).fill(["created", null]),
    )
  })

  it("leaves nothing of them at once, and no row after the night", async () => {
    const importId = await imported(several(3))
    const ids = (await linesOf(importId)).map(({ person_id }) => person_id!)
    await undone(importId)
    const left = () =>
      w.look(async (db) => (await db.selectFrom("people").selectAll().where("id", "in", ids).execute()) as object[])
    const rows = await left()
    assert.equal(rows.length, 3)
    assert.ok(!JSON.stringify(rows).includes("Défaite") && !JSON.stringify(rows).includes("x.example"))
    await w.look((db) => clearUndone.run({ ...w.equipment, db, actor: system(w.organisation), now: w.now }))
    assert.deepEqual(await left(), [])
    assert.deepEqual(
      (await linesOf(importId)).map(({ state }) => state),
      ["created", "created", "created"],
    )
  })

  it("keeps whom anybody touched or named since, and says why", async () => {
    const importId = await imported(several(4))
    const [changed, charged, belongs, signs] = (await linesOf(importId)).map(({ person_id }) => person_id!)
    await w.do(changePerson, { personId: changed, phone: "1" }, amina)
    await w.do(giveTask, { bodyId: w.lisle, what: "Accueillir", ownerId: charged, due: "2026-06-01" }, amina)
    await w.look((db) =>
      sql`insert into memberships (organisation_id, id, person_id, body_id, ring, since)
        values (current_org(), gen_random_uuid(), ${belongs}, ${w.brume}, 'member', '2026-05-02')`.execute(db),
    )
    await w.look((db) => sql`select account_for(gen_random_uuid(), 's@x.example', current_org(), ${signs})`.execute(db))
    assert.deepEqual(await undone(importId), { removed: 0, restored: 0, kept: 4 })
    const kept = (await linesOf(importId)).map(({ kept: why }) => why)
    assert.deepEqual(kept, ["changed", "named", "belongs", "signs_in"])
  })

  it("gives back what it overwrote, unless it was changed again", async () => {
    const first = await imported("Prénom;Nom;Courriel;GSM\nJo;Avant;jo@x.example;1\nLu;Avant;lu@x.example;1\n")
    const [jo, lu] = (await linesOf(first)).map(({ person_id }) => person_id!)
    const importId = await imported("Prénom;Nom;Courriel;GSM\nJo;Avant;jo@x.example;2\nLu;Avant;lu@x.example;2\n", {
      update: "all",
    })
    await w.do(changePerson, { personId: lu, town: "Lisle" }, amina)
    assert.deepEqual(await undone(importId), { removed: 0, restored: 1, kept: 1 })
    const phone = async (personId: string) => (await w.ask(readPerson, { personId }, amina)).contact?.phone
    assert.deepEqual([await phone(jo!), await phone(lu!)], ["1", "2"])
  })

  it("ends as never begun the memberships it began of people known before", async () => {
    const keeper = await w.holding(["people.manage", "people.read"], w.brume)
    await w.do(
      importPeople,
      { bodyId: w.brume, text: "Prénom;Nom;Courriel\nAl;Deux;al@x.example\n", since: "2026-05-02" },
      keeper,
    )
    const both = await w.holding(["people.manage", "people.read"], w.brume)
    await w.look((db) =>
      sql`insert into grants (organisation_id, id, person_id, capability, body_id, since, until, granted_by, reason)
        values (current_org(), gen_random_uuid(), ${both.personId}, 'people.manage', ${w.lisle}, '2026-01-01', '2027-01-01', ${w.amina}, '')`.execute(
        db,
      ),
    )
    const { importId } = await w.do(
      importPeople,
      {
        bodyId: w.lisle,
        text: "Prénom;Nom;Courriel;GSM\nAl;Deux;al@x.example;3\n",
        since: "2026-05-02",
        update: "all",
      },
      both,
    )
    const [al] = await linesOf(importId)
    assert.equal(al?.state, "updated")
    assert.deepEqual(await undone(importId), { removed: 0, restored: 1, kept: 0 })
    const { rows } = await w.look((db) =>
      sql<{ body_id: string; until: unknown }>`
      select body_id, until::text from memberships where person_id = ${al!.person_id} order by body_id = ${w.lisle}`.execute(
        db,
      ),
    )
    assert.deepEqual(rows, [
      { body_id: w.brume, until: null },
      { body_id: w.lisle, until: "2026-05-01" },
    ])
  })

  it("is done once, within thirty days", async () => {
    const importId = await imported(several(1))
    const late = w.now.add({ hours: 24 * 31 })
    await assert.rejects(w.do(undoImport, { importId }, amina, { now: late }), { code: "people.import_too_old" })
    assert.equal((await w.ask(readImport, { importId }, amina, late)).may["people.undoImport"], false)
    await undone(importId)
    await assert.rejects(undone(importId), { code: "people.import_undone" })
  })

  it("keeps what it overwrote encrypted, and for thirty days", async () => {
    await imported("Prénom;Nom;Courriel;GSM\nOr;Secret;or@x.example;0470\n")
    const importId = await imported("Prénom;Nom;Courriel;GSM\nOr;Secret;or@x.example;0471\n", { update: "all" })
    const kept = () =>
      w.look(
        async (db) =>
          (await sql<{ former: string }>`select former from import_former where import_id = ${importId}`.execute(db))
            .rows,
      )
    const [row] = await kept()
    assert.ok(row && !row.former.includes("Secret") && !row.former.includes("0470"))
    const night = (days: number) =>
      w.look((db) =>
        forgetFormer.run({ ...w.equipment, db, actor: system(w.organisation), now: w.now.add({ hours: 24 * days }) }),
      )
    await night(29)
    assert.equal((await kept()).length, 1)
    await night(31)
    assert.equal((await kept()).length, 0)
  })

  it("can be imported again", async () => {
    const text = several(2)
    await undone(await imported(text))
    const { created } = await w.do(importPeople, { bodyId: w.lisle, text, since: "2026-05-02" }, amina)
    assert.equal(created, 2)
  })
})

describe("the columns of a file", () => {
  let w: World
  before(async () => (w = await world()))
  after(() => w.end())

  it("are those this body chose for the same headings the last time", async () => {
    const text = "Prénom;Nom;Zone libre\nAnne;Une;Lisle\n"
    const wish = { bodyId: w.lisle, since: "2026-05-02" }
    await w.do(importPeople, { ...wish, text, columns: ["given_name", "family_name", "town"] }, w.people.amina)
    const again = await w.do(importPeople, { ...wish, text: "PRENOM;Nom;zone libre\nBob;Deux;Brume\n" }, w.people.amina)
    const [bob] = (await w.ask(readImport, { importId: again.importId }, w.people.amina)).rows
    assert.equal((await w.ask(readPerson, { personId: bob!.person_id! }, w.people.amina)).contact?.town, "Brume")
  })
})
