import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { messageId, plusAddress, tokenInAddress, tokenInMessageId } from "./token.ts"

describe("a letter's token", () => {
  it("comes back from an address, even in capitals", () => {
    const address = plusAddress("abc123def456", "secretariat@lisle.example")
    assert.equal(address, "secretariat+abc123def456@lisle.example")
    assert.equal(tokenInAddress(address), "abc123def456")
    assert.equal(tokenInAddress(address.toUpperCase()), "abc123def456")
    assert.equal(tokenInAddress("secretariat@lisle.example"), undefined)
    assert.equal(tokenInAddress("amina+abc@lisle.example"), undefined)
  })

  it("comes back from a Message-ID of our domain only", () => {
    assert.equal(tokenInMessageId(`<${messageId("abc123def456", "lisle.example")}>`, "lisle.example"), "abc123def456")
    assert.equal(tokenInMessageId("<abc123def456@lisleXexample>", "lisle.example"), undefined)
    assert.equal(tokenInMessageId("<CAF+xyz=abc@mail.example>", "lisle.example"), undefined)
  })

  it("is refused when an address could not carry it", () => {
    assert.throws(() => messageId("ABC", "x.example"))
    assert.throws(() => plusAddress("a b>c", "a@x.example"))
  })
})
