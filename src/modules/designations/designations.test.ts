import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type DesignationsWorld, designationsWorld } from "../../../tests/designations-world.ts"
import { trio } from "../../../tests/trio.ts"
import { newId } from "../../kernel/id.ts"
import { endOffice } from "../offices/end.ts"
import { openMatter } from "../matters/open.ts"
import { readTimeline } from "../matters/timeline.ts"
import { listOffices } from "../offices/list.ts"
import { abandonDesignation } from "./abandon.ts"
import { changeDesignation } from "./change.ts"
import { decideDesignation } from "./decide.ts"
import { followSeat } from "./designate/follow.ts"
import { designatedLetter } from "./designate/tell.ts"
import { foreseeDesignation } from "./designate/foresee.ts"
import { setKey } from "./keys/set-key.ts"
import { settleTie } from "./keys/settle-tie.ts"
import { tellSeats } from "./keys/tell-seats.ts"
import { listDesignations } from "./list.ts"
import { setList } from "./people/set-list.ts"
import { prepareDesignation } from "./prepare.ts"

let c: DesignationsWorld
let w: DesignationsWorld["w"]
const refused = (code: string) => ({ code })
const invalid = (code: string) => (error: { issues?: { code: string }[] }) => error.issues?.[0]?.code === code
before(async () => {
  c = await designationsWorld()
  w = c.w
})
after(() => w.end())

/** The four vacate the CPAS again, so that the next test seats them anew. */
const vacate = () =>
  w.look((db) =>
    db
      .updateTable("offices")
      .set({ until: Temporal.PlainDate.from("2026-05-31"), since: Temporal.PlainDate.from("2026-05-01") })
      .execute(),
  )

const tied = async (): Promise<string> => {
  const designationId = await c.prepared({ seats: 1 })
  await c.key(designationId, "groups", { method: "dhondt", lines: c.lines(["A", 3], ["B", 3]), ours: 0 })
  return designationId
}

/** Léa left at the end of June; Noé is her substitute. */
const vacant = async (): Promise<string> => {
  await vacate()
  const designationId = await c.decided()
  await c.done(designationId)
  const { people } = await c.read(designationId)
  await w.do(endOffice, { officeId: people[0]!.office_id, until: "2026-06-30" }, w.people.amina)
  return designationId
}
const following = (designationId: string) => ({
  designationId,
  leaverId: c.lea.personId,
  followerId: c.noe.personId,
  since: "2026-07-01",
})

describe("designations", () => {
  trio(
    () => w,
    [
      { command: prepareDesignation, input: () => ({ bodyId: w.lisle, ...c.fields() }) },
      { command: changeDesignation, input: async () => ({ designationId: await c.prepared(), ...c.fields() }) },
      { command: setKey, input: async () => ({ designationId: await c.prepared(), of: "groups", key: c.council }) },
      { command: tellSeats, input: async () => ({ designationId: await c.prepared(), seats: 2, reason: "Accord." }) },
      {
        command: settleTie,
        input: async () => ({ designationId: await tied(), of: "groups", first: ["A"], how: "lot", words: "Tiré." }),
      },
      { command: setList, input: async () => ({ designationId: await c.shared(), people: [] }) },
      { command: decideDesignation, input: async () => ({ designationId: await c.listed(), ...c.told }) },
      { command: followSeat, input: async () => following(await vacant()) },
      { command: abandonDesignation, input: async () => ({ designationId: await c.prepared(), reason: "Annulé." }) },
    ].map((row) => ({ ...row, capability: "offices.manage" as const })),
  )

  it("are made by who keeps the register and decides: one of the two does not suffice", async () => {
    const designationId = await c.decided()
    for (const one of ["offices.manage", "decisions.manage"] as const)
      await assert.rejects(c.done(designationId, {}, await w.holding([one])), refused("not_allowed"))
    await assert.rejects(c.done(designationId, {}, w.people.oscar), refused("not_found"))
    await vacate()
    await c.done(designationId, {}, await w.holding(["offices.manage", "decisions.manage"]))
  })

  it("are seen by who prepares them, and by those of the body once they are made; never by which component", async () => {
    await vacate()
    const designationId = await c.shared()
    await c.key(designationId, "components", { method: "dhondt", lines: c.lines(["Verts", 2], ["Citoyens", 1]) })
    await c.list(designationId, [c.put(c.lea, "Verts"), c.put(c.hugo, "Verts"), c.put(c.zoe, "Citoyens")])
    await assert.rejects(c.read(designationId, w.people.dario), refused("not_found"))
    await w.do(decideDesignation, { designationId, ...c.told }, w.people.amina)
    await c.done(designationId)
    const page = await c.read(designationId, w.people.dario)
    assert.equal(page.people.length, 3)
    assert.ok(!JSON.stringify(page).includes("Citoyens"))
    await assert.rejects(c.read(designationId, w.people.ines), refused("not_found"))
    const { rows } = await w.ask(listDesignations, { bodyId: w.lisle, when: "done" }, w.people.dario)
    assert.ok(rows.some(({ id, step, ours }) => id === designationId && step === "designated" && ours === 3))
  })
})

