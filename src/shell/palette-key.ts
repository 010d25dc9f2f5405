/** Asks for the palette, from anywhere; a `detail` is what was written for it already. */
export const OPEN = "permanence:palette"

// Listened to from the first line of the page's script: the palette itself comes with the frame, once words and session are
// there, and whoever presses Ctrl-K in that second has already begun to write.
let early: { at: number; typed: string } | undefined
let isThere = false

window.addEventListener("keydown", (event) => {
  const { ctrlKey, metaKey, shiftKey, altKey, key } = event
  if ((ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === "k") {
    event.preventDefault()
    if (isThere) window.dispatchEvent(new Event(OPEN))
    else early = { at: Date.now(), typed: "" }
  } else if (early && !isThere && !ctrlKey && !metaKey && !altKey) {
    if (key.length === 1) early.typed += key
    else if (key === "Escape") early = undefined
  }
})

/** The palette is drawn and listens, or is gone. Whoever asked before it was there gets it now. */
export const paletteIsThere = (there: boolean): void => {
  isThere = there
  if (!there || !early) return
  const { at, typed } = early
  early = undefined
  if (Date.now() - at < PATIENCE) window.dispatchEvent(new CustomEvent(OPEN, { detail: typed }))
}

// Longer than a slow first load; shorter than signing in takes, after which nobody remembers having asked.
const PATIENCE = 8000
