import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import fc from "fast-check"
import {
  readCommunication,
  readIban,
  structuredCommunication,
  writtenCommunication,
  writtenIban,
} from "./structured-communication.ts"

type Vector = { id: string; kind: string; valid: boolean; digits: string } & Record<string, string>
const file = new URL("../../../tests/vectors/law/structured-communication.json", import.meta.url)
const vectors: Vector[] = JSON.parse(readFileSync(file, "utf8")).vectors

const checks: Record<string, (v: Vector) => void> = {
  generate(v) {
    const digits = structuredCommunication(BigInt(v["base10"]!))
    assert.deepEqual([digits, writtenCommunication(digits)], [v.digits, v["formatted"]])
  },
  validate: (v) => assert.equal(readCommunication(v.digits) !== null, v.valid),
  parse: (v) => assert.equal(readCommunication(v["input"]!), v.valid ? v.digits : null),
  iban: (v) => assert.equal(readIban(v["iban"]!) !== null, v.valid),
}

describe("the structured communication of a transfer", () => {
  for (const vector of vectors)
    if (checks[vector.kind]) it(`agrees with ${vector.id}`, () => checks[vector.kind]!(vector))

  it("is read back as it was written, and never with one digit changed or two neighbours swapped", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 9_999_999_999n }),
        fc.nat(11),
        fc.integer({ min: 1, max: 9 }),
        (base, at, by) => {
          const digits = structuredCommunication(base)
          assert.equal(readCommunication(writtenCommunication(digits)), digits)
          const other = String((Number(digits[at]) + by) % 10)
          const wrong = digits.slice(0, at) + other + digits.slice(at + 1)
          // 00 and 97 stand for the same remainder, and only one of them is ever written.
          assert.equal(readCommunication(wrong), null)
          if (at < 9 && digits[at] !== digits[at + 1]) {
            const swapped = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2)
            assert.equal(readCommunication(swapped), null)
          }
        },
      ),
    )
  })

  it("stands beside an account number written in fours", () =>
    assert.equal(writtenIban(readIban("be68 5390 0754 7034")!), "BE68 5390 0754 7034"))
})
