import fc from "fast-check"
import type { Block, Inline, Mark, RichText } from "./schema.ts"

/** Arbitrary texts for property tests: every node, every mark, words of any script. */
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom<Mark>({ type: "bold" }, { type: "italic" }, { type: "underline" }),
  fc.webUrl().map((href): Mark => ({ type: "link", attrs: { href: href.replace(/['"\\`<>]/g, "") } })),
)

const written = fc.string({ minLength: 1, unit: "grapheme" }).map((text) => text.replaceAll("\u0000", "0"))

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant("text" as const), text: written }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("text" as const),
      text: written,
      marks: fc.uniqueArray(mark, { maxLength: 3, minLength: 1, selector: (one) => one.type }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: "hardBreak" }) },
)
const inlines = fc.array(inline, { maxLength: 4 })
const paragraph = fc.record({ type: fc.constant("paragraph" as const), content: inlines })

const { block } = fc.letrec<{ block: Block }>((tie) => {
  const items = fc.array(
    fc.tuple(paragraph, fc.array(tie("block"), { maxLength: 1 })).map(([first, rest]) => ({
      type: "listItem" as const,
      content: [first, ...rest],
    })),
    { minLength: 1, maxLength: 3 },
  )
  return {
    block: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      paragraph,
      fc.record({
        type: fc.constant("heading" as const),
        attrs: fc.record({ level: fc.constantFrom(2 as const, 3 as const) }),
        content: inlines,
      }),
      fc.record({ type: fc.constant("bulletList" as const), content: items }),
      fc.record({
        type: fc.constant("orderedList" as const),
        attrs: fc.record({ start: fc.nat(50) }),
        content: items,
      }),
      fc.record({
        type: fc.constant("blockquote" as const),
        content: fc.array(tie("block"), { minLength: 1, maxLength: 2 }),
      }),
    ),
  }
})

export const anyText: fc.Arbitrary<RichText> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((content) => JSON.parse(JSON.stringify({ type: "doc", content })))
