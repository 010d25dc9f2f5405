import { useEffect, useMemo, useState } from "react"

/** Milliseconds by the clock of the server, each second anew: `now` is what it said with its last answer. */
export const useServerClock = (now: string, isRunning: boolean): number => {
  // oxlint-disable-next-line react/purity -- how far this device's clock is off, at the moment the answer came
  const ahead = useMemo(() => Date.parse(now) - Date.now(), [now])
  const [at, setAt] = useState(() => Date.now())
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setAt(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isRunning])
  return Math.max(at + ahead, Date.parse(now))
}

/** "2:05" */
export const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`
}
