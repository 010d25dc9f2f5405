import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { system } from "../../../kernel/job.ts"
import { overrideRule } from "../../secretariat/rulebook/override.ts"
import { freezeRoll } from "../roll/freeze.ts"
import { foreseeRoll, readRoll } from "../roll/reads.ts"
import { forgetAdults } from "./adult.ts"
import { noteBirth } from "./note.ts"
import { readBirth } from "./read.ts"

describe("the day of birth of a member", () => {
  let w: World
  before(async () => {
    w = await world()
    const age = { key: "be.locale.vote.age", value: 16, validFrom: "2020-01-01", basis: "statuts, art. 4" }
    await w.do(overrideRule, { bodyId: w.lisle, ...age }, w.people.amina)
  })
  after(() => w.end())

  const born = (bornOn: string | null) => ({ bodyId: w.lisle, personId: w.dario, bornOn })

  trio(() => w, [{ command: noteBirth, capability: "people.manage", input: () => born("2011-06-01") }])

  it("keeps a member under the voting age out of the roll, and says until when", async () => {
    await w.do(noteBirth, born("2010-05-22"), w.people.amina)
    const onDay = "2026-05-21"
    const usual = await w.ask(foreseeRoll, { bodyId: w.lisle, onDay }, w.people.amina)
    assert.equal(usual.rule.age_years, 16, "as the rulebook says")
    const rule = { ...usual.rule, who: "members" as const }
    const { lines } = await w.ask(foreseeRoll, { bodyId: w.lisle, onDay, rule }, w.people.amina)
    const mine = lines.find(({ person_id }) => person_id === w.dario)
    assert.deepEqual(mine?.reasons, [{ is: "too_young", day: "2026-05-22", words: "16" }])
    const title = "Assemblée"
    const { rollId } = await w.do(freezeRoll, { bodyId: w.lisle, title, onDay: "2026-05-22", rule }, w.people.amina)
    const frozen = await w.ask(readRoll, { rollId }, w.people.amina)
    assert.ok(frozen.lines.find(({ name }) => name === "Dario Lemmens")?.entitled, "on the birthday")
    assert.equal(frozen.is_whole, true)
  })

  it("is not kept of an adult, nor where no voting age stands", async () => {
    await assert.rejects(w.do(noteBirth, born("2008-05-02"), w.people.amina), { code: "members.adult" })
    await assert.rejects(w.do(noteBirth, born("2026-05-03"), w.people.amina), { name: "Error" })
    const manager = await w.holding(["people.manage"], w.brume)
    const ines = { bodyId: w.brume, personId: w.ines, bornOn: "2010-01-01" }
    await assert.rejects(w.do(noteBirth, ines, manager), { code: "members.no_voting_age" })
  })

  it("is read by who keeps the people, and forgotten the night after they come of age", async () => {
    await w.do(noteBirth, born("2008-05-03"), w.people.amina)
    const asked = { bodyId: w.lisle, personId: w.dario }
    assert.equal((await w.ask(readBirth, asked, w.people.amina)).born_on?.toString(), "2008-05-03")
    await assert.rejects(w.ask(readBirth, asked, w.people.dario), { code: "not_found" })
    const night = (at: string) =>
      inOrganisation(w.db, w.organisation, (db) =>
        forgetAdults({ ...w.equipment, db, actor: system(w.organisation), now: Temporal.Instant.from(at) }),
      )
    await night("2026-05-02T10:00:00Z")
    assert.ok((await w.ask(readBirth, asked, w.people.amina)).born_on)
    await night("2026-05-03T10:00:00Z")
    assert.equal((await w.ask(readBirth, asked, w.people.amina)).born_on, null)
  })

  it("is taken back by who noted it", async () => {
    await w.do(noteBirth, born("2011-06-01"), w.people.amina)
    await w.do(noteBirth, born(null), w.people.amina)
    assert.equal((await w.ask(readBirth, { bodyId: w.lisle, personId: w.dario }, w.people.amina)).born_on, null)
  })
})
