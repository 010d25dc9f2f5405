import { event } from "../../kernel/event.ts"

/** `year` and `number` as they are cited: 2026-21. A proposal that was voted down has its number too. */
export const decisionTaken = event<{
  decisionId: string
  bodyId: string
  meetingId: string | null
  itemId: string | null
  /** The vote it comes of, where there is one. */
  ballotId?: string
  electionId?: string
  year: number
  number: number
  adopted: boolean
}>()("decisions.taken")
/** Its text or its figures were wrong, and were put right before the minutes circulated. `before`: adopted, as it stood. */
export const decisionCorrected = event<{
  decisionId: string
  bodyId: string
  meetingId: string | null
  wasAdopted: boolean
  adopted: boolean
}>()("decisions.corrected")
