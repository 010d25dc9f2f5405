import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { type FunctionRules, isInOffice, type Seat, termsInARow, warningsOn } from "./warnings.ts"

const day = (iso: string) => Temporal.PlainDate.from(iso)
const today = day("2026-05-02")
const rules = (key: string, more: Partial<FunctionRules> = {}): FunctionRules => ({
  id: key,
  key,
  holders_min: 0,
  holders_max: null,
  term_months: null,
  consecutive_max: null,
  excludes: [],
  parity: false,
  ...more,
})
const seat = (person_id: string, function_id: string, more: Partial<Seat> = {}): Seat => ({
  person_id,
  function_id,
  form: "n",
  since: day("2026-01-01"),
  until: null,
  ...more,
})
const codes = (functions: FunctionRules[], seats: Seat[], on = today) =>
  warningsOn(functions, seats, on).map(({ code, function_id, person_id }) => [code, function_id, person_id])

describe("warnings of a body", () => {
  it("tell too many holders, nobody, too few", () => {
    const one = rules("chair", { holders_min: 1, holders_max: 1 })
    assert.deepEqual(codes([one], []), [["nobody", "chair", null]])
    assert.deepEqual(codes([one], [seat("a", "chair")]), [])
    assert.deepEqual(codes([one], [seat("a", "chair"), seat("b", "chair")]), [["too_many", "chair", null]])
    assert.deepEqual(codes([rules("co", { holders_min: 2 })], [seat("a", "co")]), [["too_few", "co", null]])
  })

  it("look at the day asked, not at the past nor the future", () => {
    const one = rules("chair", { holders_min: 1, holders_max: 1 })
    const seats = [seat("a", "chair", { until: today }), seat("b", "chair", { since: today.add({ days: 1 }) })]
    for (const days of [0, 1]) assert.deepEqual(codes([one], seats, today.add({ days })), [])
  })

  it("tell that a person holds two functions that exclude each other, once, whichever says so", () => {
    const seats = [seat("a", "auditor"), seat("a", "treasurer"), seat("b", "auditor")]
    for (const [auditor, treasurer] of [
      [["treasurer"], []],
      [[], ["auditor"]],
      [["treasurer"], ["auditor"]],
    ] as string[][][])
      assert.deepEqual(
        codes([rules("auditor", { excludes: auditor! }), rules("treasurer", { excludes: treasurer! })], seats),
        [["excluded", "auditor", "a"]],
      )
  })

  it("count consecutive terms of the same person, and a day between breaks the row", () => {
    const two = rules("chair", { consecutive_max: 2 })
    const term = (from: number) =>
      seat("a", "chair", { since: day(`${from}-01-01`), until: from === 2026 ? null : day(`${from}-12-31`) })
    const three = [term(2024), term(2025), term(2026)]
    assert.deepEqual(codes([two], three), [["consecutive", "chair", "a"]])
    const broken = [term(2024), { ...term(2025), until: day("2025-12-30") }, term(2026)]
    assert.deepEqual(codes([two], broken), [])
    assert.deepEqual(codes([two], [term(2024), term(2025), { ...term(2026), person_id: "b" }]), [])
  })

  it("tell a term that is over and goes on, from the day after its usual last one", () => {
    const two = rules("chair", { term_months: 24 })
    const held = [seat("a", "chair", { since: day("2024-05-02") })]
    assert.deepEqual(codes([two], held, day("2026-05-01")), [])
    assert.deepEqual(codes([two], held, day("2026-05-02")), [["term_over", "chair", "a"]])
    assert.deepEqual(codes([two], [{ ...held[0]!, until: day("2026-05-01") }], day("2026-05-02")), [])
  })

  it("ask for as many women as men, one apart at most", () => {
    const co = rules("co", { parity: true })
    const held = (forms: Seat["form"][]) => forms.map((form, n) => seat(String(n), "co", { form }))
    for (const even of [[], ["f"], ["f", "m"], ["f", "m", "m"], ["n", "f"], ["n", "n"]] as Seat["form"][][])
      assert.deepEqual(codes([co], held(even)), [], even.join())
    for (const uneven of [
      ["f", "f"],
      ["m", "m", "m", "f"],
    ] as Seat["form"][][])
      assert.deepEqual(codes([co], held(uneven)), [["parity", "co", null]], uneven.join())
  })
})

