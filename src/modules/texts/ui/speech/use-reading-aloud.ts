import { type RefObject, useCallback, useEffect, useRef, useState } from "react"

export type Said = {
  runs: boolean
  /** Whole seconds on the clock, pauses left out. */
  seconds: number
  /** Words still to be said, and the paragraph one is at. */
  left: number
  paragraph: number
}

/**
 * A clock, and a place in the text that moves with it. The place is counted in words, so that it holds whatever the size of the
 * letters; a finger that scrolls moves it.
 */
export const useReadingAloud = (
  scroller: RefObject<HTMLElement | null>,
  { paragraphs, pace, moves }: { paragraphs: readonly { words: number }[]; pace: number; moves: boolean },
) => {
  const at = useRef({ words: 0, ms: 0, runs: false, set: 0 })
  const total = paragraphs.reduce((sum, { words }) => sum + words, 0)
  const [said, setSaid] = useState<Said>({ runs: false, seconds: 0, left: total, paragraph: 0 })
  const tell = useCallback(() => {
    const { words, ms, runs } = at.current
    const next = {
      runs,
      seconds: Math.round(ms / 1000),
      left: Math.max(0, total - words),
      paragraph: placeOf(words, paragraphs).index,
    }
    setSaid((before) =>
      before.runs === next.runs &&
      before.seconds === next.seconds &&
      before.paragraph === next.paragraph &&
      Math.abs(before.left - next.left) < 1
        ? before
        : next,
    )
  }, [paragraphs, total])
  const show = useCallback(() => {
    const box = scroller.current
    if (!box) return
    const { index, part } = placeOf(at.current.words, paragraphs)
    const section = box.children[index] as HTMLElement | undefined
    if (!section) return
    // Whoever asked for less movement gets a paragraph at a time.
    const within = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : part * section.offsetHeight
    box.scrollTo(0, section.offsetTop + within - lineOf(box))
    at.current.set = box.scrollTop
  }, [paragraphs, scroller])

  useEffect(() => {
    let frame = 0
    let before: number | undefined
    const tick = (now: number) => {
      const here = at.current
      if (here.runs && before !== undefined) {
        // A page that was out of sight gets one long frame: the clock went on, and so does the text.
        here.ms += now - before
        if (moves) {
          here.words = Math.min(total, here.words + ((now - before) * pace) / 60_000)
          show()
        }
        tell()
      }
      before = now
      frame = requestAnimationFrame(tick)
    }
    frame = requestAnimationFrame(tick)
    return () => cancelAnimationFrame(frame)
  }, [moves, pace, show, tell, total])

  const run = (runs: boolean) => {
    at.current.runs = runs
    tell()
  }
  return {
    said,
    toggle: () => run(!at.current.runs),
    pause: () => run(false),
    restart: () => {
      Object.assign(at.current, { words: 0, ms: 0, runs: false })
      show()
      tell()
    },
    step: (by: number) => {
      const { index } = placeOf(at.current.words, paragraphs)
      const to = Math.min(paragraphs.length - 1, Math.max(0, index + by))
      at.current.words = paragraphs.slice(0, to).reduce((sum, { words }) => sum + words, 0)
      show()
      tell()
    },
    onScroll: () => {
      const box = scroller.current
      if (!box || Math.abs(box.scrollTop - at.current.set) < 4) return
      at.current.set = box.scrollTop
      at.current.words = wordsAt(box, paragraphs)
      tell()
    },
  }
}

/** Where the words stand that are being said: where the first ones stood, so that what comes is in sight. */
const lineOf = (box: HTMLElement): number => (box.children[0] as HTMLElement).offsetTop

const placeOf = (said: number, paragraphs: readonly { words: number }[]): { index: number; part: number } => {
  let before = 0
  for (const [index, { words }] of paragraphs.entries()) {
    if (said < before + words) return { index, part: (said - before) / words }
    before += words
  }
  return { index: Math.max(0, paragraphs.length - 1), part: 1 }
}

const wordsAt = (box: HTMLElement, paragraphs: readonly { words: number }[]): number => {
  const line = box.scrollTop + lineOf(box)
  let words = 0
  for (const [index, paragraph] of paragraphs.entries()) {
    const section = box.children[index] as HTMLElement
    const part = (line - section.offsetTop) / Math.max(1, section.offsetHeight)
    if (part < 1) return words + Math.max(0, part) * paragraph.words
    words += paragraph.words
  }
  return words
}

/** "2:05", as clocks count down. */
export const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`
