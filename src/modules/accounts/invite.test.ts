import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { inOrganisation } from "../../kernel/db.ts"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { placesOf } from "./access.ts"
import { invitePerson, readAccess } from "./invite.ts"

describe("accounts.invite", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  trio(() => w, [{ command: invitePerson, capability: "people.manage", input: () => ({ personId: w.dario }) }])

  it("lets the address of the directory in, and nobody else", async () => {
    await w.do(invitePerson, { personId: w.dario }, w.people.amina)
    const places = await placesOf("DARIO@lisle.example", w.db)
    assert.deepEqual(
      places.map(({ person_id }) => person_id),
      [w.dario],
    )
    assert.deepEqual(await placesOf("amina@lisle.example", w.db), [])
    assert.equal((await w.ask(readAccess, { personId: w.dario }, w.people.amina)).state, "invited")
  })

  it("is refused for a person of a body one does not keep", async () => {
    await assert.rejects(w.do(invitePerson, { personId: w.ines }, await w.holding(["people.manage"])), {
      code: "not_allowed",
    })
  })

  it("is refused without an address, and once the person has left", async () => {
    const sam = await w.holding([])
    const set = (change: ReturnType<typeof sql>) =>
      inOrganisation(w.db, w.organisation, (tx) =>
        sql`update people set ${change} where id = ${sam.personId}`.execute(tx),
      )
    await set(sql`left_on = '2026-05-01'`)
    await assert.rejects(w.do(invitePerson, { personId: sam.personId }, w.people.amina), { code: "accounts.has_left" })
    await set(sql`left_on = null, email = null`)
    await assert.rejects(w.do(invitePerson, { personId: sam.personId }, w.people.amina), { code: "accounts.no_email" })
  })

  it("moves a person to another address only for who may give mandates", async () => {
    const sam = await w.holding(["meetings.prepare"])
    const personId = sam.personId!
    await w.do(invitePerson, { personId }, w.people.amina)
    await w.look((tx) =>
      tx.updateTable("people").set({ email: "new@lisle.example" }).where("id", "=", personId).execute(),
    )
    await assert.rejects(w.do(invitePerson, { personId }, await w.holding(["people.manage"])), {
      code: "accounts.other_address",
    })
    await w.do(invitePerson, { personId }, await w.holding(["people.manage", "mandates.manage"]))
    assert.equal((await w.ask(readAccess, { personId }, w.people.amina)).email, "new@lisle.example")
  })
})
