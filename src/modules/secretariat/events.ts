import { event } from "../../kernel/event.ts"

export const bodyCreated = event<{ bodyId: string; parentId: string }>()("bodies.created")
export const bodyChanged = event<{ bodyId: string }>()("bodies.changed")
/** It stands under another from now on. */
export const bodyMoved = event<{ bodyId: string; underId: string; beforeId: string | null }>()("bodies.moved")
/** One is no more, and goes on in the other; `people` and `mandates`: how many were carried over. */
export const bodiesMerged = event<{ bodyId: string; intoId: string; people: number; mandates: number }>()(
  "bodies.merged",
)
/** One becomes several, and closes or goes on. */
export const bodySplit = event<{ bodyId: string; bodyIds: string[]; people: number; closes: boolean }>()("bodies.split")
export const ruleOverridden = event<{ ruleId: string; bodyId: string; key: string; validFrom: string }>()(
  "rules.overridden",
)
export const functionAdded = event<{ functionId: string; bodyId: string }>()("functions.added")
export const keyDateAdded = event<{ keyDateId: string; bodyId: string; kind: string; day: string }>()("dates.added")
export const keyDateRemoved = event<{ keyDateId: string; bodyId: string }>()("dates.removed")
/** `mandates`: how many ended with it. */
export const functionEnded = event<{ functionId: string; bodyId: string; mandates: number }>()("functions.ended")
/** `gained` and `lost`: capabilities. A change of power is read in the journal. */
export const functionChanged = event<{ functionId: string; bodyId: string; gained: string[]; lost: string[] }>()(
  "functions.changed",
)
