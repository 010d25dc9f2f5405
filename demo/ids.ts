import { createHash } from "node:crypto"

/** The same identifiers at each loading: UUIDs of version 7, which follow the time of the story and each other. */
export const idsOf = (seed: string) => {
  let drawn = 0
  let millisecond = 0
  let here = 0
  return {
    /** The story has come to this moment. */
    at: (moment: Temporal.Instant) => {
      if (millisecond === moment.epochMilliseconds) return
      millisecond = moment.epochMilliseconds
      here = 0
    },
    next: (): string => {
      const time = (millisecond + (here >> 12)).toString(16).padStart(12, "0")
      // Increasing within the moment, as real ones are: what has one hour is told in the order it happened.
      const nth = (here++ & 0xfff).toString(16).padStart(3, "0")
      const hash = createHash("sha256").update(`${seed} ${drawn++}`).digest("hex")
      const variant = "89ab"[Number.parseInt(hash[0]!, 16) % 4]
      return `${time.slice(0, 8)}-${time.slice(8)}-7${nth}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`
    },
  }
}
