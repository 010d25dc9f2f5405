import { z } from "zod"
import { isRanked, listMethods } from "../../kernel/counting/fitting.ts"
import { GRADES } from "../../kernel/counting/said-on.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import type { Ballot } from "./ballot.ts"

export const answers = ["for", "against", "abstained", "blank"] as const
export type Answer = (typeof answers)[number]

const place = z.int().min(0).max(199)

export { GRADES }

/**
 * What one person votes: an answer, or candidates by their places, best first; for grades, those of each grade, from the best. No
 * candidate at all is a blank vote.
 */
export const choiceInput = {
  answer: z.enum(answers).optional(),
  ranks: z.array(z.array(place).max(200)).max(200).optional(),
}

export type Choice = { answer: Answer } | { ranks: number[][] }

/** The choice as this question can hold it: nobody named twice, and no more names than it allows. */
export const choiceFor = (
  { kind, method, candidates, seats }: Pick<Ballot, "kind" | "method" | "candidates" | "seats">,
  { answer, ranks }: { answer?: Answer | undefined; ranks?: number[][] | undefined },
): Choice => {
  if (kind === "yes_no") return { answer: answer ?? invalid(["answer"], "required") }
  const named = (ranks ?? invalid(["ranks"], "required")).flat()
  if (named.some((one) => one >= candidates.length)) invalid(["ranks"], "invalid_value")
  if (new Set(named).size < named.length) invalid(["ranks"], "votes.named_twice")
  if (method === "majority_judgment") {
    if (ranks!.length > GRADES) invalid(["ranks"], "invalid_value")
    const grades = Array.from({ length: GRADES }, (_, at) => (ranks![at] ?? []).toSorted((a, b) => a - b))
    return { ranks: named.length ? grades : [] }
  }
  if (ranks!.some((rank) => rank.length === 0)) invalid(["ranks"], "required")
  if ((listMethods as readonly string[]).includes(method) && named.length > 1)
    refuse("votes.too_many_names", { most: 1 })
  if ((method === "plurality" || method === "absolute") && named.length > seats)
    refuse("votes.too_many_names", { most: seats })
  // Without an order all that are named are equal.
  return { ranks: isRanked(method) ? ranks! : named.length ? [named.toSorted((a, b) => a - b)] : [] }
}

const count = z.int().min(0).max(1_000_000).default(0)
const ranks = choiceInput.ranks.unwrap()

/**
 * What was counted by hand. `voters`: all who took part; `voices`: raised hands for each candidate, in the order of the paper;
 * `papers`: how many ballot papers said what, so that they are counted like those of screens, and again by anybody.
 */
export const figuresInput = z.object({
  voters: count,
  for: count,
  against: count,
  abstained: count,
  blank: count,
  void: count,
  voices: z.array(count).max(200).default([]),
  papers: z
    .array(z.object({ many: z.int().min(1).max(1_000_000), ranks }))
    .max(2000)
    .default([]),
})

export type Figures = z.output<typeof figuresInput>

type Asked = Pick<Ballot, "kind" | "method" | "manner" | "seats" | "candidates" | "entitled">

/** Figures that can be true: no more votes than voters, and no more voters than may vote. */
export const possible = (ballot: Asked, figures: Figures): Figures => {
  const { kind, method, manner, seats, candidates, entitled } = ballot
  const { voters, blank, void: spoilt, voices } = figures
  if (voters > (entitled ?? 0)) refuse("votes.more_voters", { voters, entitled: entitled ?? 0 })
  const most = voters - blank - spoilt
  if (kind === "yes_no") {
    const cast = figures.for + figures.against + figures.abstained
    if (cast > most) refuse("votes.more_votes", { cast: cast + blank + spoilt, voters })
    return { ...figures, voices: [], papers: [] }
  }
  if (manner !== "hand") {
    const papers = inPackets(ballot, figures.papers)
    const cast = papers.reduce((sum, { many }) => sum + many, 0)
    if (cast !== most) refuse("votes.papers_and_voters", { papers: cast + blank + spoilt, voters })
    return { ...figures, for: 0, against: 0, abstained: 0, voices: [], papers }
  }
  if (voices.length !== candidates.length) invalid(["voices"], "required")
  const cast = voices.reduce((sum, one) => sum + one, 0)
  const each = Math.max(0, ...voices)
  const names = kind === "lists" ? 1 : method === "plurality" || method === "absolute" ? seats : candidates.length
  if (most < 0 || each > most || cast > most * names) refuse("votes.more_votes", { cast: Math.max(each, cast), voters })
  return { ...figures, for: 0, against: 0, abstained: 0, papers: [] }
}

/** Papers that say the same in one packet, in an order of their own: two who type them in another order typed the same. */
const inPackets = (ballot: Asked, papers: Figures["papers"]): Figures["papers"] => {
  const packets = new Map<string, Figures["papers"][number]>()
  for (const { many, ranks: said } of papers) {
    const choice = choiceFor(ballot, { ranks: said }) as { ranks: number[][] }
    if (choice.ranks.length === 0) invalid(["papers"], "votes.blank_apart")
    const key = JSON.stringify(choice.ranks)
    packets.set(key, { many: many + (packets.get(key)?.many ?? 0), ranks: choice.ranks })
  }
  return [...packets].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, packet]) => packet)
}

/** Two typed the same, figure by figure. */
export const agree = (one: Figures, other: Figures): boolean => differences(one, other).length === 0

/** Where two typings differ: names of figures, or places of candidates. */
export const differences = (one: Figures, other: Figures): string[] => [
  ...(["voters", "for", "against", "abstained", "blank", "void"] as const).filter((name) => one[name] !== other[name]),
  ...one.voices.flatMap((voices, at) => (voices === other.voices[at] ? [] : [String(at)])),
  ...(JSON.stringify(one.papers) === JSON.stringify(other.papers) ? [] : ["papers"]),
]
