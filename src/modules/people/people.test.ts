import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type RawBuilder, sql } from "kysely"
import pg from "pg"
import { newId } from "../../kernel/id.ts"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { bodiesOf, bodiesWhere, isAmong, isOneOf, sightOf } from "../mandates/contract.ts"
import { addPerson } from "./add.ts"
import { changePerson } from "./change.ts"
import { leavePerson } from "./leave.ts"
import { listPeople } from "./list.ts"
import { pickPeople } from "./pick.ts"
import { readPerson } from "./read-person.ts"
import { returnPerson } from "./return.ts"

let w: World
before(async () => {
  w = await world()
})
after(() => w.end())

const member = (given_name: string, family_name: string, more: object = {}) => ({
  given_name,
  family_name,
  bodyId: w.lisle,
  membership: { ring: "member", since: "2026-01-01" },
  ...more,
})
const add = async (...of: Parameters<typeof member>) =>
  (await w.do(addPerson, member(...of), w.people.amina)).personId as string
let count = 0
const someone = async () => add("Zoé", `Personne-${newId()}`)

describe("people", () => {
  trio(
    () => w,
    [
      {
        command: addPerson,
        capability: "people.manage",
        input: () => member("Paul", `Trio${count++}`, { sure: true }),
      },
      {
        command: changePerson,
        capability: "people.manage",
        input: async () => ({ personId: await someone(), phone: "1" }),
      },
      {
        command: leavePerson,
        capability: "people.manage",
        input: async () => ({ personId: await someone(), on: "2026-05-01" }),
      },
      {
        command: returnPerson,
        capability: "people.manage",
        input: async () => {
          const personId = await someone()
          await w.do(leavePerson, { personId, on: "2026-05-01" }, w.people.amina)
          return { personId }
        },
      },
    ],
  )
})

