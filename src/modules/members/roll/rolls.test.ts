import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { eraseHeld } from "../../../kernel/held-of.ts"
import { endMembership } from "../../mandates/memberships/end.ts"
import { sendCards } from "../print/card.ts"
import { readStatistics } from "../statistics/read.ts"
import { freezeRoll } from "./freeze.ts"
import { foreseeRoll, listRolls, readRoll } from "./reads.ts"

const rule = { who: "members" as const }

describe("rolls", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const roll = (more: object = {}) => ({ bodyId: w.lisle, title: "Assemblée", onDay: "2026-05-21", rule, ...more })

  trio(
    () => w,
    [
      { command: freezeRoll, capability: "people.manage", input: () => roll() },
      {
        command: sendCards,
        capability: "people.manage",
        input: () => ({ bodyId: w.lisle, personIds: [w.amina] }),
      },
    ],
  )

  it("stay as they were frozen though memberships change, and prove it", async () => {
    const { rollId } = await w.do(freezeRoll, roll(), w.people.amina)
    const before = await w.ask(readRoll, { rollId }, w.people.amina)
    assert.ok(before.lines.some(({ name, entitled }) => name === "Dario Lemmens" && entitled))
    const [mine] = await w.look((db) =>
      db.selectFrom("memberships").select("id").where("person_id", "=", w.dario).execute(),
    )
    await w.do(endMembership, { membershipId: mine!.id, until: "2026-05-01" }, w.people.amina)
    const now = await w.ask(foreseeRoll, { bodyId: w.lisle, onDay: "2026-05-21", rule }, w.people.amina)
    assert.deepEqual(now.lines.find(({ person_id }) => person_id === w.dario)?.reasons, [
      { is: "ended", day: "2026-05-01" },
    ])
    const later = await w.ask(readRoll, { rollId }, w.people.amina)
    assert.deepEqual([later.lines, later.is_whole], [before.lines, true])
  })

  it("cannot be written again, and say so when somebody did it past every rule", async () => {
    const { rollId } = await w.do(freezeRoll, roll({ onDay: "2025-06-01" }), w.people.amina)
    for (const write of [
      "update roll_lines set entitled = false",
      "update roll_lines set sealed = ''",
      "delete from roll_lines",
      "delete from rolls",
    ])
      await assert.rejects(
        w.look(async (db) => {
          const { sql } = await import("kysely")
          await sql.raw(write).execute(db)
        }),
        /permission denied/,
      )
    const { default: pg } = await import("pg")
    const owner = new pg.Client(w.owner)
    await owner.connect()
    await owner.query("update roll_lines set name = 'Quelqu’un d’autre' where roll_id = $1 and place = 1", [rollId])
    await owner.end()
    assert.equal((await w.ask(readRoll, { rollId }, w.people.amina)).is_whole, false)
  })

  it("stay proved when somebody on them is erased, whose name is then nowhere", async () => {
    const { rollId } = await w.do(freezeRoll, roll(), w.people.amina)
    await w.look((db) => eraseHeld(w.amina, { db, held: w.equipment.held }))
    const { lines, is_whole } = await w.ask(readRoll, { rollId }, await w.holding(["people.read"]))
    assert.equal(is_whole, true)
    assert.ok(!JSON.stringify(lines).includes("Belkacem"))
    assert.equal(lines.find(({ person_id }) => person_id === w.amina)?.entitled, true)
  })

  it("are numbered without gaps, and nothing is frozen where nobody could vote", async () => {
    await assert.rejects(
      w.do(freezeRoll, roll({ rule: { who: "holders", functions: ["webmaster"] } }), w.people.amina),
      { code: "rolls.nobody" },
    )
    await w.do(freezeRoll, roll(), w.people.amina)
    const { rows } = await w.ask(listRolls, { bodyId: w.lisle }, w.people.amina)
    const numbers = rows.map(({ number }) => number).toSorted((a, b) => a - b)
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
    )
  })

  it("and figures are for who reads the people of the body", async () => {
    const { rollId } = await w.do(freezeRoll, roll(), w.people.amina)
    for (const actor of [w.people.ines, w.people.oscar]) {
      await assert.rejects(w.ask(readRoll, { rollId }, actor), { code: "not_found" })
      await assert.rejects(w.ask(foreseeRoll, { bodyId: w.lisle }, actor), { code: "not_found" })
      await assert.rejects(w.ask(readStatistics, { bodyId: w.lisle }, actor), { code: "not_found" })
    }
    const { tables } = await w.ask(readStatistics, { bodyId: w.lisle }, w.people.amina)
    for (const { rows } of tables) for (const { count } of rows) assert.equal(count, null)
  })
})
