import { noticeDeadline, noticeKindOf } from "../../../kernel/law/deadline.ts"
import type { Rule } from "../../../kernel/law/rule.ts"

/** The steps around a Walloon council, in the order they are lived: from the convocation to the minutes it approves. */
export const chainSteps = [
  "convocation",
  "share",
  "citizen",
  "added_item",
  "oral_question",
  "interpellation",
  "meeting",
  "positions",
  "release",
  "minutes",
  "approved",
] as const
export type ChainStep = (typeof chainSteps)[number]

/** What a person says to be done; the others are seen from what is there. */
export const saidSteps = ["citizen", "added_item", "oral_question", "interpellation", "meeting", "release"] as const

/** The rule behind each day, by the end of its key; what has none follows from another. */
export const chainKeys = {
  convocation: "notice",
  share: "notice",
  citizen: "citizen_until",
  added_item: "added_item",
  oral_question: "oral_questions_until",
  interpellation: "interpellations_until",
  meeting: "prepare_meeting",
  positions: "prepare_positions",
  release: "prepare_release",
  minutes: "minutes_available",
} as const satisfies Partial<Record<ChainStep, string>>

export type ChainFacts = {
  on: Temporal.PlainDate
  convened_on: Temporal.PlainDate | null
  /** The next sitting of the same assembly, once it is known. */
  next_on: Temporal.PlainDate | null
  items: number
  unread: number
  undecided: number
  brought: boolean
  compared: boolean
  approved: boolean
  done: ReadonlySet<ChainStep>
}

export type ChainLine = {
  step: ChainStep
  day: Temporal.PlainDate | null
  rule: Rule | null
  /** `unlawful`: the convocation came too late. `unsaid`: its rule is to be asked of the assembly. */
  state: "done" | "waiting" | "late" | "unlawful" | "unsaid"
}

/**
 * The whole chain of a council, each day computed from that of the sitting: when it moves they all move, and nothing is ever there
 * twice. Where a body has no record of a usage of ours, the step is left out; where the assembly's own rules decide and nobody has
 * said them, it is shown as a question.
 */
export const chainOf = (
  facts: ChainFacts,
  ruleOf: (key: string) => Rule | null,
  today: Temporal.PlainDate,
): ChainLine[] =>
  chainSteps.flatMap((step): ChainLine[] => {
    const key = step === "approved" ? null : chainKeys[step]
    const rule = key === null ? null : ruleOf(key)
    if (key !== null && !rule && step !== "minutes") return []
    const day = dayOfStep(step, rule, facts)
    const isUnsaid = rule !== null && rule.value === null
    const done = isDone(step, facts)
    if (step === "convocation" && facts.convened_on && day && isAfter(facts.convened_on, day))
      return [{ step, day, rule, state: "unlawful" }]
    const state = done ? "done" : isUnsaid ? "unsaid" : day && isAfter(today, day) ? "late" : "waiting"
    return [{ step, day, rule, state }]
  })

const dayOfStep = (step: ChainStep, rule: Rule | null, { on, next_on }: ChainFacts): Temporal.PlainDate | null => {
  if (step === "approved") return next_on
  if (step === "minutes") return next_on && (before(next_on, rule) ?? next_on)
  if (step === "release") return typeof rule?.value === "number" ? on.add({ days: rule.value }) : null
  const last = before(on, rule)
  // The file is split among ours the day after the last one on which it may come.
  return step === "share" ? (last?.add({ days: 1 }) ?? null) : last
}

const before = (event: Temporal.PlainDate, rule: Rule | null): Temporal.PlainDate | null => {
  if (typeof rule?.value !== "number") return null
  // So many hours before the hour of the sitting, in whole days of the stricter side.
  if (rule.unit === "hours") return event.subtract({ days: Math.ceil(rule.value / 24) })
  const kind = noticeKindOf(rule.unit)
  if (!kind) return null
  // Wallonia counts from receipt (CDLD L1122-13 as construed by the minister, answer 138 of 20 February 2008).
  const count_basis = rule.count_basis ?? "receipt"
  return noticeDeadline({ kind, n: rule.value, event, country: "BE", count_basis }).last_lawful
}

const isDone = (step: ChainStep, { done, ...facts }: ChainFacts): boolean => {
  if (done.has(step)) return true
  if (step === "convocation") return facts.convened_on !== null
  if (step === "share") return facts.items > 0 && facts.unread === 0
  if (step === "meeting") return facts.brought
  if (step === "positions") return facts.items > 0 && facts.undecided === 0
  if (step === "minutes") return facts.compared
  return step === "approved" && facts.approved
}

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0
