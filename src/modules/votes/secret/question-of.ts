import { isRanked } from "../../../kernel/counting/fitting.ts"
import type { Question, Vote } from "../../../kernel/sealed-ballots/question.ts"
import type { Ballot } from "../ballot.ts"
import { type Answer, type Choice, GRADES } from "../choice.ts"

/** In the order in which a sealed vote holds them. A blank one has a form of its own. */
const answers: Answer[] = ["for", "against", "abstained"]

type Asked = Pick<Ballot, "title" | "question" | "kind" | "candidates" | "seats" | "method">

/** A question as it is sealed into every vote: a vote for other words, or for other candidates, does not open. */
export const questionOf = ({ title, question, kind, candidates, seats, method }: Asked): Question => {
  const options = kind === "yes_no" ? answers : candidates
  const one = { words: question ? `${title}\n${question}` : title, options, least: 1, blank: true }
  if (kind === "yes_no") return { ...one, kind: "choice", most: 1, highest: 1, ties: false }
  if (isRanked(method)) return { ...one, kind: "ranking", most: options.length, highest: options.length, ties: true }
  if (method === "majority_judgment")
    return { ...one, kind: "grades", most: options.length, highest: GRADES, ties: true }
  const most = method === "approval" ? options.length : kind === "lists" ? 1 : Math.min(seats, options.length)
  return { ...one, kind: "choice", most, highest: 1, ties: false }
}

/** What a vote that was opened says, as votes by name say it. */
export const choiceOf = ({ kind, method }: Pick<Ballot, "kind" | "method">, { blank, marks }: Vote): Choice => {
  if (kind === "yes_no") return { answer: blank ? "blank" : answers[marks.indexOf(1)]! }
  const those = (mark: number) => marks.flatMap((one, at) => (one === mark ? [at] : []))
  if (method === "majority_judgment" && !blank)
    return { ranks: Array.from({ length: GRADES }, (_, grade) => those(GRADES - grade)) }
  const places = [...new Set(marks.filter((mark) => mark > 0))].toSorted((a, b) => a - b)
  return { ranks: places.map(those) }
}
