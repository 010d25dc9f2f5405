import assert from "node:assert/strict"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, describe, it } from "node:test"
import { pathToFileURL } from "node:url"
import { minutesData } from "./minutes-paper.ts"
import { hostile, paper } from "./paper-for-tests.ts"
import { read } from "./pdf-for-tests.ts"
import { closeTypesetter, createTypesetter, typeset, TypesetFailed } from "./typeset.ts"

const minutes = (changed = {}) =>
  typeset({ template: "minutes", data: minutesData({ ...paper, ...changed }), standard: "a-2a" })

describe("typeset", () => {
  after(closeTypesetter)

  it("embeds our fonts, and no other", async () => {
    const { fonts } = read(await minutes())
    assert.ok(fonts.includes("Inter-Regular"))
    assert.ok(fonts.includes("SourceSerif4-Regular"))
    for (const font of fonts) assert.match(font, /^(Inter|SourceSerif4)-(Regular|Italic|SemiBold|SemiBoldItalic)$/)
  })

  it("makes a tagged PDF/A-2a in French", async () => {
    const { tagged, metadata, language } = read(await minutes())
    assert.ok(tagged)
    assert.match(language, /^fr/)
    assert.match(metadata, /<pdfaid:part>2<\/pdfaid:part>/)
    assert.match(metadata, /<pdfaid:conformance>A<\/pdfaid:conformance>/)
    assert.match(metadata, /2026-05-24/)
  })

  it("has a bookmark for the record, each item, and the annex", async () => {
    const { bookmarks } = read(await minutes())
    for (const title of [paper.title, ...paper.items.map((item) => item.title), "Liste des présences"])
      assert.ok(bookmarks.includes(title), `${title} is not in ${bookmarks}`)
  })

  it("makes a PDF/UA-1, though the notes skip a level of heading", async () => {
    const { metadata } = read(await typeset({ template: "minutes", data: minutesData(paper), standard: "ua-1" }))
    assert.match(metadata, /<pdfuaid:part>1<\/pdfuaid:part>/)
  })

  it("prints what a person wrote as it is written, and never runs it", async () => {
    const all = {
      title: hostile,
      body: hostile,
      when: hostile,
      status: hostile,
      items: [
        {
          title: hostile,
          notes: hostile,
          decisions: [{ text: hostile, result: hostile }],
          tasks: [{ what: hostile, who: hostile }],
        },
      ],
    }
    const { text } = read(await minutes(all))
    const flat = text.replace(/\s+/g, "")
    assert.ok(flat.split(hostile.replace(/\s+/g, "")).length > 7)
    assert.doesNotMatch(text, /root:/)
  })

  it("keeps the address of a link", async () => {
    assert.deepEqual(read(await minutes()).links, ["https://valmont.example/note"])
  })

  it("prints a text in signs that no font has, with a mark in their place", async () => {
    const { text } = read(await minutes({ title: "a\tb\u0001 田中 \ufeff\u0e01 0\ufe0f\u20e3 🎉 \ud800 fin" }))
    assert.match(text, /a b \ufffd\ufffd \ufffd 0 \ufffd \ufffd fin/)
  })

  it("keeps every Latin letter and the usual signs, though some bear accents that no font has", async () => {
    const range = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => String.fromCodePoint(from + at))
    const signs = [...range(0xa1, 0x250), ...range(0x2010, 0x2028), ...range(0x2030, 0x203f), "€", "\u202f"].join(" ")
    assert.doesNotMatch(read(await minutes({ closing: signs })).text, /\ufffd/)
    const { text } = read(await minutes({ status: "é\u{1da00} 田" }))
    assert.match(text, /é \ufffd/)
    assert.match(text, /procès-verbal/)
  })

  it("prints the longest words within the page", async () => {
    const long = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren".repeat(4)
    const { text } = read(await minutes({ title: long, body: long, facts: { presides: long } }))
    assert.equal(text.replace(/[\s\u200b-]+/g, "").split(long).length > 3, true)
  })

  it("makes thirty documents asked for at once, each its own", async () => {
    const all = await Promise.all(Array.from({ length: 30 }, (_, index) => minutes({ title: `Séance ${index}.` })))
    all.forEach((pdf, index) => assert.match(read(pdf).text, new RegExp(`Séance ${index}\\.`)))
  })
})

describe("the typesetter", () => {
  it("refuses a template at fault with its reason, and goes on", async () => {
    await within({ "wrong.typ": "#nothing", "right.typ": "Bien" }, async (address) => {
      const typesetter = createTypesetter()
      await assert.rejects(typesetter.typeset({ template: address("wrong.typ"), data: {} }), {
        name: "TypesetFailed",
        message: /unknown variable: nothing/,
      })
      assert.match(read(await typesetter.typeset({ template: address("right.typ"), data: {} })).text, /Bien/)
      await typesetter.close()
    })
  })

  it("opens no file outside the folder of the template", async () => {
    await within(
      { "thief.typ": '#read("../../../../etc/passwd")', "other.typ": '#read("/etc/passwd")' },
      async (address) => {
        const typesetter = createTypesetter()
        for (const name of ["thief.typ", "other.typ"])
          await assert.rejects(typesetter.typeset({ template: address(name), data: {} }), TypesetFailed)
        await typesetter.close()
      },
    )
  })

  it("gives up a document that takes too long, and makes the next one", async () => {
    await within(
      { "slow.typ": "#for a in range(9000) { for b in range(3000) { let _ = a * b } }", "right.typ": "Bien" },
      async (address) => {
        const typesetter = createTypesetter({ timeLimit: 3000 })
        const slow = typesetter.typeset({ template: address("slow.typ"), data: {} })
        const next = typesetter.typeset({ template: address("right.typ"), data: {} })
        await assert.rejects(slow, /more than 3 seconds/)
        assert.match(read(await next).text, /Bien/)
        await typesetter.close()
      },
    )
  })

  it("rejects what waits when it is closed, and starts again for what comes after", async () => {
    await within({ "right.typ": "Bien" }, async (address) => {
      const typesetter = createTypesetter()
      const waiting = typesetter.typeset({ template: address("right.typ"), data: {} })
      const [answer] = await Promise.allSettled([waiting, typesetter.close()])
      assert.equal(answer.status, "rejected")
      assert.match(read(await typesetter.typeset({ template: address("right.typ"), data: {} })).text, /Bien/)
      await typesetter.close()
    })
  })
})

async function within(files: Record<string, string>, act: (address: (name: string) => URL) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), "typeset-"))
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    await act((name) => pathToFileURL(join(folder, name)))
  } finally {
    await rm(folder, { recursive: true })
  }
}
