import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { loadExampleOf } from "../../../../demo/load.ts"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import type { OrganisationId } from "../../../kernel/rule.ts"
import { readPerson } from "../read-person.ts"
import { mergePeople } from "./merge.ts"

// Eighteen months of two secretariats: invitations, votes, proxies, papers, tasks, of both records, in the same meetings.
describe("two records with a past", () => {
  let w: World
  let example: { organisation: OrganisationId; personId: string }
  before(async () => {
    w = await world()
    example = await loadExampleOf(w, Temporal.PlainDate.from("2026-05-02"))
  })
  after(() => w.end())

  const look = <T>(work: Parameters<typeof inOrganisation<T>>[2]) => inOrganisation(w.db, example.organisation, work)
  // The tables of who signs in are closed to the application: their test is in merge.test.ts.
  const open = () => w.equipment.held.filter(({ merge }) => !merge)
  const naming = (personId: string) =>
    look(async (db) => {
      const named: string[] = []
      for (const { table, person } of open()) {
        const { rows } = await sql<{ count: number }>`
          select count(*)::int as count from ${sql.table(table)} where ${sql.ref(person)} = ${personId}`.execute(db)
        if (rows[0]!.count) named.push(`${table}.${person}`)
      }
      return named
    })

  it("are one in every table once they are merged, with nothing lost and nothing twice", async () => {
    const actor = w.as(example.personId, example.organisation)
    const { rows } = await look((db) =>
      sql<{ id: string }>`select person_id as id from invitations where person_id <> ${example.personId}
        group by person_id order by count(*) desc, person_id limit 12`.execute(db),
    )
    let merged = 0
    for (const { id } of rows.slice(1)) {
      const before = await naming(id)
      const done = await w
        .do(mergePeople, { personId: rows[0]!.id, goneId: id }, actor)
        .catch((error: { code?: string }) => {
          assert.ok(
            ["people.merge_gives_rights", "not_allowed", "meetings.proxy_between"].includes(error.code ?? ""),
            String(error),
          )
        })
      if (!done) continue
      merged++
      assert.ok(before.length > 3, before.join())
      assert.deepEqual(await naming(id), [])
    }
    assert.ok(merged > 0)
    const { memberships } = await w.ask(readPerson, { personId: rows[0]!.id }, actor)
    const open = memberships.filter(({ until }) => until === null)
    assert.equal(new Set(open.map(({ body_id }) => body_id)).size, open.length)
  })
})
