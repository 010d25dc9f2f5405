import type { Selectable } from "kysely"
import { refuse } from "../../../kernel/refusal.ts"
import type { NewcomerRow, NewcomerStepRow } from "../tables.ts"

export type Newcomer = Selectable<NewcomerRow>
export type JourneyStep = Selectable<NewcomerStepRow>

/** The one step that is open, and the one that comes after it: never two at a time. */
export const standing = <S extends Pick<JourneyStep, "place" | "done_at">>(
  steps: readonly S[],
): { open: S | null; next: S | null } => {
  const [open = null, next = null] = steps.filter(({ done_at }) => !done_at).toSorted((a, b) => a.place - b.place)
  return { open, next }
}

/** Whether somebody is to be followed today: a pause that is over has ended by itself. */
export const isUnderWay = (it: Pick<Newcomer, "state" | "paused_until">, today: Temporal.PlainDate): boolean =>
  it.state === "open" ||
  (it.state === "paused" && it.paused_until !== null && Temporal.PlainDate.compare(it.paused_until, today) <= 0)

/** Whole hours since they came to us without a first contact; null once there was one, or when nobody waits. */
export const hoursUnanswered = (
  it: Pick<Newcomer, "state" | "confirmed_at" | "contacted_at" | "paused_until">,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): number | null =>
  it.confirmed_at && !it.contacted_at && isUnderWay(it, today)
    ? Math.floor(Number(now.epochMilliseconds - it.confirmed_at.epochMilliseconds) / 3_600_000)
    : null

/** Goes on only with who has not ended. */
export const stillOnTheWay = <N extends Pick<Newcomer, "state">>(newcomer: N): N => {
  if (newcomer.state !== "open" && newcomer.state !== "paused") refuse("newcomers.ended")
  return newcomer
}
