import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { shortageOf } from "./parity.ts"

const short = (parity: "none" | "half" | "pair" | "least", seats: number, forms: string, least: number | null = null) =>
  shortageOf({ seats, parity, least }, [...forms] as ("m" | "f" | "n")[])?.is ?? null

describe("what is missing among those who stand", () => {
  it("is somebody for each seat, whatever the parity", () => {
    assert.equal(short("none", 2, "m"), "too_few")
    assert.equal(short("half", 2, "f"), "too_few")
    assert.equal(short("none", 2, "mm"), null)
    assert.equal(short("none", 1, ""), "too_few")
  })

  it("is a woman or a man where as many of each are asked, or one apart for an odd number", () => {
    assert.equal(short("half", 2, "mm"), "parity")
    assert.equal(short("half", 2, "mf"), null)
    assert.equal(short("half", 3, "mmf"), null)
    assert.equal(short("half", 3, "mmm"), "parity")
    assert.equal(short("half", 4, "mmmf"), "parity")
    assert.equal(short("half", 4, "mmff"), null)
  })

  it("counts who is neither on neither side", () => {
    assert.equal(short("half", 2, "nn"), null)
    assert.equal(short("half", 3, "mmn"), "parity")
    assert.equal(short("half", 2, "mn"), null)
    assert.equal(short("pair", 2, "mn"), "parity")
    assert.equal(short("least", 2, "mn", 1), "parity")
  })

  it("is a woman and a man for each pair, or so many of each", () => {
    assert.equal(short("pair", 4, "mmmf"), "parity")
    assert.equal(short("pair", 4, "mmff"), null)
    assert.equal(short("least", 5, "mmmmf", 2), "parity")
    assert.equal(short("least", 5, "mmmff", 2), null)
  })
})
