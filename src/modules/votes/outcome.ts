import type { Seats } from "../../kernel/counting/apportionment.ts"
import type { Count, Ranked } from "../../kernel/counting/count.ts"
import { judgeBallots } from "../../kernel/counting/judgment.ts"
import { isListMethod, seatsOfLists } from "../../kernel/counting/lists.ts"
import { type RankedMethod, rankedMethodNames, rankedMethods } from "../../kernel/counting/methods.ts"
import { threeRounds, twoRounds } from "../../kernel/counting/rounds.ts"
import { quorumRequired } from "../../kernel/law/quorum.ts"
import type { Step } from "../../kernel/law/explanation.ts"
import { type MajorityRule, majorityReached } from "../../kernel/law/majority.ts"
import type { Ballot } from "./ballot.ts"
import { type Answer, type Choice, type Figures } from "./choice.ts"

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
  /** Of lists: how many seats each has. */
  lists?: Seats | null
  /** Of majority judgment: how many gave each grade to each, from the best, and the median of each. */
  grades?: { tally: number[][]; medians: number[] } | null
  /** How many had to take part; not reached, nothing is counted and nothing is decided. */
  quorum?: { required: number; counted: number; reached: boolean } | null
}

type Question = Partial<Pick<Ballot, "meeting_room">> &
  Pick<
    Ballot,
    | "title"
    | "kind"
    | "method"
    | "candidates"
    | "seats"
    | "rule"
    | "lot"
    | "entitled"
    | "round"
    | "rounds"
    | "bounds"
    | "quorum"
  >

/** More for than against; a tie rejects: where the rulebook is not asked, the page says this before anybody votes. */
export const simpleMajority: MajorityRule = {
  majority: { kind: "simple" },
  of: "votes_cast",
  blanks: "apart",
  abstentions: "apart",
  tie: "rejected",
}

/** What was found of a vote, on screens and on papers: choices one by one, and what was counted by hand. */
export type Found = { choices: readonly Choice[]; nulls: number; figures: Figures | null }

export const outcomeOf = (
  question: Question,
  { choices, nulls, figures }: Found,
  chair?: "for" | "against",
): Outcome => {
  const voters = choices.length + nulls + (figures?.voters ?? 0)
  const spoilt = nulls + (figures?.void ?? 0)
  const quorum = question.quorum && participation(question, voters)
  if (quorum && !quorum.reached) return { voters, blank: 0, void: spoilt, quorum }
  if (question.kind === "yes_no") {
    const of = (answer: Answer) =>
      choices.filter((one) => "answer" in one && one.answer === answer).length + (figures?.[answer] ?? 0)
    const votes = { for: of("for"), against: of("against"), abstained: of("abstained") }
    return majority(question, { voters, blank: of("blank"), void: spoilt, votes, quorum }, chair)
  }
  const blank = choices.filter((one) => "ranks" in one && one.ranks.length === 0).length + (figures?.blank ?? 0)
  const taken = { voters, blank, void: spoilt, quorum }
  const ballots = ballotsOf(choices, figures)
  const { method } = question
  if (isListMethod(method))
    return { ...taken, lists: seatsOfLists({ ...question, ballots, ties: question.lot }, method) }
  if (method === "majority_judgment") return { ...taken, ...judged(question, ballots) }
  return { ...taken, count: election(question, ballots, blank) }
}

const participation = ({ quorum, entitled }: Question, counted: number) => {
  const required = quorumRequired(quorum!, entitled ?? 0)
  return { required, counted, reached: counted >= required }
}

/** Everything that names somebody, as ballots of one weight: equal ones together, in the order of what they say. */
export const ballotsOf = (choices: readonly Choice[], figures: Figures | null): Ranked[] => {
  const packets = new Map<string, { weight: bigint; ranks: number[][] }>()
  const add = (ranks: number[][], many: number) => {
    const key = JSON.stringify(ranks)
    const packet = packets.get(key) ?? { weight: 0n, ranks }
    packets.set(key, { ...packet, weight: packet.weight + BigInt(many) })
  }
  for (const one of choices) if ("ranks" in one && one.ranks.length > 0) add(one.ranks, 1)
  for (const { many, ranks } of figures?.papers ?? []) add(ranks, many)
  // Raised hands are added up whoever raised them: so many ballots of one name each count the same.
  for (const [at, many] of (figures?.voices ?? []).entries()) if (many > 0) add([[at]], many)
  return [...packets].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, packet]) => packet)
}

const majority = (
  { rule, entitled, meeting_room: room }: Question,
  it: Outcome & { votes: NonNullable<Outcome["votes"]> },
  chair: "for" | "against" | undefined,
): Outcome => {
  const { adopted, explanation } = majorityReached(rule ?? simpleMajority, {
    for: BigInt(it.votes.for),
    against: BigInt(it.votes.against),
    abstained: BigInt(it.votes.abstained),
    blank: BigInt(it.blank),
    // At a meeting those who were there when it opened, and those represented; whoever came in later and voted was there too.
    present: BigInt(Math.max(it.voters, room ? room.present + room.represented : 0)),
    members: BigInt(entitled ?? 0),
    ...(chair ? { chair } : {}),
  })
  return { ...it, adopted, steps: explanation }
}

const election = (
  asked: Question,
  ballots: readonly Ranked[],
  blank: number,
  withdrew: readonly number[] = [],
): Count | null => {
  const { title, candidates, seats, method, lot, bounds } = asked
  if (ballots.length === 0 || !isRankedMethod(method)) return null
  return rankedMethods[method](
    { title, candidates, seats, withdrawn: [], ballots, ties: lot },
    { ...(bounds ? { bounds } : {}), ...roundOf(asked), turnout: { ...turnoutOf(asked, blank), withdrew } },
  )
}

const isRankedMethod = (method: string): method is RankedMethod =>
  (rankedMethodNames as readonly string[]).includes(method)

/** By the grades of each; whom a ballot that grades somebody does not grade has the worst. */
const judged = (
  { title, candidates, seats, lot }: Question,
  ballots: readonly Ranked[],
): Pick<Outcome, "count" | "grades"> => {
  if (ballots.length === 0) return { count: null, grades: null }
  const { count, tally, medians } = judgeBallots({ title, candidates, seats, withdrawn: [], ballots, ties: lot })
  // The page has words for each grade: the figures are told from them.
  const rounds = count.rounds.map((round) => ({ ...round, steps: [] }))
  return { count: { ...count, rounds }, grades: { tally: tally.map((of) => of.map(Number)), medians } }
}

const turnoutOf = ({ entitled }: Question, blank: number) => ({
  blank: BigInt(blank),
  enrolled: BigInt(entitled ?? 0),
})

/** Of several rounds: the rule, and which one this is. */
const roundOf = ({ method, round, rounds }: Question) =>
  method === "absolute" ? { rule: rounds > 2 ? threeRounds : twoRounds, round } : {}

/** Who may stand in the round that follows, once some have withdrawn; null where none follows. */
export const nextRoundOf = (
  asked: Question,
  found: Found,
  withdrew: readonly number[],
): NonNullable<Count["next"]> | null =>
  asked.method === "absolute"
    ? (election(asked, ballotsOf(found.choices, found.figures), outcomeOf(asked, found).blank, withdrew)?.next ?? null)
    : null
