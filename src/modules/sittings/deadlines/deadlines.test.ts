import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import type { Country } from "../../../kernel/law/holidays.ts"
import { instantOf } from "../../../kernel/clock.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { assemblyPlaces, assemblyQuestions, assemblyRules } from "../../bodies/contract.ts"
import { answerAssemblyRules } from "../assemblies/answer-rules.ts"
import { readAssembly } from "../assemblies/read-assembly.ts"
import { addSittingItem } from "../items/add.ts"
import { readSitting } from "../read-sitting.ts"
import { recordSitting } from "../record.ts"
import { waiting } from "../waiting.ts"
import { lodgingDaysBetween, sittingsBetween } from "./between.ts"
import { countBack } from "./count.ts"
import { lodgingDeadline } from "./deadlines-of.ts"

const day = (iso: string) => Temporal.PlainDate.from(iso)

const named: Record<string, string> = JSON.parse(
  readFileSync(new URL("../../bodies/words/fr.json", import.meta.url), "utf8"),
)

describe("the rules of assemblies", () => {
  it("each have a name, by which the page of the assembly shows it", () => {
    const names = assemblyPlaces.flatMap((place) =>
      assemblyRules(place).map(({ key }) => `bodies.rule.${key.slice(place.length + 1)}`),
    )
    assert.deepEqual(
      [...new Set(names)].filter((name) => !named[name]),
      [],
    )
  })

  for (const place of assemblyPlaces)
    it(`ask of ${place} what only its own text can say, and say where the rest was read`, () => {
      for (const { key, value, confidence, legal_basis, source, overridden_by } of assemblyRules(place)) {
        assert.ok(key.startsWith(`${place}.`), key)
        if (value === null) {
          assert.ok(overridden_by && assemblyQuestions.some(({ rule }) => rule === key), key)
        } else assert.ok(legal_basis && (confidence === "M+" || source), key)
      }
    })
})

const noon = (date: string | Temporal.PlainDate) =>
  instantOf(day(String(date)).toPlainDateTime("12:00"), "Europe/Paris")

type Vector = {
  id: string
  kind: string
  rule: string
  country: Country
  event: string
  last_lawful: string
  safe_working_day: string
}
const vectors: Vector[] = JSON.parse(
  readFileSync(new URL("../../../../tests/vectors/law/deadlines.json", import.meta.url), "utf8"),
).vectors

const keyOf: Record<string, string> = {
  "BE-CDLD-L1122-13": "be.cc.notice",
  "BE-CDLD-L1122-24": "be.cc.added_item",
  "FR-CGCT-L2121-11": "fr.cm.notice_small",
  "FR-CGCT-L2121-12": "fr.cm.notice",
  "FR-CGCT-L4132-18": "fr.cr.reports_notice",
  "FR-CGCT-L4132-18-urgence": "fr.cr.urgency",
}
const allRules = assemblyPlaces.flatMap((place) => [...assemblyRules(place)])

describe("the last day before a sitting", () => {
  for (const v of vectors.filter(({ rule }) => keyOf[rule]))
    it(`agrees with ${v.id}`, () => {
      const rule = allRules.find(({ key }) => key === keyOf[v.rule])!
      const starts = day(v.event).toPlainDateTime("10:00")
      const zone = v.country === "FR" ? "Europe/Paris" : "Europe/Brussels"
      const found = countBack("reports", rule, { starts, zone, country: v.country }, noon(v.last_lawful))
      assert.deepEqual(
        [String(found.last_lawful), String(found.safe_working_day), found.daysLeft, found.late],
        [v.last_lawful, v.safe_working_day, 0, false],
      )
      const next = noon(day(v.last_lawful).add({ days: 1 }))
      assert.ok(countBack("reports", rule, { starts, zone, country: v.country }, next).late)
    })
})

