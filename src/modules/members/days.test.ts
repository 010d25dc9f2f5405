import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { type World, world } from "../../../tests/world.ts"
import type { Actor } from "../../kernel/rule.ts"
import { addPerson } from "../people/add.ts"
import { recordApplication } from "./applications/record.ts"
import { memberDaysBetween } from "./days.ts"
import { callDues } from "./dues/call.ts"
import { addDuesAmount } from "./dues/scale.ts"
import { lettersToPost, postMemberLetters } from "./letters/post.ts"

let w: World
let treasurer: Actor
before(async () => {
  w = await world()
  treasurer = await w.holding(["dues.manage"])
  const membership = { ring: "member", since: "2020-01-01", dues_until: "2026-06-30" }
  for (const family_name of ["Un", "Deux"])
    await w.do(
      addPerson,
      { bodyId: w.lisle, given_name: "Léa", family_name, town: "Lisle", sure: true, membership },
      w.people.amina,
    )
  await w.do(addDuesAmount, { bodyId: w.lisle, year: 2026, label: "Ordinaire", cents: 3000, usual: true }, treasurer)
})
after(() => w.end())

const days = async (actor: Actor, [from, to] = ["2026-05-01", "2026-07-31"]) =>
  (
    await w.look((db) =>
      memberDaysBetween(
        { from: Temporal.PlainDate.from(from!), to: Temporal.PlainDate.from(to!) },
        { ...w.equipment, actor, db, now: w.now },
      ),
    )
  ).map(({ kind, day, count }) => [kind, day.toString(), count])

describe("the days of members", () => {
  it("are when dues end, for who keeps them and for nobody else", async () => {
    assert.deepEqual(await days(treasurer), [["dues", "2026-06-30", 2]])
    for (const actor of [w.people.dario, w.people.ines, w.people.oscar]) assert.deepEqual(await days(actor), [])
    assert.deepEqual(await days(treasurer, ["2026-07-01", "2026-07-31"]), [])
  })

  it("are the last day of an application, by the rule of the body", async () => {
    await w.do(
      recordApplication,
      {
        bodyId: w.lisle,
        ring: "member",
        given_name: "Iris",
        family_name: "Demande",
        email: "iris@lisle.example",
        source: "paper",
        consent: "Accord signé",
        consentFrom: "paper",
      },
      w.people.amina,
    )
    const [one] = (await days(w.people.amina, ["2026-05-01", "2026-12-31"])).filter(([kind]) => kind === "application")
    const { answer_by } = await w.look((db) =>
      db.selectFrom("applications").select("answer_by").executeTakeFirstOrThrow(),
    )
    assert.deepEqual(one, ["application", answer_by.toString(), 1])
    assert.ok((await days(treasurer)).every(([kind]) => kind !== "application"))
  })

  it("are when a reminder may leave, so many days after the letter before", async () => {
    await w.look((db) => sql`update memberships set dues_until = null`.execute(db))
    await w.do(callDues, { bodyId: w.lisle, year: 2026, step: 1 }, treasurer)
    const [first] = (await days(treasurer)).filter(([kind]) => kind === "reminder")
    assert.equal(first![1], "2026-06-01")
    for (const actor of [w.people.dario, w.people.ines]) assert.deepEqual(await days(actor), [])
  })

  it("leave in lots, and only those printed are said to be posted", async () => {
    const waiting = () => w.look((db) => lettersToPost(w.lisle, db, 1))
    const before = await waiting()
    assert.ok(before.length >= 2)
    assert.deepEqual(await w.look((db) => lettersToPost(w.lisle, db, 2)), [])
    await w.do(postMemberLetters, { bodyId: w.lisle, letters: 1 }, treasurer)
    assert.deepEqual(
      (await waiting()).map(({ id }) => id),
      before.slice(1).map(({ id }) => id),
    )
  })
})
