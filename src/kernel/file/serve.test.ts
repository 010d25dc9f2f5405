import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { byteRange, disposition, download } from "./serve.ts"
import { fileKinds } from "./types.ts"

const file = { name: "a.pdf", type: "application/pdf", bytes: 1000, hash: "ab" }

describe("a download", () => {
  it("is shown in place only when it is a PDF or a raster image, and only when asked for", () => {
    const shown = [...fileKinds.map((kind) => kind.type), "image/svg+xml", "text/html"].filter((type) =>
      download({ ...file, type, inline: true }).headers["content-disposition"]!.startsWith("inline"),
    )
    assert.deepEqual(shown, ["application/pdf", "image/png", "image/jpeg", "image/webp"])
    assert.match(download(file).headers["content-disposition"]!, /^attachment/)
  })

  it("is mere bytes when its kind is not ours", () => {
    for (const type of ["image/svg+xml", "text/html", "application/javascript"]) {
      assert.equal(download({ ...file, type }).headers["content-type"], "application/octet-stream")
    }
  })

  it("can run nothing", () => {
    for (const { type } of fileKinds) {
      const { headers } = download({ ...file, type, inline: true })
      assert.equal(headers["x-content-type-options"], "nosniff")
      assert.match(headers["content-security-policy"]!, /^default-src 'none'/)
      assert.doesNotMatch(headers["content-security-policy"]!, /script|unsafe-eval/)
      if (type !== "application/pdf") assert.match(headers["content-security-policy"]!, /; sandbox;/)
    }
  })

  it("sends the part that is asked for", () => {
    const answer = download({ ...file, range: "bytes=100-199" })
    assert.equal(answer.status, 206)
    assert.deepEqual(answer.range, { start: 100, end: 199 })
    assert.equal(answer.headers["content-range"], "bytes 100-199/1000")
    assert.equal(answer.headers["content-length"], "100")
    assert.equal(download({ ...file, range: "bytes=1000-" }).status, 416)
    assert.equal(download({ ...file, range: "lines=1-2" }).status, 200)
  })
})

describe("a range", () => {
  const cases: [string, ReturnType<typeof byteRange>][] = [
    ["bytes=0-0", { start: 0, end: 0 }],
    ["bytes=990-", { start: 990, end: 999 }],
    ["bytes=990-5000", { start: 990, end: 999 }],
    ["bytes=-10", { start: 990, end: 999 }],
    ["bytes=-5000", { start: 0, end: 999 }],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=5-2", undefined],
    ["bytes=0-1,5-6", undefined],
    ["bytes=-", undefined],
  ]
  for (const [header, expected] of cases) {
    it(`${header} of 1000 bytes is ${JSON.stringify(expected)}`, () =>
      assert.deepEqual(byteRange(header, 1000), expected))
  }
})

describe("a name in a header", () => {
  it("keeps its accents for today’s readers, and is legible to old ones", () => {
    assert.equal(
      disposition("attachment", "Procès-verbal n° 12 — œuvre (été).pdf"),
      `attachment; filename="Proces-verbal n_ 12 _ oeuvre (ete).pdf"; filename*=UTF-8''Proc%C3%A8s-verbal%20n%C2%B0%2012%20%E2%80%94%20%C5%93uvre%20%28%C3%A9t%C3%A9%29.pdf`,
    )
    assert.equal(disposition("inline", "budget.pdf"), 'inline; filename="budget.pdf"')
  })

  it("cannot break out of the header, nor out of a folder", () => {
    for (const name of [
      'a"; x="b.pdf',
      "a\r\nset-cookie: x=1",
      "..\\..\\a",
      "../a",
      "\u202egpj.exe",
      "\ud800",
      "",
      "\u0000",
    ]) {
      const header = disposition("attachment", name)
      assert.match(header, /^attachment; filename="[^"\\/%]*"(; filename\*=UTF-8''[\w.~!$&+%-]*)?$/, name)
    }
  })
})
