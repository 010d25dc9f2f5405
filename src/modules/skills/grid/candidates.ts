import { daysBetween } from "../../../kernel/words/dates.ts"
import type { Part } from "../slots.ts"
import { slotsOf } from "../slots.ts"
import type { Level, Manner } from "../tables.ts"

/** Somebody who said they can, or would like to, with what else there is to know before asking them. */
export type Candidate = {
  person_id: string
  name: string
  level: Level | null
  wants: boolean
  slots: string[]
  away_until: Temporal.PlainDate | null
  hours_month: number | null
  manner: Manner | null
  open_tasks: number
  /** The last time a task was given to them, or help asked of them. */
  last_asked: Temporal.PlainDate | null
}

/** Words: `skills.reason.<key>`. */
export type CandidateReason = {
  key: string
  facts?: Record<string, string | number>
  speaks: "for" | "against" | "neutral"
}
export type Turn = "first" | "perhaps" | "later" | "learner"

/** From so many open tasks on, somebody carries enough. */
export const LOADED = 3
/** Within so many days, somebody was asked not long ago. */
export const RECENT = 14

/**
 * Whom to ask, and why: never a figure. First those for whom nothing speaks against; perhaps those who carry a lot, were asked not
 * long ago, or did not say when they have time; later those who said that day does not suit; then those who would like to learn.
 */
export const turnOf = (
  one: Candidate,
  { on, part, today }: { on: Temporal.PlainDate | undefined; part: Part | undefined; today: Temporal.PlainDate },
): { turn: Turn; reasons: CandidateReason[] } => {
  const reasons = [knowing(one), ...when(one, on, part, today), carrying(one), asked(one, today), manner(one)].filter(
    (reason) => reason !== undefined,
  )
  if (one.level === null) return { turn: "learner", reasons }
  const against = new Set(reasons.filter(({ speaks }) => speaks === "against").map(({ key }) => key))
  if (against.has("away") || against.has("not_free")) return { turn: "later", reasons }
  if (against.size > 0 || reasons.some(({ key }) => key === "time_unsaid")) return { turn: "perhaps", reasons }
  return { turn: "first", reasons }
}

/** First turn first; within one, who was asked longest ago, then who carries least, then who knows best. */
export const byTurn = (a: { turn: Turn } & Candidate, b: { turn: Turn } & Candidate): number =>
  turns.indexOf(a.turn) - turns.indexOf(b.turn) ||
  asLong(a.last_asked).localeCompare(asLong(b.last_asked)) ||
  a.open_tasks - b.open_tasks ||
  rank(b.level) - rank(a.level) ||
  a.name.localeCompare(b.name, "fr")

export const turns: readonly Turn[] = ["first", "perhaps", "later", "learner"]

const asLong = (day: Temporal.PlainDate | null) => day?.toString() ?? ""
const rank = (level: Level | null) => (level === "teaches" ? 3 : level === "well" ? 2 : level === "some" ? 1 : 0)

const knowing = ({ level, wants }: Candidate): CandidateReason =>
  level ? { key: wants ? `${level}_and_wants` : level, speaks: "for" } : { key: "wants", speaks: "neutral" }

const when = (
  { slots, away_until, hours_month }: Candidate,
  on: Temporal.PlainDate | undefined,
  part: Part | undefined,
  today: Temporal.PlainDate,
): CandidateReason[] => {
  if (away_until && Temporal.PlainDate.compare(away_until, on ?? today) >= 0)
    return [{ key: "away", facts: { day: away_until.toString() }, speaks: "against" }]
  if (slots.length === 0) {
    if (hours_month) return [{ key: "hours", facts: { hours: hours_month }, speaks: on ? "neutral" : "for" }]
    return [{ key: "time_unsaid", speaks: "neutral" }]
  }
  if (!on) return []
  const asked = slotsOf(on, part)
  return asked.some((slot) => slots.includes(slot))
    ? [{ key: "free", speaks: "for" }]
    : [{ key: "not_free", speaks: "against" }]
}

const carrying = ({ open_tasks }: Candidate): CandidateReason =>
  open_tasks >= LOADED
    ? { key: "loaded", facts: { count: open_tasks }, speaks: "against" }
    : { key: "tasks", facts: { count: open_tasks }, speaks: "for" }

const asked = ({ last_asked }: Candidate, today: Temporal.PlainDate): CandidateReason | undefined => {
  if (!last_asked) return { key: "never_asked", speaks: "for" }
  const days = Math.max(0, daysBetween(last_asked, today))
  return days <= RECENT
    ? { key: "asked_recently", facts: { days }, speaks: "against" }
    : { key: "asked_on", facts: { day: last_asked.toString() }, speaks: "neutral" }
}

const manner = ({ manner: how }: Candidate): CandidateReason | undefined =>
  how ? { key: `manner_${how}`, speaks: "neutral" } : undefined
