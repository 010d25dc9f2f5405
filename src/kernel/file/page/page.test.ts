import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { reportPdf } from "../../../../tests/journeys/reports.ts"
import { pageOf, placesOf } from "./page-of.ts"
import { quoteOf, rectsOf } from "./words.ts"

const report = reportPdf([
  ["Article 1", "La Région verse une aide de dix mille euros", "aux librairies indépendantes."],
  ["Article 2", "Le comité se réunit deux fois par an."],
])
const drawn = async (page: number, bytes = report, key = "report") => {
  const found = await pageOf({ key, bytes: async () => bytes, page, width: 760 })
  assert.ok(!("reason" in found))
  return found
}

describe("a page of a PDF", () => {
  it("is a picture of the width asked for, with its words where they stand", async () => {
    const page = await drawn(1)
    assert.deepEqual([page.page, page.pages, page.width, page.height], [1, 2, 760, 1075])
    assert.deepEqual([...page.jpeg.subarray(0, 3)], [0xff, 0xd8, 0xff])
    const aid = page.words.filter(({ text }) => ["dix", "mille", "euros"].includes(text))
    assert.equal(quoteOf(aid), "dix mille euros")
    const [rect, ...others] = rectsOf(aid)
    assert.equal(others.length, 0)
    // 11 points at 50 from the left, standing on a line 76 from the top of 595 × 842.
    const line = (76 / 842) * 10_000
    assert.ok(rect!.x > 2000 && rect!.x + rect!.w < 5500, JSON.stringify(rect))
    assert.ok(rect!.y < line && rect!.y + rect!.h > line && rect!.h < 250, JSON.stringify(rect))
  })

  it("is drawn once for all who turn to it, and the last one stands for those beyond", async () => {
    assert.equal((await drawn(1)).jpeg, (await drawn(1)).jpeg)
    assert.equal((await drawn(99)).page, 2)
  })

  it("says why it cannot be drawn", async () => {
    const broken = await pageOf({ key: "broken", bytes: async () => Buffer.from("no PDF"), page: 1, width: 760 })
    assert.deepEqual(broken, { reason: "broken" })
  })
})

describe("a passage of an earlier version", () => {
  it("is found where it stands now, broken into other lines, or told to be gone", async () => {
    const later = reportPdf([
      ["Préambule", "Le comité se réunit."],
      ["Article 1", "La Région verse une aide", "de dix mille", "euros aux librairies indépen-", "dantes."],
      ["Article 2", "Le comité se réunit trois fois par an."],
    ])
    const places = await placesOf(later, [
      { id: "aid", quote: "aide de dix mille euros aux librairies indépendantes.", page: 1 },
      { id: "twice", quote: "se réunit deux fois par an", page: 2 },
      { id: "near", quote: "Le comité se réunit", page: 3 },
      { id: "part", quote: "libr", page: 1 },
    ])
    assert.ok(places instanceof Map)
    assert.equal(places.get("aid")!.page, 2)
    assert.equal(places.get("aid")!.rects.length, 4)
    assert.equal(places.get("twice"), undefined)
    assert.equal(places.get("near")!.page, 3)
    assert.equal(places.get("part"), undefined)
  })
})
