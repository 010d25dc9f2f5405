import { refuse } from "../../../kernel/refusal.ts"
import { rule } from "../../../kernel/rule.ts"
import type { Meeting } from "../meeting.ts"
import { notYetOpen } from "../meeting.ts"
import type { Item } from "./find-item.ts"

/** The last day on which members propose: the day that was set, else the day before the meeting. */
export const proposeUntil = (meeting: Pick<Meeting, "propose_until" | "starts">): Temporal.PlainDate =>
  meeting.propose_until ?? meeting.starts.toPlainDate().subtract({ days: 1 })

/** Whether members may still propose on that day. */
export const isOpenToProposals = (
  meeting: Pick<Meeting, "propose_until" | "starts" | "state" | "outside">,
  today: Temporal.PlainDate,
): boolean =>
  !meeting.outside &&
  (meeting.state === "preparing" || meeting.state === "convened") &&
  Temporal.PlainDate.compare(today, proposeUntil(meeting)) <= 0

/** Refuses a proposal that comes too late, saying until when it could. */
export const openToProposals = <M extends Meeting>(meeting: M, today: Temporal.PlainDate): M => {
  notYetOpen(meeting)
  if (!isOpenToProposals(meeting, today)) refuse("agenda.too_late", { until: proposeUntil(meeting).toString() })
  return meeting
}

/** A proposal that waits for an answer. Refuses one that already has its own. */
export const stillWaiting = (item: Item): Item => {
  if (item.state !== "proposed") refuse("agenda.already_answered")
  return item
}

/** The one who proposed the item, about what became of it. */
export const isProposer = rule<{ item: Pick<Item, "proposed_by"> }>(
  "isProposer",
  ({ item }, { actor }) => actor.personId !== null && item.proposed_by === actor.personId,
)
