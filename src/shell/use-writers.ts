import { type RefObject, useEffect, useRef, useState } from "react"
import type { ReadName } from "./api.ts"
import { askRead } from "./request.ts"

const BEAT = 3000

/** Who else writes in this text at this moment; says at each beat whether something was typed here since the one before. */
export const useWriters = (
  of: { read: ReadName; input: Record<string, string> } | undefined,
  strokes: RefObject<number>,
): string[] => {
  const [writers, setWriters] = useState<string[]>([])
  const last = useRef(strokes.current)
  const key = JSON.stringify(of)
  useEffect(() => {
    if (!of) return
    let isOver = false
    const beat = async () => {
      if (document.visibilityState === "hidden") return
      const typed = strokes.current !== last.current
      last.current = strokes.current
      // Who cannot be told now is told at the next beat.
      const found = (await askRead(of.read, { ...of.input, typed }).catch(() => undefined)) as
        | { writers: { name: string }[] }
        | undefined
      if (!isOver && found) setWriters(found.writers.map(({ name }) => name))
    }
    void beat()
    const timer = setInterval(() => void beat(), BEAT)
    return () => {
      isOver = true
      clearInterval(timer)
    }
    // oxlint-disable-next-line react/exhaustive-deps -- what it is about, by its words
  }, [key])
  return writers
}
