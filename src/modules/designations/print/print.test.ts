import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type DesignationsWorld, designationsWorld } from "../../../../tests/designations-world.ts"
import { designationPdf } from "../../../kernel/typeset/designation-paper.ts"
import { read } from "../../../kernel/typeset/pdf-for-tests.ts"
import { findDesignation } from "../seen.ts"
import { paperOf } from "./paper.ts"

let c: DesignationsWorld
let w: DesignationsWorld["w"]
before(async () => {
  c = await designationsWorld()
  w = c.w
})
after(() => w.end())

const printed = (designationId: string) =>
  w.look(async (db) => {
    const given = { ...w.equipment, actor: w.people.amina, db, now: w.now }
    return read(
      await designationPdf(await paperOf((await findDesignation(designationId, given))!, given)),
    ).text.replaceAll(/\s+/g, " ")
  })

describe("the paper of a designation", () => {
  it("is a draft with every division and its tie, before anybody is on the list", async () => {
    const designationId = await c.prepared({ seats: 11 })
    const lines = c.lines(["PS", 13], ["MR", 6], ["L’Œil & #[fous]", 6], ["Écolo", 2])
    await c.key(designationId, "groups", { method: "cpas", lines, ours: 0 })
    const text = await printed(designationId)
    for (const said of ["PROJET", "13 × 11 ÷ 27 = 5,296", "L’Œil & #[fous]", "à égalité", "Personne n’est encore"])
      assert.ok(text.includes(said), `${said} in ${text}`)
  })

  it("lists who is designated, with very long names, and nobody’s component", async () => {
    const long = await c.member("Marie-Antoinette-Élisabeth".repeat(3), "f", "d’Outre-l’Eau de la Tour d’Auvergne")
    const designationId = await c.decided({}, [c.put(long, "Verts"), c.put(c.hugo, "Verts"), c.put(c.zoe, "Citoyens")])
    await c.done(designationId)
    const text = await printed(designationId)
    for (const said of ["Hugo Test", "Tour d’Auvergne", "Qui est désigné", "Fait le 2 mai 2026", "Amina Belkacem"])
      assert.ok(text.includes(said), `${said} in ${text}`)
    assert.ok(!text.includes("PROJET") && !text.includes("Citoyens"))
  })
})
