import { createHash } from "node:crypto"

/** The same identifiers at each loading: UUIDs of version 7, which follow the time of the story and a number. */
export const idsOf = (seed: string) => {
  let drawn = 0
  let millisecond = 0
  return {
    /** The story has come to this moment. */
    at: (moment: Temporal.Instant) => {
      millisecond = moment.epochMilliseconds
    },
    next: (): string => {
      const time = millisecond.toString(16).padStart(12, "0")
      const hash = createHash("sha256").update(`${seed} ${drawn++}`).digest("hex")
      const variant = "89ab"[Number.parseInt(hash[0]!, 16) % 4]
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(1, 4)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`
    },
  }
}