describe("the seats of a designation", () => {
  it("are computed first: ours by the key between the lists, then those of each component", async () => {
    const designationId = await c.prepared()
    assert.equal((await c.read(designationId)).ours, 9)
    await c.key(designationId, "groups", c.council)
    const page = await c.read(designationId)
    assert.deepEqual(
      page.groups!.lines.map(({ seats }) => seats),
      [4, 3, 2],
    )
    assert.equal(page.ours, 3)
    assert.match(page.groups!.sentence, /6 sur 19, ce qui donne 3 sièges sur 9/)
    await c.key(designationId, "components", { method: "sainte_lague", lines: c.lines(["Verts", 5], ["Citoyens", 3]) })
    const { components } = await c.read(designationId)
    assert.deepEqual(
      components!.lines.map(({ seats }) => seats),
      [2, 1],
    )
  })

  it("stay open between equals until a rule or a lot says, and open again when the key changes", async () => {
    const designationId = await tied()
    const open = await c.read(designationId)
    assert.deepEqual([open.ours, open.designation.step, open.groups!.open!.among], [null, "seats", ["A", "B"]])
    const settle = (first: string[]) =>
      w.do(settleTie, { designationId, of: "groups", first, how: "lot", words: "Tiré le 2 mai" }, w.people.amina)
    await assert.rejects(settle(["C"]), invalid("designations.not_equal"))
    await assert.rejects(settle(["A", "B"]), invalid("designations.so_many"))
    await settle(["A"])
    const settled = await c.read(designationId)
    assert.equal(settled.ours, 1)
    assert.match(JSON.stringify(settled.groups!.stages), /par tirage au sort.+Tiré le 2 mai/)
    await assert.rejects(settle(["A"]), refused("designations.no_tie"))
    await c.key(designationId, "groups", { method: "dhondt", lines: c.lines(["A", 4], ["B", 4]), ours: 0 })
    assert.equal((await c.read(designationId)).ours, null)
  })

  it("are told without a key only with a reason, and never more than there are", async () => {
    const designationId = await c.shared()
    await assert.rejects(
      w.do(tellSeats, { designationId, seats: 10, reason: "Accord." }, w.people.amina),
      invalid("designations.more_than_all"),
    )
    await w.do(tellSeats, { designationId, seats: 4, reason: "Accord des groupes." }, w.people.amina)
    const { ours, groups } = await c.read(designationId)
    assert.deepEqual([ours, groups], [4, null])
  })

  it("need a key that fits", async () => {
    const designationId = await c.prepared()
    const tries: [object, string][] = [
      [{ ...c.council, ours: null }, "designations.ours_missing"],
      [{ ...c.council, ours: 7 }, "designations.ours_missing"],
      [{ ...c.council, lines: c.lines(["PS", 1], ["ps", 2]) }, "designations.same_name"],
      [{ ...c.council, lines: c.lines(["PS", 0], ["MR", 0]) }, "designations.no_weight"],
    ]
    for (const [key, code] of tries) await assert.rejects(c.key(designationId, "groups", key), invalid(code))
  })
})

