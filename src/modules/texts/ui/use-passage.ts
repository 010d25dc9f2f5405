import { type RefObject, useEffect, useState } from "react"

export type Chosen = { passage: string; near: number }

/** What is selected in one paragraph of a text, by mouse, finger or keyboard; a selection across paragraphs keeps the first. */
export const usePassage = (text: RefObject<HTMLElement | null>): Chosen | undefined => {
  const [chosen, setChosen] = useState<Chosen>()
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection()
      const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined
      // A selection that moves to a field stays the one that was made: the field is where one answers for it.
      if (!text.current || !range || range.collapsed || !text.current.contains(range.startContainer)) return
      const paragraphs = [...text.current.querySelectorAll("p, h3, h4")]
      const near = paragraphs.findIndex((one) => one.contains(range.startContainer))
      const paragraph = paragraphs[near]
      if (!paragraph) return
      const within = range.cloneRange()
      if (!paragraph.contains(range.endContainer)) within.setEndAfter(paragraph.lastChild ?? paragraph)
      const passage = within.toString().trim()
      if (passage) setChosen({ passage, near })
    }
    document.addEventListener("selectionchange", look)
    return () => document.removeEventListener("selectionchange", look)
  }, [text])
  return chosen
}

/** Draws a line under the passages that something is said of. Browsers that cannot lose nothing: each remark holds its words. */
export const usePassagesShown = (text: RefObject<HTMLElement | null>, passages: readonly string[]): void => {
  const key = passages.join("\n")
  useEffect(() => {
    if (!text.current || !("highlights" in CSS)) return undefined
    const ranges = key ? key.split("\n").flatMap((passage) => rangesOf(text.current!, passage)) : []
    CSS.highlights.set("remarked", new Highlight(...ranges))
    return () => void CSS.highlights.delete("remarked")
  }, [text, key])
}

const rangesOf = (text: HTMLElement, passage: string): Range[] =>
  [...text.querySelectorAll("p, h3, h4")].flatMap((paragraph) => {
    const start = (paragraph.textContent ?? "").indexOf(passage)
    if (start < 0) return []
    const range = document.createRange()
    let at = 0
    const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode() as Text | null; node; node = walk.nextNode() as Text | null) {
      const end = at + node.length
      if (at <= start && start < end) range.setStart(node, start - at)
      if (at < start + passage.length && start + passage.length <= end) range.setEnd(node, start + passage.length - at)
      at = end
    }
    return [range]
  })
