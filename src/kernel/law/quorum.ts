import { z } from "zod"
import { step, type Step } from "./explanation.ts"
import { fractionSchema, smallestReaching } from "./fraction.ts"
import { inOrder, inTheRoom, type RoomEvent } from "./room.ts"
import { liveProxies, type Proxy, type ProxyRule, type SetAside } from "./proxies.ts"

const counts = z.enum(["present", "present_or_represented"])

/** The value of a rule of unit `quorum`. `strictly`: more than the fraction, not just the fraction. */
export const quorumRuleSchema = z.discriminatedUnion("of", [
  z.object({ of: z.literal("nobody") }),
  z.object({ of: z.literal("number"), number: z.int().min(0), counts }),
  z.object({ of: z.literal("members_in_office"), fraction: fractionSchema, strictly: z.boolean(), counts }),
  // Members whose dues are paid: only they make the base, and only they count (statutory assemblies).
  z.object({ of: z.literal("members_up_to_date"), fraction: fractionSchema, strictly: z.boolean(), counts }),
])

export type QuorumRule = z.infer<typeof quorumRuleSchema>

export type Member = { person: string; up_to_date: boolean }

export type QuorumRequest = {
  rule: QuorumRule
  proxies: ProxyRule
  members: readonly Member[]
  events: readonly RoomEvent[]
}

export type Quorum = {
  at: Temporal.Instant
  /** How many make the base: members in office, or those up to date. */
  members: number
  /** Persons of the base who are in the room. */
  present: string[]
  represented: Proxy[]
  /** Proxies that do not hold at this instant, and why. */
  set_aside: SetAside[]
  counted: number
  required: number
  reached: boolean
  explanation: Step[]
}

/** The quorum at an instant, what happened at that very instant included. */
export function quorumAt(request: QuorumRequest, at: Temporal.Instant): Quorum {
  const { rule, members, events } = request
  const base = members.filter((member) => rule.of !== "members_up_to_date" || member.up_to_date)
  const inBase = new Set(base.map(({ person }) => person))
  const past = inOrder(events).filter((event) => Temporal.Instant.compare(event.at, at) <= 0)
  const room = inTheRoom(past)
  const present = [...room].filter((person) => inBase.has(person))
  const { represented, set_aside } = liveProxies(past, inBase, request.proxies)
  const counted = rule.of === "nobody" ? 0 : present.length + (representedCount(rule) ? represented.length : 0)
  const required = quorumRequired(rule, base.length)
  const reached = counted >= required
  const found = { at, members: base.length, present, represented, set_aside, counted, required, reached }
  return { ...found, explanation: explain(rule, found) }
}

/** The quorum after each moment that changed it, for the minutes: first entry at the first event. */
export function quorumOverTime(request: QuorumRequest): Quorum[] {
  const instants = new Map(inOrder(request.events).map(({ at }) => [at.epochNanoseconds, at]))
  return [...instants.values()].map((at) => quorumAt(request, at))
}

/** How many must be counted, for so many in the base. */
export function quorumRequired(rule: QuorumRule, members: number): number {
  if (rule.of === "nobody") return 0
  if (rule.of === "number") return rule.number
  // Nobody in office, nobody up to date: an empty room must not be a quorum.
  return Math.max(1, Number(smallestReaching(BigInt(members), rule.fraction, rule.strictly)))
}

function representedCount(rule: QuorumRule): boolean {
  return rule.of !== "nobody" && rule.counts === "present_or_represented"
}

function explain(rule: QuorumRule, found: Omit<Quorum, "explanation">): Step[] {
  if (rule.of === "nobody") return [step("law.step.quorum_none")]
  const { members, required, counted, reached } = found
  const [part, parts] = rule.of === "number" ? [0, 1] : rule.fraction
  return [
    rule.of === "number"
      ? step("law.step.quorum_number", { required })
      : step(rule.strictly ? "law.step.quorum_more_than" : "law.step.quorum_at_least", {
          part,
          parts,
          members,
          required,
          base: rule.of,
        }),
    step("law.step.quorum_present", { count: found.present.length }),
    step(representedCount(rule) ? "law.step.quorum_represented" : "law.step.quorum_represented_apart", {
      count: found.represented.length,
    }),
    ...found.set_aside.map(({ from, to, why }) => step(`law.step.proxy_${why}`, { from, to })),
    step(reached ? "law.step.quorum_reached" : "law.step.quorum_missed", { counted, required }),
  ]
}
