import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type ConsentWorld, consentWorld } from "../../../tests/consent-world.ts"
import type { Actor } from "../../kernel/rule.ts"
import { heldOf } from "../../kernel/held-of.ts"
import { waitingFor } from "../../kernel/waiting.ts"
import { erasePerson } from "../privacy/erasure/erase.ts"
import { changeNomination } from "./nominations/change-nomination.ts"
import { closeChanges } from "./nominations/close-changes.ts"
import { openChanges } from "./nominations/open-changes.ts"
import { revealNominations } from "./nominations/reveal.ts"
import { elect } from "./proposals/elect.ts"

let c: ConsentWorld
let w: ConsentWorld["w"]
before(async () => {
  c = await consentWorld()
  w = c.w
})
after(() => w.end())

describe("what is held of an election without candidate", () => {
  it("is read by who wrote it and by who it is about, and goes when either is erased", async () => {
    const electionId = await c.opened()
    await c.names(electionId, c.hugo, c.lea, { reasons: "Elle range tout." })
    await c.names(electionId, c.lea, c.lea, { reasons: "J’en ai envie." })
    await c.names(electionId, w.people.dario, c.hugo, { reasons: "Il est calme." })
    await w.do(revealNominations, { electionId }, w.people.amina)
    await w.do(openChanges, { electionId }, w.people.amina)
    const changed = { electionId, nomineeId: c.lea.personId, reasons: "Elle est claire." }
    await w.do(changeNomination, changed, w.people.dario)
    await w.do(closeChanges, { electionId, evenIfMissing: true }, w.people.amina)
    const it = { electionId, proposalId: await c.proposes(electionId, c.lea, { reasons: "Claire et rangée." }) }
    await c.answers(it, c.hugo, "objection")
    await c.answers(it, c.hugo)
    await c.answers(it, w.people.dario)
    await c.answers(it, c.lea)
    await w.do(elect, it, w.people.amina)

    const notes = async ({ personId }: Actor) => {
      const { groups } = await w.look((db) => heldOf(personId!, { db, held: w.equipment.held }))
      return JSON.stringify(groups.flatMap(({ lines }) => lines.map(({ note }) => note)))
    }
    for (const said of ["Elle range tout.", "Elle est claire.", "Claire et rangée.", "Elle part en juin."])
      assert.ok((await notes(c.lea)).includes(said), said)
    assert.ok((await notes(c.hugo)).includes("Elle range tout."))
    assert.ok((await notes(c.hugo)).includes("Il est calme."))
    assert.ok(!(await notes(c.hugo)).includes("Elle est claire."))

    await erased(c.lea)
    const page = JSON.stringify(await c.read(electionId, w.people.dario))
    for (const gone of [
      "Elle range tout.",
      "J’en ai envie.",
      "Elle est claire.",
      "Claire et rangée.",
      "Elle part en juin.",
    ])
      assert.ok(!page.includes(gone), gone)
    assert.ok(page.includes("Il est calme."))
    const { election, counted } = await c.read(electionId, w.people.dario)
    assert.deepEqual([election.step, counted!.length], ["elected", 2])
  })
})

const erased = async ({ personId }: Actor) => {
  await w.look((db) =>
    db
      .updateTable("mandates")
      .set({ since: Temporal.PlainDate.from("2026-01-01"), until: Temporal.PlainDate.from("2026-04-30") })
      .where("person_id", "=", personId!)
      .execute(),
  )
  await w.do(erasePerson, { personId }, await w.holding(["privacy.manage"]))
}

describe("what waits in an election without candidate", () => {
  const waits = async (actor: Actor, electionId: string) => {
    const all = await w.look((db) => waitingFor({ ...w.equipment, actor, db, now: w.now }))
    return all.filter(({ at }) => at.endsWith(electionId)).map(({ key }) => key.replace("consent.waiting.", ""))
  }

  it("is for each to name, to keep or change, to answer, and last for who is proposed", async () => {
    const { dario, amina } = w.people
    const zoe = await c.member("Zoé", "f")
    const noe = await c.member("Noé", "m")
    const electionId = await c.opened()
    const all = (await c.read(electionId)).participants.map(({ person_id }) => w.as(person_id))
    assert.deepEqual([await waits(zoe, electionId), await waits(amina, electionId)], [["name"], []])
    for (const one of all) await c.names(electionId, one, zoe)
    assert.deepEqual([await waits(zoe, electionId), await waits(amina, electionId)], [[], ["lead"]])
    await w.do(revealNominations, { electionId }, amina)
    assert.deepEqual(await waits(amina, electionId), ["lead"])
    await w.do(openChanges, { electionId }, amina)
    assert.deepEqual([await waits(dario, electionId), await waits(amina, electionId)], [["change"], []])
    await w.do(closeChanges, { electionId, evenIfMissing: true }, amina)
    assert.deepEqual([await waits(dario, electionId), await waits(amina, electionId)], [[], ["lead"]])
    const it = { electionId, proposalId: await c.proposes(electionId, zoe) }
    assert.deepEqual([await waits(noe, electionId), await waits(zoe, electionId)], [["answer"], []])
    for (const one of all) if (one.personId !== zoe.personId) await c.answers(it, one)
    assert.deepEqual([await waits(noe, electionId), await waits(zoe, electionId)], [[], ["accept"]])
    await c.answers(it, zoe)
    assert.deepEqual([await waits(zoe, electionId), await waits(amina, electionId)], [[], ["lead"]])
    await w.do(elect, it, amina)
    assert.deepEqual(await waits(amina, electionId), ["proclaim"])
  })
})
