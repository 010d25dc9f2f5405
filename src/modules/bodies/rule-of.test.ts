import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type Db, json } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import { system } from "../../kernel/job.ts"
import { type World, world } from "../../../tests/world.ts"
import { foundBody, ruleOf, ruleWithReasonOf } from "./contract.ts"

const day = (iso: string) => Temporal.PlainDate.from(iso)
const notice = "be.locale.notice.assembly"

describe("ruleOf", () => {
  let w: World
  let region: string
  let team: string
  before(async () => {
    w = await world()
    const given = (db: Db) => ({ ...w.equipment, db, actor: system(w.organisation), now: w.now })
    await w.look(async (db) => {
      region = await foundBody({ name: "Les Rives", code: "RIV", profile: "fr-chapter" }, given(db))
      const parent = { id: region, line: [region] }
      team = await foundBody({ name: "Équipe", code: "EQU", profile: "be-wallonia-chapter", parent }, given(db))
    })
  })
  after(() => w.end())

  const write = (body_id: string, key: string, value: number, valid_from: string | null, jurisdiction = "own") =>
    w.look((db) =>
      db
        .insertInto("rules")
        .values({
          organisation_id: w.organisation,
          id: newId(),
          body_id,
          key,
          value: json(value),
          unit: "days",
          jurisdiction,
          count_basis: "dispatch",
          legal_basis: null,
          source: "ROI",
          read_on: null,
          valid_from: valid_from ? day(valid_from) : null,
          valid_to: null,
          confidence: "V",
          overridden_by: null,
          note: null,
        })
        .execute(),
    )
  const asked = (body: string, key: string, on: string) => w.look((db) => ruleOf(body, key, day(on), db))

  it("gives the profile's value, with ISO dates, until the body writes its own", async () => {
    await write(w.lisle, notice, 21, "2026-06-01")
    assert.equal((await asked(w.lisle, notice, "2026-05-31"))?.value, 15)
    assert.equal((await asked(w.lisle, notice, "2026-06-01"))?.value, 21)
    assert.equal((await asked(w.lisle, notice, "2026-06-01"))?.valid_from, "2026-06-01")
  })

  it("takes from the body above what this one lacks, and says whose it is", async () => {
    const found = await w.look((db) => ruleWithReasonOf(team, "fr.local.notice.assembly", day("2026-05-02"), db))
    assert.equal(found?.rule.value, 15)
    assert.equal(found?.body_id, region)
  })

  it("lets the body above answer a blank of this one", async () => {
    const months = "be.locale.terms.months"
    assert.equal((await asked(team, months, "2026-05-02"))?.value, null)
    await write(region, months, 24, null)
    assert.equal((await asked(team, months, "2026-05-02"))?.value, 24)
  })

  it("prefers its own rulebook to the one above", async () => {
    await write(region, notice, 30, null)
    assert.equal((await asked(team, notice, "2026-05-02"))?.value, 15)
  })

  it("is null where no rulebook speaks of it, and sees nothing of another organisation", async () => {
    assert.equal(await asked(w.lisle, "be.nothing.known", "2026-05-02"), null)
    assert.equal(await asked(newId(), notice, "2026-05-02"), null)
  })
})
