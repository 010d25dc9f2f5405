import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import pg from "pg"
import { type World, world } from "../../../tests/world.ts"
import { changePerson } from "./change.ts"
import { listPeople } from "./list.ts"

// Enough of them that a page is walked by name, and not taken from all who fit and then sorted.
const MANY = 700
let w: World
before(async () => {
  w = await world()
  await w.look(async (db) => {
    await sql`
      with made as (
        insert into people (organisation_id, id, family_name, given_name, form, postcode)
        select ${w.organisation}, gen_random_uuid(), (array['Lefèvre', 'Aït-Saïd', 'Örs', 'Dupont', 'de Smet'])[1 + n % 5] || ' ' || (n * 7919) % 1000,
               'P' || n, 'n', case when n % 2 = 0 then '5000' else 'B-5100' end
          from generate_series(1, ${MANY}::int) n returning id),
      numbered as (select id, row_number() over (order by id) as n from made)
      insert into memberships (organisation_id, id, person_id, body_id, ring, since)
      select ${w.organisation}, gen_random_uuid(), id, b.body_id::uuid, case when n % 5 = 0 then 'supporter' else 'member' end, '2025-01-01'
        from numbered cross join unnest(array[${w.lisle}::text, ${w.brume}::text]) with ordinality as b (body_id, place)
       where b.place = 1 or n % 3 = 0`.execute(db)
  })
})
after(() => w.end())
const places = async () => {
  const owner = new pg.Client(w.owner)
  await owner.connect()
  await owner.query(`insert into territories (country, level, code, name, parent_level, parent_code, postcodes, source, vintage) values
    ('BE', 'municipality', '9001', 'Lisle', null, null, '{5000,5100}', 'test', '2026-01-01')`)
  await owner.end()
}

const walked = async (asked: object) => {
  const names: string[] = []
  for (let next: string | null | undefined, turn = 0; turn === 0 || next; turn++) {
    const page = await w.ask(
      listPeople,
      { bodyId: w.lisle, limit: 200, ...asked, ...(next ? { after: next } : {}) },
      w.people.amina,
    )
    names.push(...page.rows.map(({ id }) => id))
    next = page.next
    assert.ok(turn < 20)
  }
  return names
}

const expected = (condition: string) =>
  w.look(async (db) => {
    const { rows } = await sql<{ id: string }>`
      select p.id from people p where exists (select from memberships m where m.person_id = p.id and m.body_id = ${w.lisle} ${sql.raw(condition)})
       order by p.folded collate "C", p.id`.execute(db)
    return rows.map(({ id }) => id)
  })

describe("a list narrowed and walked by name", () => {
  it("gives all of a ring once, in order, page after page and backwards", async () => {
    const all = await expected("and m.ring = 'member'")
    assert.ok(all.length > 500)
    assert.deepEqual(await walked({ ring: "member" }), all)
    assert.deepEqual(await walked({ ring: "member", sort: "-name" }), all.toReversed())
  })

  it("gives all who are at home in a place, in order, however many postcodes it has", async () => {
    await places()
    const all = await expected("and p.postcode is not null")
    assert.ok(all.length > 500)
    assert.deepEqual(await walked({ territory: "BE/municipality/9001" }), all)
    assert.deepEqual(await walked({ territory: "BE/municipality/9001", sort: "-name" }), all.toReversed())
    assert.deepEqual(
      await walked({ territory: "BE/municipality/9001", ring: "member" }),
      await expected("and m.ring = 'member' and p.postcode is not null"),
    )
  })

  it("follows a name that changes", async () => {
    const [first] = await expected("and m.ring = 'member'")
    await w.do(changePerson, { personId: first, family_name: "Zzz" }, w.people.amina)
    assert.equal((await walked({ ring: "member" })).at(-1), first)
  })
})
