import { type TouchEvent, useEffect, useRef } from "react"

/** Turns pages with the arrow keys, and with a finger drawn across the page. */
export const useTurning = (page: number, turn: (to: number) => void) => {
  const latest = useRef(turn)
  useEffect(() => {
    latest.current = turn
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
      const isTyping =
        event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable], dialog")
      if (!step || isTyping || event.defaultPrevented) return
      // Shift and an arrow lengthen what is selected; with the others, the browser has its own use for them.
      if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      latest.current(page + step)
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [page])
  const from = useRef<{ x: number; y: number }>(undefined)
  return {
    onTouchStart: (event: TouchEvent) => {
      const [finger, other] = [event.touches[0], event.touches[1]]
      from.current = finger && !other ? { x: finger.clientX, y: finger.clientY } : undefined
    },
    onTouchEnd: (event: TouchEvent) => {
      const finger = event.changedTouches[0]
      const began = from.current
      from.current = undefined
      // A finger that selects words is not turning the page, nor is one that moves about a page drawn large.
      if (!began || !finger || !document.getSelection()?.isCollapsed || (visualViewport?.scale ?? 1) > 1.05) return
      const [across, down] = [finger.clientX - began.x, finger.clientY - began.y]
      if (Math.abs(across) > 60 && Math.abs(down) < 40) latest.current(page - Math.sign(across))
    },
  }
}
