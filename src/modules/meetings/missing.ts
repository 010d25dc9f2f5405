import type { Missing } from "../../kernel/workflow.ts"
import { runningClock } from "./agenda/clock.ts"
import type { Meeting } from "./meeting.ts"

type Item = {
  id: string
  title: string | null
  purpose: string
  minutes: number
  automatic: string | null
  description: unknown
  proposed_decision: string | null
  papers: readonly unknown[]
}

/**
 * What is missing before a meeting can be convened. Its sentence is `meetings.missing.<what>`, the end of it that leads to
 * where it is mended `meetings.missing.<what>.link`.
 */
export const missingToConvene = (
  meeting: Pick<Meeting, "id" | "state" | "outside" | "place" | "link" | "starts" | "minutes">,
  { items, proposals, wall }: { items: readonly Item[]; proposals: number; wall: Temporal.PlainDateTime },
): Missing[] => {
  if (meeting.state !== "preparing" || meeting.outside) return []
  const { over } = runningClock(items, meeting)
  const page = `/reunions/${meeting.id}`
  const change = `${page}/modifier`
  return [
    ...when(Temporal.PlainDateTime.compare(meeting.starts, wall) < 0, "past", {}, `${page}/deplacer`),
    ...when(!meeting.place && !meeting.link, "place", {}, change),
    ...when(items.length === 0, "agenda", {}, `${page}/points/nouveau`),
    ...withoutSubstance(items, page),
    ...when(proposals > 0, "proposals", { count: proposals }, `${page}/preparer#propositions`),
    ...when(over > 0, "too_long", { minutes: over }, change),
  ]
}

// A decision on which nobody has read anything is the commonest cause of a postponed item. Past three, a list would be a reproach.
const withoutSubstance = (items: readonly Item[], page: string): Missing[] => {
  const bare = items
    .map((item, index) => ({ item, n: index + 1 }))
    .filter(
      ({ item }) =>
        item.title !== null &&
        item.purpose === "decide" &&
        !item.automatic &&
        !item.proposed_decision &&
        !item.description &&
        item.papers.length === 0,
    )
  if (bare.length > 3) return when(true, "substances", { count: bare.length }, `${page}/preparer#ordre-du-jour`)
  return bare.flatMap(({ item, n }) =>
    when(true, "substance", { n, title: shortened(item.title!) }, `${page}/points/${item.id}`),
  )
}

// What is thin, too long or waiting is said, and may be convened all the same: only the day, the place and the agenda hold it up.
const warnings = ["substance", "substances", "proposals", "too_long"]

const when = (holds: boolean, what: string, facts: Record<string, string | number>, at: string): Missing[] =>
  holds ? [{ key: `meetings.missing.${what}`, facts, at, only_warns: warnings.includes(what) }] : []

const shortened = (title: string) => (title.length > 80 ? `${title.slice(0, 79).trimEnd()}…` : title)
