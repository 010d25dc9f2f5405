import { refuse } from "../../kernel/refusal.ts"
import type { MeetingRow, MinutesRow } from "./tables.ts"
import type { Selectable } from "kysely"

export type Meeting = Selectable<MeetingRow>

/** The chain of a meeting. An outside meeting, which one only attends, has none. */
export const steps = ["prepare", "convene", "hold", "write", "approve"] as const
export type Step = (typeof steps)[number]

/** Where a meeting stands: the step whose work comes next. */
export const stepOf = (
  meeting: Pick<Meeting, "state" | "starts">,
  { minutes, missing, today }: { minutes: MinutesState | null; missing: number; today: Temporal.PlainDate },
): Step => {
  if (meeting.state === "open") return "hold"
  if (meeting.state === "closed") return minutes === "circulated" || minutes === "approved" ? "approve" : "write"
  // Until the day itself, what there is to do with a convened meeting is to follow its answers.
  if (meeting.state === "convened")
    return Temporal.PlainDate.compare(meeting.starts.toPlainDate(), today) > 0 ? "convene" : "hold"
  return meeting.state === "preparing" && missing === 0 ? "convene" : "prepare"
}

/**
 * The step that is of use to who does not prepare: whoever holds it is led to it from its day on, whoever writes to the
 * writing, and everybody to the minutes once they may be read; before that, to the agenda.
 */
export const stepOfReader = (
  meeting: Pick<Meeting, "state" | "starts">,
  step: Step,
  { holds, writes, today }: { holds: boolean; writes: boolean; today: Temporal.PlainDate },
): Step => {
  if (step === "approve") return "approve"
  if (step === "write") return writes ? "write" : "prepare"
  const hasCome = Temporal.PlainDate.compare(meeting.starts.toPlainDate(), today) <= 0
  return holds && meeting.state !== "cancelled" && (hasCome || meeting.state === "open") ? "hold" : "prepare"
}

export type MinutesState = Selectable<MinutesRow>["state"]

/** How many steps are behind a meeting. */
export const stepsDone = (meeting: Pick<Meeting, "state">, minutes: MinutesState | null): number => {
  if (meeting.state === "closed") return minutes === "approved" ? 5 : minutes === "circulated" ? 4 : 3
  return meeting.state === "open" || meeting.state === "convened" ? 2 : 0
}

/** A meeting whose agenda may still change: until it is closed. Refuses otherwise. */
export const stillOnTheWay = <M extends Pick<Meeting, "state" | "outside">>(meeting: M): M => {
  if (meeting.state === "closed") refuse("meetings.closed")
  if (meeting.state === "cancelled") refuse("meetings.cancelled")
  return meeting
}

/** A meeting whose day, place or existence may still change: until it is opened. Refuses otherwise. */
export const notYetOpen = <M extends Pick<Meeting, "state" | "outside">>(meeting: M): M => {
  if (meeting.state === "open") refuse("meetings.open")
  return stillOnTheWay(meeting)
}

/** After the convocation, a change must reach those who were convened: their calendars follow SEQUENCE (RFC 5546 §2.1.4). */
export const raised = (meeting: Pick<Meeting, "state" | "sequence">): number =>
  meeting.state === "convened" ? meeting.sequence + 1 : meeting.sequence
