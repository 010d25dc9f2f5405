import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { anyText } from "./text-for-tests.ts"
import { merge } from "./merge.ts"
import { fromPlain, toPlain } from "./plain.ts"
import { type Block, type RichText, richText } from "./schema.ts"

const merged = (base: string, mine: string, theirs: string) => {
  const { doc, conflicts, places } = merge(fromPlain(base), fromPlain(mine), fromPlain(theirs))
  return [toPlain(doc), conflicts, places]
}

describe("merge", () => {
  it("takes both edits of different paragraphs", () => {
    assert.deepEqual(merged("un\n\ndeux\n\ntrois", "un bis\n\ndeux\n\ntrois", "un\n\ndeux\n\ntrois ter"), [
      "un bis\n\ndeux\n\ntrois ter",
      0,
      [],
    ])
  })

  it("takes both edits of neighbouring paragraphs", () => {
    assert.deepEqual(merged("un\n\ndeux", "un bis\n\ndeux", "un\n\ndeux ter"), ["un bis\n\ndeux ter", 0, []])
  })

  it("takes both edits of one sentence", () => {
    assert.deepEqual(
      merged(
        "Le budget est adopté par la locale.",
        "Le budget 2026 est adopté par la locale.",
        "Le budget est adopté par l’assemblée.",
      ),
      ["Le budget 2026 est adopté par l’assemblée.", 0, []],
    )
  })

  it("keeps side by side what both made of the same words, and says where", () => {
    assert.deepEqual(
      merged("Ordre.\n\nRéunion le 12 mai.", "Ordre.\n\nRéunion le 13 mai.", "Ordre.\n\nRéunion le 14 mai."),
      ["Ordre.\n\nRéunion le 13 / 14 mai.", 1, [1]],
    )
  })

  it("keeps what one added at the end and what the other added there too", () => {
    assert.deepEqual(merged("Début.", "Début. Paul parle.", "Début. Aïcha répond."), [
      "Début. Paul parle. Aïcha répond.",
      0,
      [],
    ])
  })

  it("keeps a paragraph that one took away while the other rewrote it, and says so", () => {
    assert.deepEqual(merged("a\n\nle point deux\n\nc", "a\n\nc", "a\n\nle point deux changé\n\nc"), [
      "a\n\nle point deux changé\n\nc",
      1,
      [1],
    ])
  })

  it("takes away what one took away and the other left alone", () => {
    assert.deepEqual(merged("a\n\nb\n\nc", "a\n\nc", "a\n\nb\n\nc d"), ["a\n\nc d", 0, []])
  })

  it("writes once what both wrote alike", () => {
    assert.deepEqual(merged("a", "a\n\nb", "a\n\nb"), ["a\n\nb", 0, []])
  })

  it("does not take a typographic apostrophe for a change", () => {
    assert.deepEqual(merged("l'avis du conseil", "l’avis du conseil municipal", "l'avis du grand conseil"), [
      "l'avis du grand conseil municipal",
      0,
      [],
    ])
  })

  it("keeps bold words that one set and new words of the other", () => {
    const base = fromPlain("un deux trois")
    const bold: RichText = {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "un", marks: [{ type: "bold" }] },
            { type: "text", text: " deux trois" },
          ],
        },
      ],
    }
    const { doc, conflicts } = merge(base, bold, fromPlain("un deux quatre"))
    assert.equal(conflicts, 0)
    assert.deepEqual(doc.content[0], {
      type: "paragraph",
      content: [
        { type: "text", text: "un", marks: [{ type: "bold" }] },
        { type: "text", text: " deux quatre" },
      ],
    })
  })

  it("takes both items added to one list", () => {
    const items = (...names: string[]): RichText => ({
      type: "doc",
      content: [
        {
          type: "bulletList",
          content: names.map((name) => ({
            type: "listItem",
            content: [{ type: "paragraph", content: [{ type: "text", text: name }] }],
          })),
        },
      ],
    })
    const { doc, conflicts } = merge(items("a", "b"), items("z", "a", "b"), items("a", "b", "c"))
    assert.deepEqual([doc, conflicts], [items("z", "a", "b", "c"), 0])
  })

  it("gives back the only edit unchanged", () => {
    fc.assert(
      fc.property(anyText, anyText, (base, edited) => {
        assert.deepEqual(merge(base, edited, base), { doc: edited, conflicts: 0, places: [] })
        assert.deepEqual(merge(base, base, edited), { doc: edited, conflicts: 0, places: [] })
      }),
    )
  })

  it("gives a text that the schema accepts, whatever the three", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (base, mine, theirs) => {
        richText.parse(merge(base, mine, theirs).doc)
      }),
    )
  })

  it("loses no word that anyone wrote or that both left standing", () => {
    fc.assert(
      fc.property(paragraphs, edits("m"), edits("t"), (base, byMine, byTheirs) => {
        const mine = edited(base, byMine)
        const theirs = edited(base, byTheirs)
        const found = wordsIn(merge(docOf(base), docOf(mine), docOf(theirs)).doc)
        const before = base.flat()
        const kept = before.filter((word) => mine.flat().includes(word) && theirs.flat().includes(word))
        const written = [...mine.flat(), ...theirs.flat()].filter((word) => !before.includes(word))
        for (const word of [...kept, ...written]) assert.ok(found.has(word), `${word} is lost`)
      }),
      { numRuns: 300 },
    )
  })

  it("keeps both of two texts of ten pages that share nothing", () => {
    const page = (letter: string) => Array.from({ length: 5000 }, (_, index) => letter + index).join(" ")
    const { doc } = merge(fromPlain(page("a")), fromPlain(page("b")), fromPlain(page("c")))
    assert.ok(toPlain(doc).includes("b4999") && toPlain(doc).includes("c4999"))
  })
})

// Every word is another one, so that a lost word is seen.
const paragraphs = fc
  .array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 })
  .map((sizes) => sizes.map((size, p) => Array.from({ length: size }, (_, w) => `b${p}x${w}`)))

type Edit = { paragraph: number; word: number; act: "insert" | "replace" | "delete" | "cut" | "add"; name: string }
const edits = (who: string) =>
  fc
    .array(
      fc.record({
        paragraph: fc.nat(5),
        word: fc.nat(6),
        act: fc.constantFrom("insert", "replace", "delete", "cut", "add"),
      }),
      { maxLength: 6 },
    )
    .map((all) => all.map((edit, index) => ({ ...edit, name: who + index }) as Edit))

function edited(base: string[][], all: Edit[]) {
  const result = base.map((words) => [...words])
  for (const { paragraph, word, act, name } of all) {
    const at = paragraph % (result.length || 1)
    const words = result[at]
    if (act === "add" || !words) result.splice(at, 0, [name])
    else if (act === "cut") result.splice(at, 1)
    else if (act === "insert") words.splice(word, 0, name)
    else if (act === "replace") words.splice(word, 1, name)
    else words.splice(word, 1)
  }
  return result
}

const docOf = (all: string[][]): RichText => {
  const content = all.map((words): Block => ({
    type: "paragraph",
    ...(words.length ? { content: [{ type: "text", text: words.join(" ") }] } : {}),
  }))
  return { type: "doc", content: content.length ? content : [{ type: "paragraph" }] }
}
const wordsIn = (doc: RichText) => new Set(toPlain(doc).match(/[a-z0-9]+/g))
