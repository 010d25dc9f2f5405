import { type RefObject, useEffect, useRef } from "react"

/** Takes the words that are selected over a page, once the hand lets go: by mouse, finger or keyboard. */
export const useChosenWords = (text: RefObject<HTMLElement | null>, take: (from: number, to: number) => void): void => {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const selection = document.getSelection()
      const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined
      // A selection that moves to a field stays the one that was made: the field is where one writes of it.
      if (!text.current || !range || range.collapsed || !text.current.contains(range.startContainer)) return
      const words = [...text.current.querySelectorAll<HTMLElement>("[data-word]")].filter((one) =>
        range.intersectsNode(one),
      )
      const [first, last] = [words[0], words.at(-1)]
      if (first && last) latest.current(Number(first.dataset["word"]), Number(last.dataset["word"]))
    }
    const later = () => {
      clearTimeout(waiting)
      waiting = setTimeout(look, 250)
    }
    document.addEventListener("selectionchange", later)
    return () => {
      clearTimeout(waiting)
      document.removeEventListener("selectionchange", later)
    }
  }, [text])
}
