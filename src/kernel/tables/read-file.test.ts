import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { strToU8, zipSync } from "fflate"
import { withoutMojibake } from "./mojibake.ts"
import { dayOfSerial, kindOfFormat, shownNumber } from "./number-format.ts"
import { readCsv } from "./read-csv.ts"
import { readTableFile, type TableLimits } from "./read-file.ts"
import { vcards } from "./vcard.ts"
import { xlsx } from "./xlsx.ts"

const utf8 = (text: string) => new TextEncoder().encode(text)
const rowsOf = async (bytes: Uint8Array, limits: Partial<TableLimits> = {}) => {
  const read = await readTableFile(bytes, limits)
  assert.ok("text" in read, JSON.stringify(read))
  const { heading, rows } = readCsv(utf8(read.text))
  return { ...read, heading, rows }
}
const cellsOf = async (bytes: Uint8Array) => {
  const { heading, rows } = await rowsOf(bytes)
  return [...(heading ? [heading] : []), ...rows.map(({ cells }) => cells)]
}

const workbook = (rows: string, { styles = "", shared = "" } = {}) =>
  zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="cachée" state="hidden" r:id="rId2"/><sheet name="Membres" r:id="rId1"/></sheets></workbook>',
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    ),
    "xl/styles.xml": strToU8(styles),
    "xl/sharedStrings.xml": strToU8(shared),
    "xl/worksheets/sheet1.xml": strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    "xl/worksheets/sheet2.xml": strToU8(
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>secret</v></c></row></sheetData></worksheet>',
    ),
  })

const sheet = (rows: string) =>
  zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }],
    "content.xml": strToU8(
      `<office:document-content><office:body><office:spreadsheet><table:table table:name="vide"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table><table:table table:name="Membres">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  })

describe("a workbook of Excel", () => {
  it("gives back what we wrote ourselves", async () => {
    const rows = [
      ["Éloïse", "Van den Broeck", "0470 12 34 56"],
      ["=cmd|' /C calc'!A0", "O’Neil & fils", '"entre" <crochets>'],
    ]
    const bytes = await xlsx([{ name: "Liste", columns: ["Prénom", "Nom", "GSM"].map((title) => ({ title })), rows }])
    const [head, first, second] = await cellsOf(bytes)
    assert.deepEqual(head, ["Prénom", "Nom", "GSM"])
    assert.deepEqual(first, rows[0])
    assert.deepEqual(second, ["'=cmd|' /C calc'!A0", "O’Neil & fils", '"entre" <crochets>'])
  })

  it("takes a formula as the value it had, and computes nothing", async () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><f>CONCAT("Le";"mmens")</f><v>Lemmens</v></c><c r="B1"><f>1+1</f><v>3</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="str"><v>=cmd()</v></c></row>'
    assert.deepEqual(await cellsOf(workbook(rows)), [["Lemmens", "3", "", "=cmd()"]])
  })

  it("reads days, percentages, postcodes and telephones as they are shown", async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="166" formatCode="#,##0 &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/><xf numFmtId="166"/></cellXfs></styleSheet>'
    const cell = (place: string, style: number, value: string) => `<c r="${place}" s="${style}"><v>${value}</v></c>`
    const rows = `<row r="1">${cell("A1", 1, "46093")}${cell("B1", 2, "1000")}${cell("C1", 3, "46093.75")}${cell("D1", 4, "0.125")}${cell("E1", 0, "3.2470123456E10")}${cell("F1", 5, "7")}</row>`
    assert.deepEqual(await cellsOf(workbook(rows, { styles })), [
      ["2026-03-12", "01000", "2026-03-12", "12.5 %", "32470123456", "7"],
    ])
  })

  it("says the line of each row past empty ones, and keeps empty cells in their place", async () => {
    const rows =
      '<row r="2"><c r="A2" t="inlineStr"><is><t>Nom</t></is></c><c r="C2" t="inlineStr"><is><r><t>Pré</t></r><r><t>nom</t></r></is></c></row><row r="5"><c r="C5" t="s"><v>0</v></c></row>'
    const { heading, rows: read } = await rowsOf(
      workbook(rows, { shared: "<sst><si><t>Zoé</t><rPh><t>ゾエ</t></rPh></si></sst>" }),
    )
    assert.deepEqual(heading, ["Nom", "", "Prénom"])
    assert.deepEqual(read, [{ line: 5, cells: ["", "", "Zoé"] }])
  })

  it("reads the sheet that is seen, not the one that is hidden", async () => {
    assert.ok(
      !JSON.stringify(await cellsOf(workbook('<row r="1"><c r="A1" t="str"><v>vu</v></c></row>'))).includes("secret"),
    )
  })
})

describe("a workbook of LibreOffice", () => {
  it("writes out what is repeated, and not the million empty rows below", async () => {
    const cell = (text: string, more = "") =>
      `<table:table-cell office:value-type="string" ${more}><text:p>${text}</text:p></table:table-cell>`
    const rows = `<table:table-row>${cell("Nom")}${cell("Statut")}${cell("CP")}</table:table-row>
      <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
      <table:table-row>${cell("Lemmens")}${cell("membre", 'table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="1021"/></table:table-row>
      <table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>`
    const { heading, rows: read } = await rowsOf(sheet(rows))
    assert.deepEqual(heading, ["Nom", "Statut", "CP"])
    assert.deepEqual(read, [{ line: 4, cells: ["Lemmens", "membre", "membre"] }])
  })

  it("reads days, percentages, notes aside, and a formula as its value", async () => {
    const rows = `<table:table-row><table:table-cell office:value-type="date" office:date-value="2026-03-12"><text:p>12/03/26</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.125"><text:p>13 %</text:p></table:table-cell><table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell><table:table-cell office:value-type="string"><office:annotation><text:p>aside</text:p></office:annotation><text:p>A<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell></table:table-row>`
    assert.deepEqual(await cellsOf(sheet(rows)), [["2026-03-12", "12.5 %", "3", "A  b c"]])
  })
})

