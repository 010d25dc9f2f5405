import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { type Span, united } from "./united.ts"

type Ring = Span & { ring: string }
const day = (n: number) => Temporal.PlainDate.from("2020-01-01").add({ days: n })
const span = (id: string, ring: string, since: number, until: number | null): Ring => ({
  id,
  ring,
  since: day(since),
  until: until === null ? null : day(until),
})
const ring = (one: Ring) => one.ring
const said = ({ kept, cuts }: ReturnType<typeof united<Ring>>) =>
  [...kept, ...cuts.map((cut) => cut.span)].map((one) => `${one.ring} ${one.since}…${one.until ?? ""}`)

describe("the memberships of two records of one person", () => {
  it("become one where they share days", () => {
    const both = united([span("a", "member", 10, null), span("b", "member", 0, 20)], ring)
    assert.deepEqual(said(both), ["member 2020-01-01…"])
    assert.deepEqual(both.gone, [{ id: "b", into: "a" }])
  })

  it("stay two when one begins the day after the other ends", () => {
    assert.equal(united([span("a", "member", 11, null), span("b", "member", 0, 10)], ring).kept.length, 2)
  })

  it("leave the stronger its days, and the weaker those around", () => {
    const both = united([span("a", "member", 10, 20), span("b", "sympathiser", 0, null)], ring)
    assert.deepEqual(said(both), [
      "member 2020-01-11…2020-01-21",
      "sympathiser 2020-01-01…2020-01-10",
      "sympathiser 2020-01-22…",
    ])
    assert.deepEqual(
      both.cuts.map(({ of }) => of),
      ["b"],
    )
  })

  it("keep nothing of a weaker one that a stronger covers", () => {
    const both = united([span("a", "member", 0, null), span("b", "sympathiser", 5, 9)], ring)
    assert.deepEqual(both.gone, [{ id: "b", into: null }])
  })

  it("cover the same days as before, each once, by the strongest", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom("member", "sympathiser", "former"),
            fc.nat(40),
            fc.option(fc.integer({ min: -1, max: 20 })),
          ),
          { maxLength: 8 },
        ),
        (made) => {
          const rank = ["member", "sympathiser", "former"]
          const spans = made
            .map(([of, since, long], n) => span(String(n), of, since, long === null ? null : since + long))
            .toSorted((a, b) => rank.indexOf(a.ring) - rank.indexOf(b.ring))
          const { kept, cuts, gone } = united(spans, ring)
          const after = [...kept, ...cuts.map((cut) => cut.span)]
          for (let n = 0; n < 70; n++) {
            const on = ({ since, until }: Span) =>
              Temporal.PlainDate.compare(since, day(n)) <= 0 &&
              (!until || Temporal.PlainDate.compare(until, day(n)) >= 0)
            const strongest = spans.find(on)?.ring
            assert.deepEqual(after.filter(on).map(ring), strongest ? [strongest] : [])
          }
          assert.equal(kept.length + gone.length, spans.length)
          for (const { into } of gone)
            assert.ok(into === null || kept.some(({ id }) => id === into) || gone.some(({ id }) => id === into))
        },
      ),
    ))
})
