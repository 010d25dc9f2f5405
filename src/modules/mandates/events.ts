import { event } from "../../kernel/event.ts"

type Facts = { mandateId: string; personId: string; functionId: string; bodyId: string }

/** `warnings` are the codes of what the rulebook has against it: it was done knowingly. `decisionId`: the decision it came of. */
export const mandateRecorded = event<
  Facts & { since: string; until: string | null; warnings: string[]; decisionId?: string | null }
>()("mandates.recorded")
/** The days it has now, and those it had. */
export const mandateChanged = event<
  Facts & { since: string; until: string | null; beforeSince: string; beforeUntil: string | null }
>()("mandates.changed")
export const mandateEnded = event<Facts & { until: string }>()("mandates.ended")
