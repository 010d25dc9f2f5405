import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { readCsv } from "../../../kernel/tables/read-csv.ts"
import { partFile, splitFile } from "./split-file.ts"

const few = { bytes: 1_000_000, lines: 3 }
const rowsOf = async (blob: Blob, offset: number) => {
  const { heading, rows } = readCsv(new Uint8Array(await blob.arrayBuffer()))
  return { heading, rows: rows.map(({ line, cells }) => ({ line: line + offset, cells })) }
}

describe("a large table of text", () => {
  it("is cut so that its parts say together what the whole says, each row on its own line", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("Anne", "Jean-Pierre", 'Rue "du" Pont', "deux\nlignes", "é;è"), {
          minLength: 1,
          maxLength: 30,
        }),
        async (names) => {
          const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`)
          const text = ["Nom;Prénom;Courriel", ...quoted.map((name, n) => `${name};Ida;i${n}@x.example`)].join("\n")
          const file = new Blob([text])
          const split = (await splitFile(file, undefined, few))!
          const whole = await rowsOf(file, 0)
          const rows = []
          for (const index of split.parts.keys()) {
            const part = partFile(file, split, index, true)
            const read = await rowsOf(part.file, part.offset)
            assert.deepEqual(read.heading, whole.heading)
            rows.push(...read.rows)
          }
          assert.deepEqual(rows, whole.rows)
        },
      ),
    ))

  it("keeps Excel’s line of the separator with the headings, and leaves a table without headings as it is", async () => {
    const said = new Blob(["sep=;\nNom;Prénom\n", "A;B\n".repeat(5)])
    const split = (await splitFile(said, undefined, few))!
    assert.equal(await split.head.text(), "sep=;\nNom;Prénom\n")
    const bare = new Blob(["A;B\n".repeat(7)])
    const parts = (await splitFile(bare, undefined, few))!
    assert.deepEqual(
      parts.parts.map((_, index) => partFile(bare, parts, index, false).offset),
      [0, 3, 6],
    )
  })

  it("is not made one cell by a quotation mark that never closes", async () => {
    const file = new Blob(['Nom;Prénom\n"A;B\n', "Dupont;Anne\n".repeat(20_000)])
    assert.ok((await splitFile(file, undefined, { bytes: 1_000_000, lines: 5000 }))!.parts.length > 1)
  })

  it("cannot be cut when it is a workbook, cards, or of two bytes a sign", async () => {
    for (const begins of ["PK\u0003\u0004", "BEGIN:VCARD\nFN:A", "N\u0000o\u0000m\u0000"])
      assert.equal(await splitFile(new Blob([begins])), undefined)
  })
})
