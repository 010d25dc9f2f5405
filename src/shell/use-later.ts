import { useEffect, useRef, useState } from "react"

/** The value once it has rested: what a server is asked while somebody types. `most`: or after that long without rest. */
export const useLater = <Value>(value: Value, delay = 180, most = Infinity): Value => {
  const [rested, setRested] = useState(value)
  const since = useRef<number | undefined>(undefined)
  useEffect(() => {
    since.current ??= Date.now()
    const wait = Math.max(0, Math.min(delay, since.current + most - Date.now()))
    const timer = setTimeout(() => {
      since.current = undefined
      setRested(value)
    }, wait)
    return () => clearTimeout(timer)
  }, [value, delay, most])
  return rested
}
