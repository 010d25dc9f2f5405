import assert from "node:assert/strict"
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import { csv } from "../../src/kernel/tables/csv.ts"
import { readCsv } from "../../src/kernel/tables/read-csv.ts"
import { missing, sharedFolder } from "./shared.ts"

const imports = sharedFolder("data/09-member-imports")
const injection = sharedFolder("data/12-security/csv-injection")
const naughty = sharedFolder("data/12-security/naughty-strings")
const read = (path: string) => readCsv(readFileSync(join(imports!, path)))

describe("a list of members exported by others", () => {
  it("is read, row for row", { skip: missing(imports) }, () => {
    for (const path of globSync("**/*.csv", { cwd: imports! })) {
      const { rows, heading, stray_quotes } = read(path)
      assert.ok(rows.length > 0 && !stray_quotes, path)
      if (heading) for (const { cells } of rows) assert.ok(cells.length <= heading.length + 1, path)
      // One of them was damaged before it came to us.
      const damaged = readFileSync(join(imports!, path)).includes("\ufffd")
      if (!damaged) for (const { cells } of rows) assert.doesNotMatch(cells.join(""), /\ufffd|\ufeff/, path)
    }
  })

  it("keeps the accents of an Outlook export", { skip: missing(imports) }, () => {
    const { encoding, heading, rows } = read("export-layouts/outlook-fr-en.csv")
    assert.equal(encoding, "windows-1252")
    assert.equal(heading?.[3], "E-mail Address")
    assert.equal(rows[0]?.cells[0], "Günther")
    assert.equal(rows[1]?.cells[5], "Place du Marché 1, boîte 3")
  })

  it("gives the same rows by comma, by semicolon and with a mark", { skip: missing(imports) }, () => {
    const semicolons = read("zam-csv-variants/reponses_semicolumns.csv")
    const marked = read("zam-csv-variants/reponses_with_bom.csv")
    assert.deepEqual([semicolons.separator, semicolons.heading?.[3]], [";", "Num amdt"])
    assert.deepEqual([marked.separator, marked.heading?.[0]], [",", "Num amdt"])
    assert.equal(semicolons.rows.length, read("zam-csv-variants/reponses.csv").rows.length)
  })

  it("has no heading where there is none", { skip: missing(imports) }, () => {
    for (const name of ["voter-file", "voter-file-2", "voter-file-latin1", "voter-badfile"])
      assert.equal(read(`helios-voters/${name}.csv`).heading, undefined, name)
  })
})

describe("a table for a spreadsheet", () => {
  it("runs no known payload", { skip: missing(injection) }, () => {
    const text = readFileSync(join(injection!, "README-payloads.md"), "utf8")
    const payloads = text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => /^[=+\-@]/.test(line))
    assert.ok(payloads.length > 8)
    for (const payload of payloads) assert.match(csv(["a"], [[payload]]).split("\r\n")[1]!, /^"?'/, payload)
  })

  it("comes back whole from every naughty string", { skip: missing(naughty) }, () => {
    const strings: string[] = JSON.parse(readFileSync(join(naughty!, "blns.json"), "utf8"))
    for (const text of strings) {
      const { rows } = readCsv(new TextEncoder().encode(csv(["nom", "note"], [["x", text]])))
      const cell = rows[0]?.cells[1] ?? ""
      const visible = (some: string) => some.replace(/[\p{C}\p{Z}\s]/gu, "").replace(/^'/, "")
      assert.equal(visible(cell), visible(text))
    }
  })
})