describe("people.list", () => {
  const names = async (q: string, actor = w.people.amina, more: object = {}) =>
    (await w.ask(listPeople, { q, bodyId: w.lisle, ...more }, actor)).rows.map(({ name }) => name)

  before(async () => {
    await add("Éloïse", "Vandenbroeck-Lefèvre", { email: "eloise@lisle.example", town: "Lisle" })
    await add("Karim", "Aït-Saïd", { post_only: true, street: "Rue Haute 3", town: "Lisle" })
    await w.do(
      addPerson,
      { ...member("Éloïse", "Vandenbroeck"), bodyId: w.brume },
      await w.holding(["people.manage"], w.brume),
    )
  })

  it("forgives accents, capitals, hyphens, apostrophes and the order of words", async () => {
    for (const q of ["eloise", "VANDENBROECK lefevre", "lefèvre éloïse", "el van", "broeck"])
      assert.deepEqual(await names(q), ["Éloïse Vandenbroeck-Lefèvre"], q)
    for (const q of ["ait said", "AIT-SAID", "saïd k"]) assert.deepEqual(await names(q), ["Karim Aït-Saïd"], q)
  })

  it("forgives a letter mistyped, forgotten or doubled", async () => {
    for (const q of ["lemens", "belkasem", "lemmmens", "daro lemmens"]) assert.equal((await names(q)).length, 1, q)
    assert.deepEqual(await names("quattrocento"), [])
  })

  it("forgives two letters swapped, in the name or the first name, in either order", async () => {
    for (const q of ["lemmesn", "lemmens draio", "adrio", "adrio lemmens", "lenmens"])
      assert.deepEqual(await names(q), ["Dario Lemmens"], q)
  })

  it("gives who bears the whole name before whoever's begins so", async () => {
    await add("Paule", "Roux")
    await add("Anne", "Rouxel")
    await add("Roux", "Zimmer")
    assert.deepEqual(await names("roux"), ["Paule Roux", "Roux Zimmer", "Anne Rouxel"])
  })

  it("takes signs of patterns for what they are", async () => {
    for (const q of ["%", "_", "%%%", "\\", "a%n", "' or true --"]) assert.deepEqual(await names(q), [], q)
  })

  it("finds an address whole, only for who may read contact details", async () => {
    assert.deepEqual(await names("eloise@lisle.example"), ["Éloïse Vandenbroeck-Lefèvre"])
    assert.deepEqual(await names("eloise@lisle.example", w.people.dario), [])
  })

  it("shows a member the names of fellow members without how to reach them", async () => {
    const { rows, may } = await w.ask(listPeople, { q: "eloise", bodyId: w.lisle }, w.people.dario)
    assert.deepEqual(
      rows.map(({ name, email, town, phone }) => ({ name, email, town, phone })),
      [{ name: "Éloïse Vandenbroeck-Lefèvre", email: null, town: null, phone: null }],
    )
    assert.deepEqual(may, { "people.add": false, "people.import": false })
    const { rows: read } = await w.ask(listPeople, { q: "eloise", bodyId: w.lisle }, w.people.amina)
    assert.equal(read[0]?.email, "eloise@lisle.example")
  })

  it("shows nobody of a body one has nothing to do with", async () => {
    assert.deepEqual(await names("vandenbroeck", w.people.amina, { bodyId: w.brume }), [])
    assert.deepEqual(await names("vandenbroeck", w.people.ines, { bodyId: w.lisle }), [])
    assert.deepEqual(await names("vandenbroeck", w.people.oscar), [])
    assert.equal((await names("vandenbroeck", w.people.ines, { bodyId: w.brume })).length, 1)
  })

  it("is paged by name both ways, each person once", async () => {
    for (const sort of ["name", "-name"]) {
      const all: string[] = []
      let after: string | null | undefined
      do {
        const page = await w.ask(
          listPeople,
          { bodyId: w.lisle, sort, limit: 3, ...(after && { after }) },
          w.people.amina,
        )
        all.push(...page.rows.map(({ id }) => id))
        after = page.next
        assert.equal(page.total === undefined, all.length > page.rows.length, "counted once")
      } while (after)
      const whole = await w.ask(listPeople, { bodyId: w.lisle, sort, limit: 200 }, w.people.amina)
      assert.deepEqual(
        all,
        whole.rows.map(({ id }) => id),
      )
      assert.equal(new Set(all).size, whole.total)
    }
  })

  it("filters by ring and by function", async () => {
    await add("Nora", "Sympathie", { membership: { ring: "sympathiser", since: "2026-01-01" } })
    const ring = await w.ask(listPeople, { bodyId: w.lisle, ring: "sympathiser" }, w.people.amina)
    assert.deepEqual(
      ring.rows.map(({ name }) => name),
      ["Nora Sympathie"],
    )
    const held = await w.ask(listPeople, { bodyId: w.lisle, function: "administrative-secretary" }, w.people.amina)
    assert.deepEqual(
      held.rows.map(({ id, functions }) => [id, functions]),
      [[w.amina, ["Secrétaire administrative"]]],
    )
  })

  it("filters by dues and by territory, for who reads the file only", async () => {
    const owner = new pg.Client(w.owner)
    await owner.connect()
    await owner.query(`insert into territories (country, level, code, name, parent_level, parent_code, postcodes, source, vintage) values
      ('BE', 'province', '90', 'Province', null, null, '{}', 'test', '2026-01-01'),
      ('BE', 'municipality', '9001', 'Commune', 'province', '90', '{9901}', 'test', '2026-01-01')`)
    await owner.end()
    const membership = { ring: "member", since: "2026-01-01" }
    await add("Ana", "Filtrée", { membership: { ...membership, dues_until: "2026-01-31" }, postcode: "B-9901" })
    await add("Bob", "Filtré", { membership, postcode: "9902" })
    const named = async (more: object, actor = w.people.amina) =>
      (await w.ask(listPeople, { bodyId: w.lisle, ...more }, actor)).rows.map(({ name }) => name)
    assert.deepEqual(await named({ dues: "late" }), ["Ana Filtrée"])
    assert.ok((await named({ dues: "never" })).includes("Bob Filtré"))
    for (const territory of ["BE/municipality/9001", "BE/province/90"])
      assert.deepEqual(await named({ territory, where: "all" }), ["Ana Filtrée"])
    for (const more of [{ dues: "late" }, { territory: "BE/province/90" }])
      assert.deepEqual(await named(more, w.people.dario), [])
  })

  it("is the same people whether bodies are named one by one or as all that lie under one", async () => {
    const keeper = await w.holding(["people.read", "people.manage"])
    await w.look((db) =>
      sql`update functions set reach = 'below' where id = (select function_id from mandates where person_id = ${keeper.personId})`.execute(
        db,
      ),
    )
    for (const actor of [keeper, w.people.amina, w.people.dario, w.people.ines]) {
      const { reads, belongs, listed, owned } = await w.look(async (db) => {
        const sight = await sightOf({ actor, db, now: w.now })
        const ids = async (of: RawBuilder<unknown>) => {
          const { rows } = await sql<{ id: string }>`select id from (${of}) b order by id`.execute(db)
          return rows.map(({ id }) => id)
        }
        const today = Temporal.PlainDate.from("2026-05-02")
        return {
          reads: await ids(sql`select b.id from bodies b where ${isAmong(sight.reads, sql`b.id`)}`),
          listed: await ids(sql`select body_id as id from (${bodiesWhere("people.read", actor.personId!, today)}) x`),
          belongs: await ids(sql`select b.id from bodies b where ${isOneOf(sight.belongs, sql`b.id`)}`),
          owned: await ids(sql`select body_id as id from (${bodiesOf(actor.personId!, today)}) x`),
        }
      })
      assert.deepEqual([reads, belongs], [listed, owned])
    }
  })
})

