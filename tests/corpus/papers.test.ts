import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { after, describe, it } from "node:test"
import mammoth from "mammoth"
import { minutesDocx } from "../../src/kernel/typeset/docx.ts"
import { type MinutesPaper, minutesPdf } from "../../src/kernel/typeset/papers.ts"
import { read } from "../../src/kernel/typeset/pdf-for-tests.ts"
import { closeTypesetter } from "../../src/kernel/typeset/typeset.ts"
import { missing, sharedFolder } from "./shared.ts"

const folder = sharedFolder("data/12-security/naughty-strings")
const strings: string[] = folder ? JSON.parse(readFileSync(join(folder, "blns.json"), "utf8")) : []
// Every hostile string of the list in each place a person writes in.
const paper: MinutesPaper = {
  body: strings.slice(0, 40).join(" "),
  title: strings.slice(40, 80).join(" "),
  date: "2026-05-24",
  when: strings.slice(80, 120).join(" "),
  facts: { excused: strings.join(", ") },
  items: strings.map((text) => ({
    title: text,
    notes: text,
    decisions: [{ text }],
    tasks: [{ what: text, who: text }],
  })),
  signatures: [{ role: strings[200] ?? "", name: strings[201] ?? "" }],
}

describe("minutes made of every naughty string", () => {
  after(closeTypesetter)

  it("come out as PDF/A, with what was written and nothing run", { skip: missing(folder) }, async () => {
    const { text } = read(await minutesPdf(paper))
    assert.ok(text.replace(/\s+/g, "").includes("<script>alert(123)</script>"))
    assert.ok(text.length > 50_000)
  })

  it("come out as a Word document that opens", { skip: missing(folder) }, async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await minutesDocx(paper)) })
    assert.ok(value.includes("<script>alert(123)</script>"))
  })
})