describe("the list of a designation", () => {
  const checks = async (designationId: string) => (await c.read(designationId)).checks

  it("names nobody twice, and nobody whom one does not see", async () => {
    const designationId = await c.shared()
    await assert.rejects(c.list(designationId, [c.put(c.lea), c.put(c.lea)]), invalid("designations.twice"))
    await assert.rejects(c.list(designationId, [c.put(w.people.ines)]), refused("not_found"))
    await assert.rejects(c.list(designationId, [{ personId: newId() }]), refused("not_found"))
  })

  it("says which seat breaks the alternation, who exceeds their share, and who is no member", async () => {
    await vacate()
    const designationId = await c.shared({ parity: "alternation", first: "m" })
    await c.key(designationId, "components", { method: "dhondt", lines: c.lines(["L’Œil d’or", 2], ["Citoyens", 1]) })
    await w.known(w.ines)
    await c.list(designationId, [
      c.put(c.lea, "L’Œil d’or"),
      c.put(c.zoe, "Citoyens"),
      c.put(w.people.ines, "Citoyens"),
    ])
    const found = await checks(designationId)
    assert.deepEqual(
      found.map(({ key }) => key),
      ["component_under", "component_over", "first", "alternation", "not_member"],
    )
    assert.deepEqual(found.find(({ key }) => key === "alternation")!.facts, {
      place: 2,
      name: "Zoé Test",
      before: "Léa Test",
      form: "f",
    })
    // The key changes after the list was made: it is the list that no longer fits.
    await c.key(designationId, "components", { method: "dhondt", lines: c.lines(["Ailleurs", 2]) })
    assert.equal((await checks(designationId)).filter(({ key }) => key === "component_unknown").length, 3)
  })

  it("says what the law has against somebody, with its article, and refuses nobody for it", async () => {
    const college = await c.w.do(
      (await import("../offices/record.ts")).recordOffice,
      {
        bodyId: w.lisle,
        personId: c.lea.personId,
        institution: { name: "Parlement wallon", kind: "regional_parliament" },
        role: "deputy",
        since: "2024-06-10",
        origin: "elected",
      },
      w.people.amina,
    )
    assert.ok(college.officeId)
    const institution = { name: "Collège de Lisle", kind: "college" }
    const designationId = await c.prepared({
      institutionId: null,
      institution,
      role: "alderman",
      seats: 1,
      substitutes: 0,
    })
    await c.list(designationId, [c.put(c.lea)])
    const [one] = await checks(designationId)
    assert.deepEqual([one!.key, one!.weight, one!.facts["rule"]], ["incompatible", "reason", "be.deputy_college"])
    assert.match(String(one!.facts["basis"]), /décumul/)
  })

  it("keeps very long names and apostrophes", async () => {
    const long = await c.member("Marie-Antoinette-Élisabeth".repeat(3), "f", "d’Outre-l’Eau de la Tour d’Auvergne")
    const designationId = await c.shared()
    await c.list(designationId, [c.put(long)])
    assert.match((await c.read(designationId)).people[0]!.name, /d’Outre-l’Eau/)
  })
})

