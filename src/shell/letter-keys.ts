import { useSyncExternalStore } from "react"
import { keep, kept } from "./store.ts"

const KEPT = "permanence.letters-off"
const listeners = new Set<() => void>()

/** Whether single letters act on this device (/ j k x in lists, t m s in the calendar): who speaks to their machine turns them off. */
export const letterKeysAct = (): boolean => kept(KEPT) === null

export const setLetterKeys = (act: boolean): void => {
  keep(KEPT, act ? null : "1")
  for (const listener of listeners) listener()
}

export const useLetterKeys = (): boolean => useSyncExternalStore(listen, letterKeysAct)

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
