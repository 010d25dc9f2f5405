import { useEffect, useRef } from "react"

const OPEN = "permanence:palette"
export const openPalette = (): void => void window.dispatchEvent(new Event(OPEN))

/** Ctrl-K: finds people, meetings, decisions, and acts. */
export const Palette = () => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const open = () => dialog.current?.showModal()
    window.addEventListener(OPEN, open)
    return () => window.removeEventListener(OPEN, open)
  }, [])
  return <dialog ref={dialog} className="dialog palette" />
}