describe("the act that designates", () => {
  it("waits for what decided, stops where the numbers do not go together, and asks why for the rest", async () => {
    await vacate()
    const designationId = await c.listed()
    await assert.rejects(c.done(designationId), refused("designations.not_decided"))
    await w.do(decideDesignation, { designationId, ...c.told }, w.people.amina)
    await c.list(
      designationId,
      [c.lea, c.hugo, c.zoe, c.noe].map((one) => c.put(one)),
    )
    await assert.rejects(c.done(designationId), refused("designations.does_not_add_up"))
    await c.list(designationId, [c.put(c.hugo), c.put(c.zoe)])
    await assert.rejects(c.done(designationId), invalid("designations.why"))
    await c.done(designationId, { despite: "Un siège reste vide jusqu’en juin." })
    assert.match((await c.read(designationId)).designation.despite!, /juin/)
    await assert.rejects(c.list(designationId, []), refused("designations.is_designated"))
  })

  it("writes the mandates, ends those they replace the day before, and tells those designated", async () => {
    await vacate()
    const before = await c.decided({ since: "2026-05-02", until: null })
    await c.done(before)
    const designationId = await c.decided({}, [c.put(c.lea), c.put(c.noe), c.put(c.zoe)])
    const foreseen = await w.ask(foreseeDesignation, { designationId }, w.people.amina)
    assert.deepEqual(foreseen.again.toSorted(), ["Léa Test", "Noé Test", "Zoé Test"])
    const hugo = foreseen.others.find(({ name }) => name === "Hugo Test")!
    await c.done(designationId, { ends: [hugo.id], letter: "Merci." })
    const offices = (await w.ask(listOffices, { bodyId: w.lisle, state: "all", limit: 200 }, w.people.amina)).rows
    const there = offices.filter(({ institution }) => institution === "CPAS de Lisle")
    const spans = there.map(({ name, role, since, until }) => `${name} ${role} ${since} ${until}`).toSorted()
    for (const one of [
      "Hugo Test councillor 2026-05-02 2026-05-31",
      "Léa Test councillor 2026-05-02 2026-05-31",
      "Léa Test councillor 2026-06-01 2030-12-01",
      "Noé Test substitute 2026-05-02 2026-05-31",
      "Noé Test councillor 2026-06-01 2030-12-01",
    ])
      assert.ok(spans.includes(one), `${one} in ${spans.join(" | ")}`)
    const letters = await w.look((db) =>
      db.selectFrom("sendings").selectAll().where("kind", "=", "designation-designated").execute(),
    )
    assert.equal(letters.length, 3)
    const written = await w.look((db) =>
      designatedLetter(letters.find(({ person_id }) => person_id === c.lea.personId)! as never, {
        ...w.equipment,
        actor: w.people.amina,
        db,
        now: w.now,
        once: (_key, make) => make(),
      }),
    )
    assert.match(written!.text, /Léa[^]*Merci\.[^]*CPAS de Lisle[^]*conseillère[^]*1er juin 2026/)
  })

  it("is done once, whoever does it at the same time", async () => {
    await vacate()
    const designationId = await c.decided()
    const both = await Promise.allSettled([c.done(designationId), c.done(designationId)])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
  })
})

describe("a designation of a matter", () => {
  it("stands on the page of the matter", async () => {
    const { matterId } = await w.do(openMatter, { bodyId: w.lisle, title: "Le CPAS" }, w.people.amina)
    await c.prepared({ matterId })
    const { rows } = await w.ask(readTimeline, { matterId }, w.people.amina)
    assert.deepEqual(
      rows.filter(({ kind }) => kind === "designation").map(({ title }) => title),
      ["CPAS de Lisle"],
    )
  })
})

describe("a seat that becomes free", () => {
  it("is followed by the first substitute, for the rest of the term, once", async () => {
    const designationId = await vacant()
    const { vacancies } = await c.read(designationId)
    assert.deepEqual(
      vacancies.map(({ name, followers }) => [name, followers.map((one) => one.name)]),
      [["Léa Test", ["Noé Test"]]],
    )
    const follow = (more: object) => w.do(followSeat, { ...following(designationId), ...more }, w.people.amina)
    await assert.rejects(follow({ since: "2026-06-30" }), invalid("designations.before_end"))
    await assert.rejects(follow({ since: "2031-01-01" }), invalid("designations.after_term"))
    await assert.rejects(follow({ followerId: c.zoe.personId }), refused("designations.no_substitute"))
    const both = await Promise.allSettled([follow({}), follow({})])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    const page = await c.read(designationId)
    const noe = page.people.find(({ name }) => name === "Noé Test")!
    assert.deepEqual(
      [noe.seat, noe.follows, String(noe.since), String(noe.until)],
      ["full", "Léa Test", "2026-07-01", "2030-12-01"],
    )
    assert.equal(page.vacancies.length, 0)
  })
})
