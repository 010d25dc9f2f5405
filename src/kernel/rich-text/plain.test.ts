import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { anyText } from "./text-for-tests.ts"
import { toBlocks } from "./blocks.ts"
import { toHtml } from "./html.ts"
import { fromPlain, toPlain } from "./plain.ts"
import { type RichText, richText } from "./schema.ts"

const list: RichText = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Débat" }] },
    {
      type: "orderedList",
      attrs: { start: 3 },
      content: [
        {
          type: "listItem",
          content: [
            { type: "paragraph", content: [{ type: "text", text: "budget" }] },
            {
              type: "bulletList",
              content: [
                { type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "dépenses" }] }] },
              ],
            },
          ],
        },
      ],
    },
    {
      type: "paragraph",
      content: [
        { type: "text", text: "voir " },
        {
          type: "text",
          text: "la <note>",
          marks: [{ type: "bold" }, { type: "link", attrs: { href: "https://x.example/?a=1&b=2" } }],
        },
        { type: "hardBreak" },
        { type: "text", text: "fin" },
      ],
    },
  ],
}

describe("fromPlain", () => {
  it("parts paragraphs at empty lines and keeps line ends", () => {
    assert.deepEqual(fromPlain("un\r\ndeux\n\n\ntrois"), {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [{ type: "text", text: "un" }, { type: "hardBreak" }, { type: "text", text: "deux" }],
        },
        { type: "paragraph", content: [{ type: "text", text: "trois" }] },
      ],
    })
  })

  it("makes of anything a text that is accepted", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (any) => richText.safeParse(fromPlain(any)).success))
  })

  it("comes back from toPlain unchanged", () => {
    const words = fc
      .array(fc.stringMatching(/^[a-zé]{1,8}( [a-z]{1,4})?$/), { minLength: 1 })
      .map((some) => some.join("\n\n"))
    fc.assert(fc.property(words, (any) => assert.equal(toPlain(fromPlain(any)), any)))
  })
})

describe("toPlain", () => {
  it("marks list items, and gives the address of a link", () => {
    assert.equal(toPlain(list), "Débat\n\n3. budget\n   – dépenses\n\nvoir la <note> (https://x.example/?a=1&b=2)\nfin")
  })
})

describe("toHtml", () => {
  it("escapes what was written", () => {
    assert.equal(
      toHtml(list),
      '<h2>Débat</h2>\n<ol start="3"><li><p>budget</p><ul><li><p>dépenses</p></li></ul></li></ol>\n' +
        '<p>voir <strong><a href="https://x.example/?a=1&#38;b=2" rel="noopener noreferrer nofollow">la &#60;note&#62;</a></strong><br>fin</p>',
    )
  })

  it("never writes a tag of its own or an unsafe link, even from a text that passed no schema", () => {
    fc.assert(
      fc.property(anyText, (any) => {
        const tags = toHtml(any).match(/<[^>]*>/g) ?? []
        for (const tag of tags)
          assert.match(
            tag,
            /^<\/?(p|h[23]|ul|ol|ol start="\d+"|li|blockquote|strong|em|u|a|br|a href="https?:[^"<>]*" rel="[a-z ]+")>$/,
          )
      }),
    )
    const evil = structuredClone(list)
    evil.content = [
      {
        type: "paragraph",
        content: [{ type: "text", text: "x", marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }] }],
      },
    ]
    assert.equal(toHtml(evil), "<p>x</p>")
    assert.deepEqual(toBlocks(evil), [{ kind: "paragraph", runs: [{ text: "x" }] }])
  })
})

describe("toBlocks", () => {
  it("says of each run what it is, and leaves empty paragraphs out", () => {
    assert.deepEqual(toBlocks({ type: "doc", content: [...list.content.slice(2), { type: "paragraph" }] }), [
      {
        kind: "paragraph",
        runs: [
          { text: "voir " },
          { text: "la <note>", bold: true, link: "https://x.example/?a=1&b=2" },
          { text: "\n" },
          { text: "fin" },
        ],
      },
    ])
  })
})
