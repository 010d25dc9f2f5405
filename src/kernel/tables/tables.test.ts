import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { strFromU8, unzipSync } from "fflate"
import { withoutControls } from "../unprintable.ts"
import type { Cell } from "./cell.ts"
import { csv } from "./csv.ts"
import { readCsv } from "./read-csv.ts"
import { xlsx } from "./xlsx.ts"

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => new Uint8Array(Buffer.from("\ufeff" + text, "utf16le"))
const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"))
const sheetOf = async (rows: Cell[][]) => {
  const files = unzipSync(await xlsx([{ name: "Liste", columns: [{ title: "a" }, { title: "b" }], rows }]))
  return Object.entries(files)
    .filter(([name]) => /sheet1\.xml|sharedStrings/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .join("\n")
}

describe("csv", () => {
  it("writes as a French Excel reads", () => {
    const rows: Cell[][] = [
      ["Inès", 1.5, { decimal: "-1234.50" }, true, null, 12n],
      ["a;b", 'c"d', "e\nf", " g", "-5", undefined],
    ]
    assert.equal(
      csv(["Nom", "x", "y", "z", "t", "u"], rows),
      "\ufeffNom;x;y;z;t;u\r\n" + "Inès;1,5;-1234,50;oui;;12\r\n" + '"a;b";"c""d";"e\nf";" g";-5;\r\n',
    )
  })

  it("writes as an English one reads", () => {
    assert.equal(csv(["a", "b"], [[1.5, false]], { language: "en" }), "\ufeffa,b\r\n1.5,no\r\n")
  })

  it("gives no cell that begins as a formula", () => {
    for (const start of ["=", "+", "-", "@", "\t", "\r", " =", "\u00a0=", "＝", "\u0000="]) {
      const [, row = ""] = csv(["a"], [[`${start}cmd|' /C calc'!A0`]]).split("\r\n")
      assert.match(row, /^"?'/, JSON.stringify(start))
    }
  })

  it("is read back as it was written, apostrophes apart", () => {
    const word = fc.string({ unit: "grapheme" }).map((text) => withoutControls(text).trim())
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (rows) => {
        const table = readCsv(utf8(csv(["nom", "prénom", "ville"], rows)))
        const safe = rows
          .filter((row) => row.some((cell) => cell !== ""))
          .filter((row) => row.every((cell) => !/^[\s\u00a0\u200b]*[=+\-@＝＋－＠]/.test(cell)))
        const read = table.rows.map((row) => row.cells.join("\u0001"))
        for (const row of safe) assert.ok(read.includes(row.join("\u0001")))
      }),
    )
  })
})

describe("xlsx", () => {
  it("holds figures as figures, and never a formula", async () => {
    const xml = await sheetOf([
      ["=1+1", { decimal: "1234.50" }],
      ["+32 470 12 34 56", 12345678901234567890n],
      ["a\u0001\ud800b", "x".repeat(40_000)],
    ])
    assert.doesNotMatch(xml, /<f>/)
    assert.match(xml, /'=1\+1/)
    assert.match(xml, /<v>1234\.5<\/v>/)
    assert.match(xml, />\+32 470 12 34 56</)
    assert.match(xml, />12345678901234567890</)
    assert.doesNotMatch(xml, /x{32768}/)
  })

  it("holds days and hours that can be sorted and compared, and writes them in CSV as every spreadsheet reads them", async () => {
    const row: Cell[] = [Temporal.PlainDate.from("2026-06-01"), Temporal.PlainTime.from("19:30:59")]
    const sheet = await sheetOf([row, [Temporal.PlainDate.from("1899-05-04")]])
    // 46174 days after 30 December 1899, as Excel and LibreOffice count.
    assert.match(sheet, /<v>46174<\/v>/)
    assert.match(sheet, /<v>0\.8131\d+<\/v>/)
    assert.match(sheet, /1899-05-04/)
    assert.equal(csv(["a", "b"], [row]).split("\r\n")[1], "2026-06-01;19:30")
  })

  it("gives every sheet a name that Excel takes", async () => {
    const sheet = { columns: [{ title: "a" }], rows: [] }
    const names = ["Réunion [1/2] : présents", "a".repeat(60), "a".repeat(60), ""]
    const files = unzipSync(await xlsx(names.map((name) => ({ name, ...sheet }))))
    const found = [...strFromU8(files["xl/workbook.xml"]!).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      ([, name = ""]) => name,
    )
    assert.equal(new Set(found).size, 4)
    for (const name of found) assert.match(name, /^[^\\/?*[\]:]{1,31}$/)
  })
})

describe("readCsv", () => {
  const text = "Nom;Prénom;Courriel\nVandermeer;Inès;ines@valmont.example\n"

  it("reads UTF-8, UTF-16 and windows-1252 alike", () => {
    const kinds = { "utf-8": utf8(text), "utf-16le": utf16(text), "windows-1252": latin(text) }
    for (const [encoding, bytes] of Object.entries(kinds)) {
      const table = readCsv(bytes)
      assert.equal(table.encoding, encoding)
      assert.deepEqual(table.heading, ["Nom", "Prénom", "Courriel"])
      assert.deepEqual(table.rows, [{ line: 2, cells: ["Vandermeer", "Inès", "ines@valmont.example"] }])
    }
    assert.deepEqual(readCsv(utf8("\ufeff" + text)).heading?.[0], "Nom", "the mark is no part of the first name")
    assert.equal(readCsv(utf16(text).subarray(2)).encoding, "utf-16le")
  })

  it("finds the separator, though the cells hold others", () => {
    assert.equal(readCsv(utf8('nom;note\nA;"un, deux, trois"\nB;"x, y, z"\n')).separator, ";")
    assert.equal(readCsv(utf8("nom\tnote\nA\tun, deux\n")).separator, "\t")
    assert.equal(readCsv(utf8("nom|note\nA|b\n")).separator, "|")
    assert.equal(readCsv(utf8("sep=;\r\na;b,c,d\r\n")).separator, ";")
    assert.equal(readCsv(utf8("nom\nA\n")).separator, ",")
  })

  it("tells a heading from data", () => {
    assert.equal(readCsv(utf8("Dupont,dupont@x.example\nDurand,durand@x.example\n")).heading, undefined)
    assert.deepEqual(readCsv(utf8("Qui,Combien\nDupont,12\nDurand,13\n")).heading, ["Qui", "Combien"])
    assert.equal(readCsv(utf8("Dupont,Paul\nDurand,Anne\n")).heading, undefined)
  })

  it("says on which line each row begins, past empty lines and cells of several lines", () => {
    const table = readCsv(utf8('nom,note\n\nA,"un\ndeux"\nB,x\n'))
    assert.deepEqual(
      table.rows.map((row) => row.line),
      [3, 5],
    )
  })

  it("loses nothing to a quotation mark that never closes", () => {
    const table = readCsv(utf8('nom,note\nA,"ouvert\nB,x\n'))
    assert.ok(table.stray_quotes)
    assert.deepEqual(
      table.rows.map((row) => row.cells),
      [
        ["A", '"ouvert'],
        ["B", "x"],
      ],
    )
  })

  it("takes anything without falling", () => {
    assert.deepEqual(readCsv(new Uint8Array()).rows, [])
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readCsv(bytes)))
  })
})
