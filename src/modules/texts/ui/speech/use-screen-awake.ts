import { useEffect, useState } from "react"

/** Keeps the screen lit while the page is in sight, where the device lets a page ask for it; says whether it does. */
export const useScreenAwake = (): boolean => {
  const [isAwake, setAwake] = useState(false)
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let isGone = false
    // A lock is lost each time the page goes out of sight.
    const ask = async () => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return
      try {
        const given = await navigator.wakeLock.request("screen")
        if (isGone) return void given.release()
        lock = given
        setAwake(true)
      } catch {
        // Refused when the battery is low: the page says that the screen may go dark.
        setAwake(false)
      }
    }
    void ask()
    document.addEventListener("visibilitychange", ask)
    return () => {
      isGone = true
      document.removeEventListener("visibilitychange", ask)
      void lock?.release()
    }
  }, [])
  return isAwake
}
