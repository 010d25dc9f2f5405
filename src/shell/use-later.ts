import { useEffect, useState } from "react"

/** The value once it has rested: what a server is asked while somebody types. */
export const useLater = <Value>(value: Value, delay = 180): Value => {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), delay)
    return () => clearTimeout(timer)
  }, [value, delay])
  return rested
}