describe("deadlines of a sitting", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  let serial = 0
  const recorded = async (kind: string, on = "2026-05-21", seats: number | null = null) =>
    (await w.do(
      recordSitting,
      {
        bodyId: w.lisle,
        assembly: { name: `Assemblée ${++serial}`, kind: kind as "other", seats },
        title: `Séance ${serial}`,
        day: on,
        at: "19:30",
      },
      w.people.amina,
    )) as unknown as { sittingId: string; assemblyId: string }
  const shown = async (sittingId: string) => {
    const { deadlines } = await w.ask(readSitting, { sittingId }, w.people.dario)
    return new Map(deadlines.map((one) => [one.kind, one]))
  }
  const given = (actor = w.people.amina) => ({ ...w.equipment, actor, now: w.now })

  trio(
    () => w,
    [
      {
        command: answerAssemblyRules,
        capability: "sittings.manage",
        input: async () => ({
          assemblyId: (await recorded("fr_regional_council")).assemblyId,
          answers: [{ key: "fr.cr.amendments_until", value: 4 }],
          basis: "Règlement intérieur, art. 34",
        }),
      },
    ],
  )

  it("are those of LAW 7 for a Walloon council on Thursday 21 May", async () => {
    const all = await shown((await recorded("be_municipal_council")).sittingId)
    assert.equal(String(all.get("reports")!.last_lawful), "2026-05-13")
    const added = all.get("added_item")!
    assert.deepEqual(
      [String(added.last_lawful), added.daysLeft, added.rule.article],
      ["2026-05-15", 13, "CDLD L1122-24"],
    )
    assert.equal(all.get("interpellation")!.last_lawful, null)
  })

  it("give both the legal day and the prudent one where the text does not say clear days", async () => {
    const all = await shown((await recorded("fr_regional_council", "2026-06-25")).sittingId)
    const reports = all.get("reports")!
    assert.deepEqual([String(reports.last_lawful), String(reports.prudent)], ["2026-06-13", "2026-06-12"])
    assert.equal(String(all.get("urgency")!.last_lawful), "2026-06-23")
  })

  it("are counted in working days or in hours where their rules of procedure do, holidays passed over", async () => {
    const { assemblyId, sittingId } = await recorded("fr_regional_council")
    const key = "fr.cr.amendments_until"
    const counted = async (value: number, unit: string, now = w.now) => {
      const answers = [{ key, value, unit }]
      await w.do(answerAssemblyRules, { assemblyId, answers, basis: "RI, art. 34" }, w.people.amina, { now: w.now })
      const { deadlines } = await w.ask(readSitting, { sittingId }, w.people.dario, now)
      const found = deadlines.find(({ kind }) => kind === "amendment")!
      return [found.last_lawful, found.prudent, found.late].map(String)
    }
    // Ascension is Thursday 14 May.
    assert.deepEqual(await counted(3, "working_days"), ["2026-05-18", "2026-05-15", "false"])
    assert.deepEqual(await counted(5, "working_days"), ["2026-05-13", "2026-05-12", "false"])
    assert.deepEqual(await counted(5, "workable_days"), ["2026-05-15", "2026-05-13", "false"])
    const noonOf19 = Temporal.Instant.from("2026-05-19T10:00:00Z")
    assert.deepEqual(await counted(48, "hours", noonOf19), ["2026-05-19", "2026-05-18", "false"])
    const eveningOf19 = Temporal.Instant.from("2026-05-19T17:31:00Z")
    assert.deepEqual(await counted(48, "hours", eveningOf19), ["2026-05-19", "2026-05-18", "true"])
    // What is no time before a sitting keeps its unit.
    const answers = [{ key: "fr.cr.question_answer", value: 30, unit: "hours" }]
    await w.do(answerAssemblyRules, { assemblyId, answers, basis: "RI, art. 40" }, w.people.amina)
    const { rules } = await w.ask(readAssembly, { assemblyId }, w.people.amina)
    assert.equal(rules.find((one) => one.key === "fr.cr.question_answer")!.unit, "days")
  })

  it("take the notice of a small commune by the seats of its council", async () => {
    const reports = async (seats: number | null) =>
      String(
        (await shown((await recorded("fr_municipal_council", "2026-05-21", seats)).sittingId)).get("reports")!
          .last_lawful,
      )
    assert.deepEqual(
      [await reports(19), await reports(33), await reports(null)],
      ["2026-05-17", "2026-05-15", "2026-05-15"],
    )
  })

  it("wait for what only the assembly can say, and follow it once it is said", async () => {
    const { sittingId, assemblyId } = await recorded("fr_municipal_council", "2026-05-28")
    assert.deepEqual(
      [(await shown(sittingId)).get("amendment")!.last_lawful, (await shown(sittingId)).get("voeu")!.daysLeft],
      [null, null],
    )
    await w.do(
      answerAssemblyRules,
      {
        assemblyId,
        answers: [
          { key: "fr.cm.amendments_until", value: 3 },
          { key: "fr.cm.voeux_until", value: 8 },
        ],
        basis: "Règlement intérieur, art. 12",
      },
      w.people.amina,
    )
    const all = await shown(sittingId)
    assert.deepEqual(
      [
        String(all.get("amendment")!.last_lawful),
        String(all.get("motion")!.last_lawful),
        all.get("voeu")!.rule.article,
      ],
      ["2026-05-25", "2026-05-20", "Règlement intérieur, art. 12"],
    )
    const { rules } = await w.ask(readAssembly, { assemblyId }, w.people.dario)
    const amendments = rules.find(({ key }) => key === "fr.cm.amendments_until")!
    assert.deepEqual([amendments.is_own, amendments.value], [true, 3])
    const { itemId } = await w.do(addSittingItem, { sittingId, title: "Budget" }, w.people.amina)
    const deadline = await w.look((db) =>
      lodgingDeadline({ itemId: itemId as string, kind: "voeu" }, { db, now: w.now }),
    )
    assert.deepEqual([deadline?.daysLeft, String(deadline?.ends_at)], [18, "2026-05-20T22:00:00Z"])
  })

  it("are not changed by the rules of another assembly, nor against what the law fixes", async () => {
    const { assemblyId } = await recorded("be_municipal_council")
    for (const key of ["fr.cr.amendments_until", "be.cc.notice", "be.locale.dues", "nothing.at.all"])
      await assert.rejects(
        w.do(answerAssemblyRules, { assemblyId, answers: [{ key, value: 4 }], basis: "ROI" }, w.people.amina),
        /unknown/,
        key,
      )
  })

  it("say that a day is past instead of hiding it", async () => {
    const { sittingId } = await recorded("be_municipal_council", "2026-05-06")
    const added = (await shown(sittingId)).get("added_item")!
    assert.deepEqual([String(added.last_lawful), added.daysLeft, added.late], ["2026-04-30", -2, true])
  })

  it("stand in the calendar and wait for whoever prepares the sitting, and for nobody else", async () => {
    const { sittingId } = await recorded("be_municipal_council", "2026-05-18")
    const span = { from: day("2026-05-04"), to: day("2026-05-13") }
    const inSight = (actor: World["people"]["amina"]) =>
      inOrganisation(w.db, actor.organisation, async (db) => ({
        sittings: (await sittingsBetween({ ...span, to: day("2026-05-20") }, { ...given(actor), db })).map(
          ({ id }) => id,
        ),
        days: (await lodgingDaysBetween(span, { ...given(actor), db })).filter(({ id }) => id === sittingId),
        waiting: (await waiting({ ...given(actor), db })).filter(
          ({ key, at }) => at.includes(sittingId) && !key.startsWith("sittings.waiting.chain."),
        ),
      }))
    const amina = await inSight(w.people.amina)
    assert.ok(amina.sittings.includes(sittingId))
    assert.deepEqual(
      amina.days.map(({ what, day: last }) => [what, String(last)]),
      [["Points à ajouter à leur ordre du jour, Motions", "2026-05-12"]],
    )
    assert.deepEqual(
      amina.waiting.map(({ key, due }) => [key, String(due)]),
      [["sittings.waiting.lodge", "2026-05-12"]],
    )
    assert.deepEqual((await inSight(w.people.dario)).waiting, [])
    for (const actor of [w.people.ines, w.people.oscar]) {
      const nothing = await inSight(actor)
      assert.deepEqual([nothing.sittings, nothing.days, nothing.waiting], [[], [], []])
    }
  })

  it("ask for the reports that should have come", async () => {
    const { sittingId } = await recorded("be_municipal_council", "2026-05-08")
    const late = async () =>
      (await inOrganisation(w.db, w.organisation, (db) => waiting({ ...given(), db })))
        .filter(({ at, key }) => at.includes(sittingId) && key === "sittings.waiting.reports")
        .map(({ due }) => String(due))
    assert.deepEqual(await late(), ["2026-04-30"])
    await w.do(addSittingItem, { sittingId, title: "Budget" }, w.people.amina)
    assert.deepEqual(await late(), [])
  })
})
