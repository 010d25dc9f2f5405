import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { profileCapabilities } from "../bodies/profiles/profile.ts"
import { capabilities } from "./capabilities.ts"

describe("capabilities", () => {
  // Profiles stand below mandates and cannot import them: a function given a right that does not exist gives nothing.
  it("are those that profiles give to functions", () => {
    assert.deepEqual([...profileCapabilities].sort(byText), [...capabilities].sort(byText))
  })
})

function byText(a: string, b: string) {
  return a.localeCompare(b)
}
