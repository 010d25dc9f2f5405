import { useMatch } from "@tanstack/react-router"
import { useEffect, useRef } from "react"

/** The address of the page one is in, while the address bar may already say the next one. */
export const usePlace = (): string => useMatch({ strict: false, select: ({ pathname }) => pathname })

/**
 * For the title of a page: who comes to it by a link begins there, and a screen reader says it. The first page of a visit is
 * left to the browser, and a field that asks for the focus keeps it.
 */
export const useArrival = () => {
  const title = useRef<HTMLHeadingElement>(null)
  const place = usePlace()
  useEffect(() => {
    const from = at
    at = place
    if (from !== undefined && from !== place && !isTyping()) title.current?.focus({ preventScroll: true })
  }, [place])
  return title
}

/** Somebody is in a field of this page already. */
export const isTyping = (): boolean =>
  document.activeElement?.matches("main :is(input, textarea, select, [contenteditable])") ?? false

let at: string | undefined
