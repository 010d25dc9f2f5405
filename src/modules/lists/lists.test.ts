import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import { giveGrant } from "../mandates/grants/give.ts"
import { revokeGrant } from "../mandates/grants/revoke.ts"
import { listPeople } from "../people/list.ts"
import { readPerson } from "../people/read-person.ts"
import { addToList } from "./add-people.ts"
import { changeList } from "./change.ts"
import { forgetOver } from "./forget.ts"
import { listLists } from "./list.ts"
import { makeList } from "./make.ts"
import { noteLine } from "./note.ts"
import { readList } from "./read-list.ts"
import { removeFromList } from "./remove-person.ts"
import { waiting } from "./waiting.ts"
import { system } from "../../kernel/job.ts"
import { inOrganisation } from "../../kernel/db.ts"

// Inès is of Brume: in Lisle she is nobody, until she is lent one list.
let w: World
before(async () => {
  w = await world()
  await w.known(w.ines)
})
after(() => w.end())

const make = async (more: object = {}) =>
  (
    await w.do(
      makeList,
      { bodyId: w.lisle, name: "Appels", shows: ["email"], endsOn: "2026-06-30", personIds: [w.dario], ...more },
      w.people.amina,
    )
  ).listId as string
const lend = (listId: string, more: object = {}) =>
  w.do(
    giveGrant,
    {
      personId: w.ines,
      bodyId: w.lisle,
      listId,
      capability: "people.read",
      since: "2026-05-01",
      until: "2026-06-30",
      reason: "Elle téléphone.",
      ...more,
    },
    w.people.amina,
  )
const read = (listId: string, actor = w.people.ines, at?: Temporal.Instant) => w.ask(readList, { listId }, actor, at)

describe("a list lent to somebody", () => {
  it("shows them its people as far as it says, lets them note, and opens nothing else of the file", async () => {
    const [listId, other] = [await make(), await make({ name: "Autre" })]
    await assert.rejects(read(listId), { code: "not_found" })
    await lend(listId)
    const before = await read(listId)
    assert.deepEqual(
      before.rows.map(({ name, email, phone, address }) => ({ name, email, phone, address })),
      [{ name: "Dario Lemmens", email: "dario@lisle.example", phone: null, address: null }],
    )
    await w.do(noteLine, { listId, personId: w.dario, outcome: "reached", note: "Viendra à vélo." }, w.people.ines)
    const noted = await read(listId)
    assert.equal(noted.left, 0)
    assert.equal(noted.rows[0]!.note, "Viendra à vélo.")
    assert.equal(noted.rows[0]!.noted_by, "Inès Vandermeer")
    await assert.rejects(read(other), { code: "not_found" })
    await assert.rejects(w.ask(readPerson, { personId: w.dario }, w.people.ines), { code: "not_found" })
    assert.deepEqual((await w.ask(listPeople, { bodyId: w.lisle }, w.people.ines)).rows, [])
    const mine = await w.ask(listLists, {}, w.people.ines)
    assert.equal((await w.ask(listLists, { q: "APPÉLS" }, w.people.ines)).rows.length, 1)
    assert.equal((await w.ask(listLists, { q: "portes" }, w.people.ines)).rows.length, 0)
    assert.deepEqual(
      mine.rows.map(({ name, lent_to }) => [name, lent_to]),
      [["Appels", ["Inès Vandermeer"]]],
    )
  })

  it("is theirs to note in, and no more", async () => {
    const listId = await make()
    await lend(listId)
    for (const [command, input] of [
      [changeList, { name: "À moi" }],
      [addToList, { personIds: [w.dario] }],
      [removeFromList, { personId: w.dario }],
    ] as const)
      await assert.rejects(w.do(command as typeof changeList, { listId, ...input } as never, w.people.ines), {
        code: "not_allowed",
      })
  })

  it("closes when its day is over, when the loan is, and when it is taken back", async () => {
    const at = (day: string) => Temporal.Instant.from(`${day}T10:00:00Z`)
    const [short, long] = [await make({ endsOn: "2026-05-20" }), await make({ endsOn: "2026-12-31" })]
    await lend(short)
    const { grantId } = await lend(long)
    await read(short, w.people.ines, at("2026-05-20"))
    await assert.rejects(read(short, w.people.ines, at("2026-05-21")), { code: "not_found" })
    await read(long, w.people.ines, at("2026-06-30"))
    await assert.rejects(read(long, w.people.ines, at("2026-07-01")), { code: "not_found" })
    await w.do(revokeGrant, { grantId }, w.people.amina)
    await assert.rejects(read(long), { code: "not_found" })
    await read(short, w.people.amina, at("2026-05-21"))
  })

  it("waits in Today until everybody was tried", async () => {
    const listId = await make({ name: "Portes" })
    await lend(listId)
    const named = async () =>
      (
        await inOrganisation(w.db, w.organisation, (db) =>
          waiting({ ...w.equipment, db, actor: w.people.ines, now: w.now }),
        )
      ).some(({ facts }) => facts?.["name"] === "Portes")
    assert.equal(await named(), true)
    await w.do(noteLine, { listId, personId: w.dario, outcome: "no_answer" }, w.people.ines)
    assert.equal(await named(), false)
  })
})

describe("a list", () => {
  it("is made by who keeps the file, of people of its body", async () => {
    await assert.rejects(
      w.do(
        makeList,
        { bodyId: w.lisle, name: "x", shows: [], endsOn: "2026-06-30", personIds: [w.dario] },
        w.people.dario,
      ),
      { code: "not_allowed" },
    )
    const { personId: stranger } = await w.holding(["tasks.manage"], w.brume)
    await assert.rejects(make({ personIds: [stranger] }), { code: "lists.not_of_body" })
    await assert.rejects(make({ personIds: undefined, who: { ring: "supporter" } }), { code: "lists.nobody" })
    await assert.rejects(make({ endsOn: "2026-05-01" }), (error: any) => error.issues[0].code === "lists.ended")
    const members = await make({ personIds: undefined, who: { ring: "member" } })
    assert.deepEqual(
      (await read(members, w.people.amina)).rows.map(({ person_id }) => person_id).includes(w.dario),
      true,
    )
  })

  it("is given as a list, not as something else, and one thing at a time", async () => {
    const listId = await make()
    await assert.rejects(
      lend(listId, { capability: "people.manage" }),
      (error: any) => error.issues[0].code === "grants.not_of_a_list",
    )
    await assert.rejects(
      lend(listId, { meetingId: listId }),
      (error: any) => error.issues[0].code === "grants.one_thing",
    )
  })

  it("is noted in until its last day", async () => {
    const listId = await make({ endsOn: "2026-05-10" })
    const input = { listId, personId: w.dario, outcome: "reached" }
    await assert.rejects(
      w.do(noteLine, input, w.people.amina, { now: Temporal.Instant.from("2026-05-11T10:00:00Z") }),
      {
        code: "lists.has_ended",
      },
    )
  })

  it("is forgotten with its notes sixty days after its last day, and with what it was lent by", async () => {
    const listId = await make({ endsOn: "2026-05-10" })
    await lend(listId)
    const night = (day: string) =>
      inOrganisation(w.db, w.organisation, (db) =>
        forgetOver({
          ...w.equipment,
          db,
          actor: system(w.organisation),
          now: Temporal.Instant.from(`${day}T01:00:00Z`),
        }),
      )
    await night("2026-07-09")
    await read(listId, w.people.amina)
    await night("2026-07-10")
    await assert.rejects(read(listId, w.people.amina), { code: "not_found" })
  })
})
