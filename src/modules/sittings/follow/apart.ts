import type { Stance, Voted } from "../kinds.ts"

/** Whether ours voted otherwise than was decided. Where the vote is free, or nobody decided, nobody does. */
export const isApart = ({ stance, voted }: { stance: Stance | null; voted: Voted | null }): boolean =>
  voted !== null && stance !== null && stance !== "free" && voted !== stance
