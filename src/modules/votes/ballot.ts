import type { Selectable } from "kysely"
import { refuse } from "../../kernel/refusal.ts"
import type { BallotRow } from "./tables.ts"

/** With those who stand as they are called today; `people` and `forms` in the order of the paper, null where the file does not know them. */
export type Ballot = Selectable<BallotRow> & { people: (string | null)[]; forms: ("m" | "f" | "n" | null)[] }

export type State = "prepared" | "open" | "ended" | "closed" | "cancelled"

/** `ended`: its last moment has passed and nobody has counted it yet. */
export const stateOf = (
  { opened_at, closed_at, cancelled_at, ends_at }: Pick<Ballot, "opened_at" | "closed_at" | "cancelled_at" | "ends_at">,
  now: Temporal.Instant,
): State => {
  if (cancelled_at) return "cancelled"
  if (closed_at) return "closed"
  if (!opened_at) return "prepared"
  return ends_at && Temporal.Instant.compare(now, ends_at) >= 0 ? "ended" : "open"
}

/** Votes are still taken. */
export const stillOpen = (ballot: Ballot, now: Temporal.Instant): Ballot => {
  const state = stateOf(ballot, now)
  if (state === "prepared") refuse("votes.not_open")
  if (state === "cancelled") refuse("votes.cancelled")
  if (state !== "open") refuse("votes.over")
  return ballot
}

/** Opened, and not counted yet: figures may still be typed after the last moment. */
export const notCounted = (ballot: Ballot, now: Temporal.Instant): Ballot => {
  const state = stateOf(ballot, now)
  if (state === "prepared") refuse("votes.not_open")
  if (state === "cancelled") refuse("votes.cancelled")
  if (state === "closed") refuse("votes.over")
  return ballot
}

/** Not opened yet. */
export const stillPrepared = (ballot: Ballot): Ballot => {
  if (ballot.cancelled_at) refuse("votes.cancelled")
  if (ballot.opened_at) refuse("votes.is_open")
  return ballot
}

/** Whether the ballots of a vote are there to be counted again: raised hands are a sum. */
export const hasUrn = ({ kind, manner, closed_at }: Pick<Ballot, "kind" | "manner" | "closed_at">): boolean =>
  kind !== "yes_no" && manner !== "hand" && closed_at !== null

/** Under so many voters a result tells what somebody voted: ours, no law says a number. No partial figures then, and paper is better. */
export const FEW = 10
export const isGuarded = ({ manner, entitled }: Pick<Ballot, "manner" | "entitled">): boolean =>
  manner === "secret" && (entitled ?? 0) < FEW
