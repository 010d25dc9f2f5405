import type { Selectable } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { CallRow, CandidacyRow } from "./tables.ts"

export type Call = Selectable<CallRow> & { zone: string; body_name: string }
export type Candidacy = Selectable<CandidacyRow>

export type State = "draft" | "open" | "ended" | "closed" | "cancelled"

/** `ended`: its last moment has passed, and the order of the candidates is not drawn yet. */
export const stateOf = (
  {
    published_at,
    closed_at,
    cancelled_at,
    ends_at,
  }: Pick<Call, "published_at" | "closed_at" | "cancelled_at" | "ends_at">,
  now: Temporal.Instant,
): State => {
  if (cancelled_at) return "cancelled"
  if (closed_at) return "closed"
  if (!published_at) return "draft"
  return Temporal.Instant.compare(now, ends_at) >= 0 ? "ended" : "open"
}

/** Nobody has read it yet: all of it may still be written anew. */
export const stillDraft = (call: Call): Call => {
  if (call.cancelled_at) refuse("calls.cancelled")
  if (call.published_at) refuse("calls.published")
  return call
}

/** One may stand, and say better what one said. */
export const stillOpen = (call: Call, now: Temporal.Instant): Call => {
  const state = stateOf(call, now)
  if (state === "cancelled") refuse("calls.cancelled")
  if (state === "draft") refuse("calls.not_published")
  if (state !== "open") refuse("calls.over")
  return call
}

/** Neither closed nor given up. */
export const notOver = (call: Call): Call => {
  if (call.cancelled_at) refuse("calls.cancelled")
  if (call.closed_at) refuse("calls.closed")
  return call
}

/** Published, and its candidates are not closed: a letter that came in time may still be typed, and each be answered. */
export const notClosed = (call: Call): Call => {
  if (!notOver(call).published_at) refuse("calls.not_published")
  return call
}

/** Its last moment has passed: candidates are closed, or it is put off. */
export const ended = (call: Call, now: Temporal.Instant): Call => {
  notClosed(call)
  if (stateOf(call, now) === "open") refuse("calls.not_yet")
  return call
}

/** The day on which one must be what the call asks. */
export const dayOfCall = ({ ends_at, zone }: Pick<Call, "ends_at" | "zone">): Temporal.PlainDate => dayOf(ends_at, zone)

/** Those of the body see who stands: from the first, or once the order is drawn. */
export const areShown = ({ shown, published_at, closed_at, cancelled_at }: Call): boolean =>
  !cancelled_at && (closed_at !== null || (published_at !== null && shown === "at_once"))
