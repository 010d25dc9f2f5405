import { useSyncExternalStore } from "react"

/** Whether the server can be reached: "offline" is the network, "away" is the database behind the server. */
export type Reach = "ok" | "offline" | "away"

let reach: Reach = "ok"
const listeners = new Set<() => void>()

export const setReach = (next: Reach): void => {
  if (next === reach) return
  reach = next
  for (const listener of listeners) listener()
}

export const useReach = (): Reach =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => reach,
  )

/** Says when the link comes back, so that pages ask again. Returns a way to stop listening. */
export const onReach = (act: (now: Reach) => void): (() => void) => {
  const listener = () => act(reach)
  listeners.add(listener)
  return () => listeners.delete(listener)
}
