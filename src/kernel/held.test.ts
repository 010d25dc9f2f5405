import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import pg from "pg"
import { eraseHeld, heldOf } from "./held-of.ts"
import { format } from "./words/words.ts"
import { type World, world } from "../../tests/world.ts"

// What the journal and the answers to commands keep is not theirs to change: events are sealed in a chain, and commands forgotten
// after thirty days.
const apart = ["events.actor_id", "events.triggered_by", "commands.actor_id"]

describe("the columns that name a person", () => {
  let the: World
  before(async () => (the = await world()))
  after(() => the.end())

  it("are each declared once by the module whose table it is", async () => {
    const inTables = await named(the.owner)
    const declared = the.equipment.held.map(({ table, person }) => `${table}.${person}`)
    assert.deepEqual(declared.toSorted(), [...new Set(declared)].toSorted(), "declared twice")
    assert.deepEqual(declared.toSorted(), inTables)
  })

  it("tell of a person, and let go of them, in statements that run", async () => {
    await the.look(async (db) => {
      const given = { db, held: the.equipment.held }
      const { groups } = await heldOf(the.dario, given)
      assert.deepEqual(
        groups.map(({ key }) => key),
        ["held.memberships.person_id"],
      )
      assert.equal(groups[0]!.lines[0]!.kind, "mandates.ring.member")
      assert.equal(groups[0]!.lines[0]!.where, "Locale de Lisle")
      await eraseHeld(the.dario, given)
    })
  })

  it("have words for each title", async () => {
    for (const { table, person, says } of the.equipment.held)
      if (says) assert.notEqual(format("fr", `held.${table}.${person}`), `held.${table}.${person}`)
  })

  it("say where a person stands once, as the database does", async () => {
    for (const [column, keys] of await uniquely(the.owner)) {
      const held = the.equipment.held.find(({ table, person }) => column === `${table}.${person}`)
      assert.deepEqual(held?.once?.toSorted(), keys, column)
    }
  })
})

/** Every foreign key to people, and every column that by its name is somebody: who did it is a person, too. */
const named = async (owner: pg.PoolConfig): Promise<string[]> => {
  const rows = await ask<{ name: string }>(
    owner,
    `with keys as (
       select c.conrelid, c.confrelid, a.attname
         from pg_constraint c cross join unnest(c.conkey) n join pg_attribute a on (a.attrelid, a.attnum) = (c.conrelid, n)
        where c.contype = 'f')
     select c.conrelid::regclass || '.' || a.attname as name
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
      where c.contype = 'f' and c.confrelid = 'people'::regclass
     union
     select table_name || '.' || column_name from information_schema.columns
      where table_schema = 'public' and udt_name = 'uuid'
        -- What refers to another table, as a decision that supersedes another, is nobody.
        and not exists (select from keys k where k.conrelid = to_regclass(table_name) and k.attname = column_name
                           and k.confrelid not in ('people'::regclass, 'accesses'::regclass))
        and (column_name like '%\\_by' or column_name like '%person\\_id' or column_name = 'actor_id')`,
  )
  return rows
    .map(({ name }) => name)
    .filter((name) => !apart.includes(name))
    .toSorted()
}

/** The columns that name a person within a key, and the other columns of that key. */
const uniquely = async (owner: pg.PoolConfig): Promise<[string, string[]][]> => {
  const rows = await ask<{ name: string; keys: string[] }>(
    owner,
    `select k.in_table || '.' || person.name as name,
            array(select a.attname::text from unnest(k.columns) n join pg_attribute a on a.attrelid = k.of and a.attnum = n
                   where a.attname not in ('organisation_id', person.name) order by 1) as keys
       from (select indrelid as of, indrelid::regclass::text as in_table, indkey::int2[] as columns from pg_index
              where indisunique) k
       join lateral (select a.attname::text as name from pg_constraint c
                       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
                      where c.contype = 'f' and c.confrelid = 'people'::regclass and c.conrelid = k.of
                        and a.attnum = any (k.columns)) person on true`,
  )
  return rows.map(({ name, keys }) => [name, keys])
}

const ask = async <Row>(owner: pg.PoolConfig, text: string): Promise<Row[]> => {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
