import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { type Held, incompatibilitiesBroughtBy, incompatibilitiesOn } from "./incompatibilities.ts"
import { lawOfOffices, termsRule } from "./incompatibility-rules.ts"

const day = (iso: string) => Temporal.PlainDate.from(iso)
const today = day("2026-05-02")
let count = 0
const held = (more: Partial<Held>): Held => ({
  id: `${count++}`.padStart(4, "0"),
  person_id: "amina",
  kind: "municipal_council",
  country: "BE",
  role: "councillor",
  origin: "elected",
  since: day("2024-12-02"),
  until: null,
  ...more,
})
const found = (offices: Held[], on = today, rules = lawOfOffices) =>
  incompatibilitiesOn(offices, rules, on).map(({ rule }) => rule)

describe("what does not go together", () => {
  it("is a seat in the Walloon parliament and one in a municipal executive, since December 2018", () => {
    const both = [
      held({ kind: "regional_parliament", role: "deputy", since: day("2014-06-10") }),
      held({ kind: "college", role: "alderman", since: day("2012-12-03") }),
    ]
    assert.deepEqual(found(both), ["be.deputy_college"])
    assert.deepEqual(found(both, day("2018-12-02")), [])
    assert.deepEqual(found([both[0]!, { ...both[1]!, person_id: "dario" }]), [])
    assert.deepEqual(found([both[0]!, { ...both[1]!, until: day("2026-05-01") }]), [])
  })

  it("is told, not forbidden, of who sits both on the council and on the CPAS; its president is another matter", () => {
    const council = held({})
    assert.deepEqual(found([council, held({ kind: "cpas", origin: "institution" })]), ["be.cpas_third"])
    assert.deepEqual(found([council, held({ kind: "cpas", role: "president" })]), [])
  })

  it("is a third local mandate in France, and two heads of local executives", () => {
    const fr = (more: Partial<Held>) => held({ country: "FR", ...more })
    const two = [fr({ kind: "regional_council" }), fr({ kind: "municipal_council" })]
    assert.deepEqual(found(two), [])
    assert.deepEqual(found([...two, fr({ kind: "department_council" })]), ["fr.two_councils"])
    assert.deepEqual(
      found([fr({ kind: "regional_council", role: "president" }), fr({ kind: "municipal_council", role: "mayor" })]),
      ["fr.two_executives"],
    )
    assert.deepEqual(found([fr({ kind: "parliament", role: "deputy" }), fr({ role: "alderman" })]), [
      "fr.parliament_executive",
    ])
    assert.deepEqual(found([...two, held({ kind: "provincial_council" })]), [], "the law of one country only")
  })

  it("carries its article and its source", () => {
    for (const rule of lawOfOffices) assert.ok(rule.basis && rule.source && rule.confidence, rule.key)
    for (const { confidence, read_on } of lawOfOffices) assert.equal(read_on === null, confidence.startsWith("M"))
  })

  it("is found for a mandate to come on its first day", () => {
    const deputy = held({ kind: "regional_parliament", role: "deputy", until: day("2029-06-01") })
    const college = held({ kind: "college", role: "alderman", since: day("2028-01-01") })
    const rules = (one: Held) => incompatibilitiesBroughtBy(one, [deputy], lawOfOffices, today).map(({ rule }) => rule)
    assert.deepEqual(rules(college), ["be.deputy_college"])
    assert.deepEqual(rules({ ...college, since: day("2029-06-02") }), [])
  })
})

describe("terms in a row", () => {
  const two = [termsRule({ value: 2, basis: "statuts", source: "", read_on: null, confidence: "V" })]
  const term = (from: string, until: string | null, more: Partial<Held> = {}) =>
    held({ since: day(from), until: until ? day(until) : null, ...more })

  it("count all assemblies alike, and those held side by side once", () => {
    const three = [
      term("2012-12-03", "2018-12-02"),
      term("2018-12-03", "2024-12-01", { kind: "provincial_council" }),
      term("2024-12-02", null),
    ]
    assert.deepEqual(found(three, today, two), ["party.terms"])
    assert.deepEqual(found(three.slice(1), today, two), [])
    const beside = [term("2018-12-03", "2024-12-01"), term("2019-06-01", "2024-12-01", { kind: "provincial_council" })]
    assert.deepEqual(found([...beside, term("2024-12-02", null)], today, two), [])
  })

  it("are broken by half a year without, and are not of those whom nobody elected", () => {
    const late = [term("2012-12-03", "2018-06-02"), term("2018-12-03", "2024-12-01"), term("2024-12-02", null)]
    assert.deepEqual(found(late, today, two), [])
    const sent = late.map((one) => ({ ...one, origin: "institution" as const }))
    assert.deepEqual(found(sent, today, two), [])
  })
})

describe("warnings", () => {
  const anOffice = fc.record({
    kind: fc.constantFrom(
      "municipal_council",
      "college",
      "cpas",
      "regional_parliament",
      "regional_council",
      "parliament",
    ),
    role: fc.constantFrom("councillor", "alderman", "president", "mayor", "deputy"),
    country: fc.constantFrom("BE", "FR"),
    origin: fc.constantFrom("elected", "institution", "body"),
    person_id: fc.constantFrom("a", "b"),
    start: fc.integer({ min: -3000, max: 3000 }),
    length: fc.option(fc.integer({ min: 0, max: 2500 })),
  })
  const written = (all: (typeof anOffice extends fc.Arbitrary<infer One> ? One : never)[]) =>
    all.map(({ start, length, ...more }, n) => {
      const since = today.add({ days: start })
      return held({
        ...more,
        id: String(n),
        since,
        until: length === null ? null : since.add({ days: length }),
      } as Held)
    })
  const plain = (offices: Held[], on: Temporal.PlainDate) =>
    incompatibilitiesOn(offices, lawOfOffices, on)
      .map(({ rule, person_id, offices: ids }) => [rule, person_id, ids.toSorted().join()].join())
      .toSorted()

  it("do not depend on the order in which mandates were written", () =>
    fc.assert(
      fc.property(fc.array(anOffice, { maxLength: 8 }), fc.integer({ min: -3000, max: 3000 }), (all, days) => {
        const offices = written(all)
        const on = today.add({ days })
        assert.deepEqual(plain(offices, on), plain(offices.toReversed(), on))
      }),
    ))

  it("speak of mandates in office that day, each of the person warned", () =>
    fc.assert(
      fc.property(fc.array(anOffice, { maxLength: 8 }), fc.integer({ min: -3000, max: 3000 }), (all, days) => {
        const offices = written(all)
        const on = today.add({ days })
        for (const { person_id, offices: ids } of incompatibilitiesOn(offices, lawOfOffices, on))
          for (const id of ids) {
            const one = offices.find((office) => office.id === id)!
            assert.equal(one.person_id, person_id)
            assert.ok(Temporal.PlainDate.compare(one.since, on) <= 0)
            assert.ok(one.until === null || Temporal.PlainDate.compare(on, one.until) <= 0)
          }
      }),
    ))
})
