import type { Count, Election, Ranked } from "../../kernel/counting/count.ts"
import { rankedMethods } from "../../kernel/counting/methods.ts"
import { countVoices } from "../../kernel/counting/points.ts"
import type { Step } from "../../kernel/law/explanation.ts"
import { type MajorityRule, majorityReached } from "../../kernel/law/majority.ts"
import type { Ballot } from "./ballot.ts"
import type { Choice, Figures } from "./choice.ts"

/** What came out, with its trace, as it is kept. `adopted` null: a tie that the chair has not decided. */
export type Outcome = {
  voters: number
  blank: number
  void: number
  votes?: { for: number; against: number; abstained: number }
  adopted?: boolean | null
  steps?: Step[]
  /** Of candidates; null where no ballot named anybody. */
  count?: Count | null
}

type Question = Pick<Ballot, "title" | "kind" | "method" | "candidates" | "seats" | "rule" | "lot" | "entitled">

/** More for than against; a tie rejects: where the rulebook is not asked, the page says this before anybody votes. */
export const simpleMajority: MajorityRule = {
  majority: { kind: "simple" },
  of: "votes_cast",
  blanks: "apart",
  abstentions: "apart",
  tie: "rejected",
}

export const outcomeOfVotes = (question: Question, choices: readonly Choice[]): Outcome => {
  if (question.kind === "yes_no") {
    const of = (answer: string) => choices.filter((one) => "answer" in one && one.answer === answer).length
    const votes = { for: of("for"), against: of("against"), abstained: of("abstained") }
    return majority(question, { voters: choices.length, blank: of("blank"), void: 0, votes })
  }
  const ranks = choices.flatMap((one) => ("ranks" in one ? [one.ranks] : []))
  const ballots = ranks.filter((one) => one.length > 0).map((one) => ({ weight: 1n, ranks: one }))
  return {
    voters: choices.length,
    blank: choices.length - ballots.length,
    void: 0,
    count: election(question, ballots),
  }
}

export const outcomeOfFigures = (question: Question, figures: Figures): Outcome => {
  const { voters, blank, void: spoilt, voices } = figures
  if (question.kind === "yes_no")
    return majority(question, {
      voters,
      blank,
      void: spoilt,
      votes: { for: figures.for, against: figures.against, abstained: figures.abstained },
    })
  // Voices are added up whoever gave them: so many ballots of one name each count the same.
  const ballots = voices.flatMap((count, at) => (count > 0 ? [{ weight: BigInt(count), ranks: [[at]] }] : []))
  return { voters, blank, void: spoilt, count: election(question, ballots) }
}

const majority = ({ rule, entitled }: Question, it: Outcome & { votes: NonNullable<Outcome["votes"]> }): Outcome => {
  const { adopted, explanation } = majorityReached(rule ?? simpleMajority, {
    for: BigInt(it.votes.for),
    against: BigInt(it.votes.against),
    abstained: BigInt(it.votes.abstained),
    blank: BigInt(it.blank),
    present: BigInt(it.voters),
    members: BigInt(entitled ?? 0),
  })
  return { ...it, adopted, steps: explanation }
}

const election = ({ title, candidates, seats, method, lot }: Question, ballots: readonly Ranked[]): Count | null => {
  if (ballots.length === 0) return null
  const asked: Election = { title, candidates, seats, withdrawn: [], ballots, ties: lot }
  if (method !== "plurality" && method !== "approval") return rankedMethods[method as "schulze"](asked)
  return countVoices(asked, { method: method === "approval" ? "approval" : "limited", most: null })
}