describe("people.pick", () => {
  it("gives a name and what tells namesakes apart", async () => {
    const found = await w.ask(pickPeople, { q: "belk" }, w.people.dario)
    assert.deepEqual(found, [{ id: w.amina, name: "Amina Belkacem", soft: "Secrétaire administrative" }])
  })
})

describe("people.read", () => {
  it("shows contact details to who keeps the file and to the person, not to fellow members", async () => {
    const contact = async (actor: World["people"]["amina"], personId = w.dario) =>
      (await w.ask(readPerson, { personId }, actor)).contact?.email
    assert.equal(await contact(w.people.amina), "dario@lisle.example")
    assert.equal(await contact(w.people.dario), "dario@lisle.example")
    assert.equal(await contact(w.people.dario, w.amina), undefined)
    await assert.rejects(contact(w.people.ines), { code: "not_found" })
  })

  it("says what the reader may do", async () => {
    const { may, mandates, memberships, may_in } = await w.ask(readPerson, { personId: w.amina }, w.people.amina)
    assert.equal(may["people.change"], true)
    assert.equal(mandates[0]?.function_name, "Secrétaire administrative")
    assert.equal(memberships[0]?.may_change, true)
    assert.deepEqual(
      may_in.people.map(({ id }) => id),
      [w.lisle],
    )
    const seen = await w.ask(readPerson, { personId: w.amina }, w.people.dario)
    assert.deepEqual(seen.may, { "people.change": false, "people.leave": false, "people.return": false })
  })
})

describe("people.add", () => {
  it("asks whether a namesake in sight is another person", async () => {
    const twice = member("Dario", "LEMMENS")
    await assert.rejects(w.do(addPerson, twice, w.people.amina), { code: "people.known" })
    await w.do(addPerson, { ...twice, sure: true }, w.people.amina)
  })

  it("does not tell who is in a body one does not see", async () => {
    await w.do(addPerson, member("Inès", "Vandermeer"), w.people.amina)
  })

  it("refuses an end before the beginning, naming the field", async () => {
    const membership = { ring: "member", since: "2026-05-02", until: "2026-05-01" }
    await assert.rejects(w.do(addPerson, member("Fin", "Debut", { membership }), w.people.amina), (error: any) => {
      assert.equal(error.issues[0].code, "ends_before")
      return true
    })
  })
})

describe("people.change", () => {
  it("keeps what was not sent, empties what was emptied, and journals the names of fields only", async () => {
    const personId = await add("Rose", "Change", { form: "f", phone: "081 12 34 56", email: "rose@lisle.example" })
    const answer = await w.do(changePerson, { personId, phone: null, town: "Lisle" }, w.people.amina)
    assert.deepEqual(answer, { personId, fields: ["phone", "town"] })
    const { contact, form } = await w.ask(readPerson, { personId }, w.people.amina)
    assert.deepEqual([form, contact?.phone, contact?.town, contact?.email], ["f", null, "Lisle", "rose@lisle.example"])
  })

  it("lets somebody correct their own details and nobody else's", async () => {
    await w.do(changePerson, { personId: w.dario, phone: "0470" }, w.people.dario)
    await assert.rejects(w.do(changePerson, { personId: w.amina, phone: "0470" }, w.people.dario), {
      code: "not_allowed",
    })
    await assert.rejects(w.do(changePerson, { personId: w.ines, phone: "0470" }, w.people.amina), {
      code: "not_allowed",
    })
  })
})

describe("people.leave", () => {
  it("ends memberships and mandates that day, and shows the person among those who left", async () => {
    const actor = await w.holding(["people.manage", "people.read"])
    await w.do(leavePerson, { personId: actor.personId, on: "2026-05-01" }, w.people.amina)
    await assert.rejects(w.do(addPerson, member("Trop", "Tard"), actor), { code: "not_allowed" })
    const { rows } = await w.ask(listPeople, { bodyId: w.lisle, left: true }, w.people.amina)
    assert.ok(rows.some(({ id }) => id === actor.personId))
    const { memberships } = await w.ask(readPerson, { personId: actor.personId }, w.people.amina)
    assert.equal(String(memberships[0]?.until), "2026-05-01", "what would begin after the last day never begins")
  })
})