describe("contact cards", () => {
  const card = (version: string, ...lines: string[]) =>
    ["BEGIN:VCARD", `VERSION:${version}`, ...lines, "END:VCARD", ""].join("\r\n")

  it("are read in versions 2.1, 3.0 and 4.0, folded and quoted as they may be", async () => {
    const text =
      card(
        "2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;Ana=C3=AFs",
        "TEL;CELL:0470 12 34 56",
        "EMAIL;PREF;INTERNET:a@x.example",
        "ADR;HOME;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:;;Rue de l'=C9t=E9 =",
        "3;Li=E8ge;;4000;Belgique",
      ) +
      card(
        "3.0",
        "FN:Zoé\\, dite Zaza",
        "N:Aït-Saïd;Zoé;;Mme;",
        "item1.EMAIL;TYPE=WORK:z",
        " oe@x.example",
        "EMAIL;TYPE=PREF:zaza@x.example",
        "ORG:Ville de Lisle;Culture",
        "PHOTO;ENCODING=b:AAAA",
      ) +
      card(
        "4.0",
        "FN:Simon Perreault",
        "GENDER:M",
        'TEL;VALUE=uri;TYPE="work,voice":tel:+32-470-00-00-00',
        "NOTE:deux\\nlignes",
      )
    const [, ...cards] = await cellsOf(utf8(text))
    assert.deepEqual(cards, [
      ["Anaïs", "Lefèvre", "", "a@x.example", "0470 12 34 56", "Rue de l'Été 3", "4000", "Liège", "Belgique", ""],
      ["Zoé", "Aït-Saïd", "Mme", "zaza@x.example", "", "", "", "", "", "zoe@x.example · Ville de Lisle, Culture"],
      ["Simon", "Perreault", "M.", "", "+32-470-00-00-00", "", "", "", "", "deux, lignes"],
    ])
  })

  it("come back whole from those we write, whatever is in them", async () => {
    const card = {
      given_name: "Zoé",
      family_name: "Aït-Saïd; \\, fils",
      email: "z@x.example",
      phone: "0470 12 34 56",
      street: "Rue de l’Été, 3",
      postcode: "4000",
      town: "Liège",
      country: "Belgique\r\nEND:VCARD",
      title: "x".repeat(300),
    }
    const text = [...vcards([card, { ...card, title: null, country: null }])].join("")
    for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75)
    const [, first, second] = await cellsOf(utf8(text))
    const expected = [
      "Zoé",
      "Aït-Saïd; \\, fils",
      "",
      "z@x.example",
      "0470 12 34 56",
      "Rue de l’Été, 3",
      "4000",
      "Liège",
    ]
    assert.deepEqual(first?.slice(0, 8), expected)
    assert.equal(first?.[8], "Belgique, END:VCARD")
    assert.deepEqual(second?.slice(0, 8), expected)
  })

  it("are read as far as they can be when one is broken or never ends", async () => {
    const text =
      "BEGIN:VCARD\nN:Un;Jean\nsans deux points\nBEGIN:VCARD\nFN:Deux Paul\nEND:VCARD\nBEGIN:VCARD\nEMAIL:seul@x.example"
    assert.deepEqual(
      (await cellsOf(utf8(text))).slice(1).map((row) => row.slice(0, 4)),
      [
        ["Jean", "Un", "", ""],
        ["Deux", "Paul", "", ""],
        ["", "", "", "seul@x.example"],
      ],
    )
  })
})