describe("terms in a row", () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 8 })

  it("are as many as mandates that follow one another, in whatever order they were written", () =>
    fc.assert(
      fc.property(lengths, fc.boolean(), (days, isReversed) => {
        let since = day("2010-01-01")
        const seats = days.map((length) => {
          const until = since.add({ days: length - 1 })
          const one = seat("a", "chair", { since, until })
          since = until.add({ days: 1 })
          return one
        })
        const last = seats.at(-1)!.until!
        const written = isReversed ? seats.toReversed() : seats
        assert.equal(termsInARow("chair", "a", written, last), days.length)
        assert.equal(termsInARow("chair", "a", written, last.add({ days: 1 })), 0)
        assert.equal(termsInARow("chair", "a", written, day("2010-01-01")), 1)
      }),
    ))
})

describe("a mandate taken back before it began", () => {
  it("is no term, and does not follow itself", () => {
    const seats = [
      seat("a", "chair", { since: day("2024-01-01"), until: day("2025-12-31") }),
      seat("a", "chair", { until: day("2025-12-31") }),
      seat("a", "chair"),
    ]
    assert.equal(termsInARow("chair", "a", seats, today), 2)
  })
})

describe("a mandate", () => {
  it("is in office from its first day to its last, and on no other day", () =>
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -1, max: 50 }), (start, length) => {
        const since = today.add({ days: start })
        const until = since.add({ days: length })
        const days = Array.from({ length: 210 }, (_, n) => today.add({ days: n - 105 }))
        assert.equal(days.filter((one) => isInOffice({ since, until }, one)).length, length + 1)
      }),
    ))
})

describe("the warnings of any body", () => {
  const aFunction = fc.record({
    key: fc.constantFrom("chair", "treasurer", "auditor"),
    holders_min: fc.integer({ min: 0, max: 2 }),
    holders_max: fc.option(fc.integer({ min: 1, max: 2 })),
    term_months: fc.option(fc.integer({ min: 1, max: 40 })),
    consecutive_max: fc.option(fc.integer({ min: 1, max: 2 })),
    excludes: fc.subarray(["chair", "treasurer", "auditor"]),
    parity: fc.boolean(),
  })
  const aSeat = fc.record({
    person_id: fc.constantFrom("a", "b", "c"),
    function_id: fc.constantFrom("chair", "treasurer", "auditor"),
    form: fc.constantFrom("m", "f", "n"),
    start: fc.integer({ min: -900, max: 900 }),
    length: fc.option(fc.integer({ min: -1, max: 900 })),
  })
  const bodies = fc.record({
    functions: fc.uniqueArray(aFunction, { selector: ({ key }) => key, maxLength: 3 }),
    seats: fc.array(aSeat, { maxLength: 8 }),
    days: fc.integer({ min: -900, max: 900 }),
  })
  type Body = typeof bodies extends fc.Arbitrary<infer One> ? One : never
  const made = ({ functions, seats, days }: Body) => ({
    functions: functions.map((one) => ({ ...one, id: one.key })),
    // One mandate of a function at a time, as recording sees to.
    seats: seats
      .map(({ start, length, ...more }) => {
        const since = today.add({ days: start })
        return { ...more, since, until: length === null ? null : since.add({ days: length }) }
      })
      .filter(
        (one, n, all) =>
          !all.some((other, m) => m < n && other.person_id === one.person_id && other.function_id === one.function_id),
      ),
    on: today.add({ days }),
  })
  const plain = (functions: FunctionRules[], seats: Seat[], on: Temporal.PlainDate) =>
    warningsOn(functions, seats, on)
      .map((one) => JSON.stringify(one))
      .toSorted()

  it("do not depend on the order in which anything was written", () =>
    fc.assert(
      fc.property(bodies, (body) => {
        const { functions, seats, on } = made(body)
        assert.deepEqual(plain(functions, seats, on), plain(functions.toReversed(), seats.toReversed(), on))
      }),
    ))

  it("do not change by a mandate that is over or to come, but for terms in a row", () =>
    fc.assert(
      fc.property(bodies, (body) => {
        const { functions, seats, on } = made(body)
        const rules = functions.map((one) => ({ ...one, consecutive_max: null }))
        const inOffice = seats.filter((one) => isInOffice(one, on))
        assert.deepEqual(plain(rules, seats, on), plain(rules, inOffice, on))
      }),
    ))

  it("name only who is in office that day", () =>
    fc.assert(
      fc.property(bodies, (body) => {
        const { functions, seats, on } = made(body)
        for (const { person_id, function_id } of warningsOn(functions, seats, on))
          if (person_id)
            assert.ok(
              seats.some(
                (one) => one.person_id === person_id && one.function_id === function_id && isInOffice(one, on),
              ),
            )
      }),
    ))
})
