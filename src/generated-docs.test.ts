import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { describe, it } from "node:test"
import { generatedDocs } from "./generated-docs.ts"

const docs = await generatedDocs()

describe("docs/generated", () => {
  for (const [name, text] of Object.entries(docs))
    it(`has ${name} as the code is (node scripts/generate-docs.ts writes it)`, async () => {
      const written = await readFile(new URL(`../docs/generated/${name}`, import.meta.url), "utf8").catch(() => "")
      assert.ok(written === text, `${name} is stale: node scripts/generate-docs.ts`)
    })

  it("says who may record a mandate, in words", () => {
    const row = docs["permissions.md"]!.split("\n").find((line) => line.startsWith("| Enregistrer un mandat "))
    assert.match(row ?? "", /●/)
  })

  it("leaves no key without its words", () => {
    for (const [name, text] of Object.entries(docs))
      assert.deepEqual(text.match(/\b(command|rule|event|capability)\.[a-z]+\w*(\.\w+)?/g), null, name)
  })
})
