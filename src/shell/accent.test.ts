import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { accentStyle, contrast, parse } from "./accent.ts"

describe("the organisation's colour", () => {
  it("stays readable whatever was chosen, in both themes", () => {
    for (const chosen of ["#ffff00", "#000000", "#ffffff", "#e4003b", "#7fff00", "#0000ff", "#888888"]) {
      const style = accentStyle(chosen)
      const [light, dark, whiteInk, nightInk, lightTint, darkTint] = [...style.matchAll(/#[0-9a-f]{6}/g)].map(([hex]) =>
        parse(hex),
      )
      assert.ok(light && dark && whiteInk && nightInk && lightTint && darkTint)
      for (const [text, ground] of [
        [light, whiteInk],
        [dark, nightInk],
        [light, lightTint],
        [dark, darkTint],
      ] as const)
        assert.ok(contrast(text, ground) >= 4.5, `${chosen}: ${contrast(text, ground)}`)
    }
  })
  it("is our own green when none, or nonsense, was given", () => {
    assert.equal(accentStyle(null), "")
    assert.equal(accentStyle("red; } body { display: none"), "")
  })
})
