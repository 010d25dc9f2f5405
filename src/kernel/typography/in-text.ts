import type { Piece } from "../redline/words.ts"
import type { Block, Inline, RichText } from "../rich-text/schema.ts"
import { changes } from "../rich-text/three-ways.ts"
import { corrected } from "./french.ts"

/** A text as printers set it, and each paragraph that changed, sign by sign: what would be done is seen before it is. */
export const correctedText = (doc: RichText): { doc: RichText; changed: Piece[][] } => {
  const changed: Piece[][] = []
  const inBlock = (block: Block): Block => {
    if (block.type === "bulletList" || block.type === "orderedList")
      return { ...block, content: block.content.map((item) => ({ ...item, content: item.content.map(inBlock) })) }
    if (block.type === "blockquote") return { ...block, content: block.content.map(inBlock) }
    const before = [...(block.content ?? []).map(textOf).join("")]
    const after = [...corrected(before.join(""))]
    if (before.join("") === after.join("")) return block
    const edits = changes(before, after, (sign) => sign)
    changed.push(piecesOf(before, edits))
    return { ...block, content: edited(block.content ?? [], edits) }
  }
  return { doc: { ...doc, content: doc.content.map(inBlock) }, changed }
}

type Edits = ReturnType<typeof changes<string>>

const textOf = (inline: Inline): string => (inline.type === "text" ? inline.text : "\n")

const piecesOf = (before: string[], edits: Edits): Piece[] => {
  const pieces: Piece[] = []
  let at = 0
  const push = (is: Piece["is"], signs: string[]) => {
    if (signs.length) pieces.push({ is, text: signs.join("") })
  }
  for (const { from, to, put } of edits) {
    push("kept", before.slice(at, from))
    push("removed", before.slice(from, to))
    push("added", put)
    at = to
  }
  push("kept", before.slice(at))
  return pieces
}

// Each sign keeps the dress of the run it stood in; what is put takes that of what it replaces, or of the sign before.
const edited = (inlines: Inline[], edits: Edits): Inline[] => {
  const signs = inlines.flatMap((inline) => [...textOf(inline)].map((text) => ({ text, inline })))
  const done: { text: string; inline: Inline }[] = []
  let at = 0
  for (const { from, to, put } of edits) {
    done.push(...signs.slice(at, from))
    const inline = (from < to ? signs[from] : (signs[from - 1] ?? signs[from]))!.inline
    done.push(...put.map((text) => ({ text, inline })))
    at = to
  }
  done.push(...signs.slice(at))
  return runsOf(done)
}

const runsOf = (signs: { text: string; inline: Inline }[]): Inline[] => {
  const runs: Inline[] = []
  let last: Inline | undefined
  for (const { text, inline } of signs) {
    const run = runs.at(-1)
    if (inline.type === "hardBreak") runs.push(inline)
    else if (inline === last && run?.type === "text") run.text += text
    else runs.push({ ...inline, text })
    last = inline
  }
  return runs
}
