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
