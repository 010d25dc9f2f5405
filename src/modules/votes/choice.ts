import { z } from "zod"
import { invalid, refuse } from "../../kernel/refusal.ts"
import type { Ballot } from "./ballot.ts"

export const answers = ["for", "against", "abstained", "blank"] as const
export type Answer = (typeof answers)[number]

const place = z.int().min(0).max(199)

/** What one person votes: an answer, or candidates by their places, best first. No candidate at all is a blank vote. */
export const choiceInput = {
  answer: z.enum(answers).optional(),
  ranks: z.array(z.array(place).min(1).max(200)).max(200).optional(),
}

export type Choice = { answer: Answer } | { ranks: number[][] }

const ranked: readonly string[] = ["instant_runoff", "scottish", "schulze"]

export const isRanked = (method: string): boolean => ranked.includes(method)

/** The choice as this question can hold it: nobody named twice, and no more names than it allows. */
export const choiceFor = (
  { kind, method, candidates, seats }: Pick<Ballot, "kind" | "method" | "candidates" | "seats">,
  { answer, ranks }: { answer?: Answer | undefined; ranks?: number[][] | undefined },
): Choice => {
  if (kind === "yes_no") return { answer: answer ?? invalid(["answer"], "required") }
  const named = (ranks ?? invalid(["ranks"], "required")).flat()
  if (named.some((one) => one >= candidates.length)) invalid(["ranks"], "invalid_value")
  if (new Set(named).size < named.length) invalid(["ranks"], "votes.named_twice")
  if (method === "plurality" && named.length > seats) refuse("votes.too_many_names", { most: seats })
  // Without an order all that are named are equal.
  return { ranks: isRanked(method) ? ranks! : named.length ? [named.toSorted((a, b) => a - b)] : [] }
}

const count = z.int().min(0).max(1_000_000).default(0)

/** What was counted by hand. `voters`: all who took part; `voices`: of each candidate, in the order of the paper. */
export const figuresInput = z.object({
  voters: count,
  for: count,
  against: count,
  abstained: count,
  blank: count,
  void: count,
  voices: z.array(count).max(200).default([]),
})

export type Figures = z.output<typeof figuresInput>

/** Figures that can be true: no more votes than voters, and no more voters than may vote. */
export const possible = (
  { kind, method, seats, candidates, entitled }: Pick<Ballot, "kind" | "method" | "seats" | "candidates" | "entitled">,
  figures: Figures,
): Figures => {
  const { voters, blank, void: spoilt, voices } = figures
  if (voters > (entitled ?? 0)) refuse("votes.more_voters", { voters, entitled: entitled ?? 0 })
  const most = voters - blank - spoilt
  if (kind === "yes_no") {
    const cast = figures.for + figures.against + figures.abstained
    if (cast > most) refuse("votes.more_votes", { cast: cast + blank + spoilt, voters })
    return { ...figures, voices: [] }
  }
  if (voices.length !== candidates.length) invalid(["voices"], "required")
  const cast = voices.reduce((sum, one) => sum + one, 0)
  const each = Math.max(0, ...voices)
  const names = method === "plurality" ? seats : candidates.length
  if (most < 0 || each > most || cast > most * names) refuse("votes.more_votes", { cast: Math.max(each, cast), voters })
  return { ...figures, for: 0, against: 0, abstained: 0 }
}

/** Two typed the same, figure by figure. */
export const agree = (one: Figures, other: Figures): boolean => differences(one, other).length === 0

/** Where two typings differ: names of figures, or places of candidates. */
export const differences = (one: Figures, other: Figures): string[] => [
  ...(["voters", "for", "against", "abstained", "blank", "void"] as const).filter((name) => one[name] !== other[name]),
  ...one.voices.flatMap((voices, at) => (voices === other.voices[at] ? [] : [String(at)])),
]