describe("a file that is no table", () => {
  const reasonOf = async (bytes: Uint8Array, limits: Partial<TableLimits> = {}) => {
    const read = await readTableFile(bytes, limits)
    return "reason" in read ? read.reason : undefined
  }

  it("is refused with its reason", async () => {
    assert.equal(await reasonOf(utf8("%PDF-1.7")), "unsupported")
    assert.equal(await reasonOf(utf8("PK\u0003\u0004 cut")), "broken")
    assert.equal(await reasonOf(zipSync({ "word/document.xml": strToU8("<a/>") })), "unsupported")
    assert.equal(await reasonOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])), "unsupported")
    const encrypted = Buffer.concat([
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.from("EncryptedPackage", "utf16le"),
    ])
    assert.equal(await reasonOf(encrypted), "encrypted")
  })

  it("costs its limits and no more: a bomb, rows without end, time", async () => {
    const bomb = workbook(`<row r="1"><c r="A1" t="str"><v>${"0".repeat(40_000_000)}</v></c></row>`)
    assert.ok(bomb.length < 200_000)
    assert.equal(await reasonOf(bomb, { unpacked: 16 }), "too_heavy")
    const endless = sheet(
      '<table:table-row table:number-rows-repeated="99999999"><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row>',
    )
    assert.equal(await reasonOf(endless), "too_long")
    assert.equal(await reasonOf(workbook('<row r="99999999"><c r="A1"><v>1</v></c></row>')), "broken")
    assert.equal(await reasonOf(utf8("a;b\n"), { seconds: 0 }), "too_slow")
    assert.equal(await reasonOf(utf8("a;b\n"), { characters: 2 }), "too_long")
  })

  it("never falls, whatever it holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => void (await readTableFile(noise))),
      { numRuns: 15 },
    )
  })
})

describe("accents that a program broke", () => {
  it("are put right where all of them are UTF-8 read as windows-1252", () => {
    const broken = (text: string) => new TextDecoder("windows-1252").decode(utf8(text))
    for (const text of ["Céline Lefèvre", "Œuvre — l’été", "N° 3, à Liège", "Aït-Saïd"])
      assert.equal(withoutMojibake(broken(text)).text, text)
  })

  it("leave alone what was well written", () => {
    fc.assert(
      fc.property(fc.constantFrom("Ângela", "Ã", "São Tomé", "Étienne", "Âme", "ÀÉÎ"), (text) =>
        assert.equal(withoutMojibake(text).text, text),
      ),
    )
  })

  it("are counted, and so is what was lost for good", () => {
    assert.deepEqual(withoutMojibake("CÃ©line;ZoÃ«;Ren\ufffd"), { text: "Céline;Zoë;Ren\ufffd", repaired: 2, lost: 1 })
  })
})

describe("a number of a sheet", () => {
  it("is a day from the first of March 1900 to the last of 9999", () => {
    assert.equal(dayOfSerial(61), "1900-03-01")
    assert.equal(dayOfSerial(1), "1900-01-01")
    assert.equal(dayOfSerial(2_958_465), "9999-12-31")
    assert.equal(dayOfSerial(0, true), "1904-01-01")
    assert.equal(dayOfSerial(-3), "-3")
  })

  it("keeps its zeros and its figures, never a float's way to say them", () => {
    assert.equal(shownNumber(1000, kindOfFormat(164, "00000")), "01000")
    assert.equal(shownNumber(470123456, kindOfFormat(165, "0000 00 00 00")), "0470123456")
    assert.equal(shownNumber(1.5, { is: "number" }), "1.5")
    assert.deepEqual(kindOfFormat(164, '#,##0.00 "€"'), { is: "number" })
    assert.deepEqual(kindOfFormat(164, "[$-40C]d mmmm yyyy"), { is: "day" })
    assert.deepEqual(kindOfFormat(164, "General"), { is: "number" })
    assert.deepEqual(kindOfFormat(164, "[h]:mm"), { is: "day" })
  })
})
