import { useEffect, useState, useSyncExternalStore } from "react"
import { useWords } from "./use-words.ts"

/** A short message that says what was done; `undo` offers to take it back. */
export type Toast = { words: string; undo?: () => void | Promise<void>; bad?: boolean }

/** Tells the person what happened, from anywhere. */
export const tell = (toast: Toast): void => {
  shown = [...shown.slice(-2), { ...toast, id: ++last }]
  for (const listener of listeners) listener()
}

/** The place where messages appear, read aloud by screen readers. */
export const Toasts = () => {
  const t = useWords()
  const toasts = useSyncExternalStore(subscribe, () => shown)
  return (
    <section className="toasts" aria-label={t("shell.toasts")} aria-live="polite">
      {toasts.map((toast) => (
        <One key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

const One = ({ toast }: { toast: Toast & { id: number } }) => {
  const t = useWords()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => drop(toast.id), toast.undo ? 12_000 : 6000)
    return () => clearTimeout(timer)
  }, [held, toast])
  const undo = async () => {
    drop(toast.id)
    try {
      await toast.undo?.()
      tell({ words: t("shell.toast.undone") })
    } catch (error) {
      tell({ words: error instanceof Error ? error.message : t("shell.error.unexpected"), bad: true })
    }
  }
  return (
    <div
      className={toast.bad ? "toast bad" : "toast"}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.words}</span>
      {toast.undo && (
        <button type="button" className="button quiet" onClick={undo}>
          {t("shell.toast.undo")}
        </button>
      )}
      <button type="button" className="x" aria-label={t("shell.close")} onClick={() => drop(toast.id)}>
        ✕
      </button>
    </div>
  )
}

let last = 0
let shown: readonly (Toast & { id: number })[] = []
const listeners = new Set<() => void>()
const drop = (id: number) => {
  shown = shown.filter((toast) => toast.id !== id)
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
