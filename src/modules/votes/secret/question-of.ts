import type { Question, Vote } from "../../../kernel/sealed-ballots/question.ts"
import type { Ballot } from "../ballot.ts"
import { type Answer, type Choice, isRanked } from "../choice.ts"

/** In the order in which a sealed vote holds them. A blank one has a form of its own. */
const answers: Answer[] = ["for", "against", "abstained"]

type Asked = Pick<Ballot, "title" | "question" | "kind" | "candidates" | "seats" | "method">

/** A question as it is sealed into every vote: a vote for other words, or for other candidates, does not open. */
export const questionOf = ({ title, question, kind, candidates, seats, method }: Asked): Question => {
  const options = kind === "yes_no" ? answers : candidates
  const one = { words: question ? `${title}\n${question}` : title, options, least: 1, blank: true }
  if (kind === "yes_no") return { ...one, kind: "choice", most: 1, highest: 1, ties: false }
  if (isRanked(method)) return { ...one, kind: "ranking", most: options.length, highest: options.length, ties: true }
  const most = method === "approval" ? options.length : Math.min(seats, options.length)
  return { ...one, kind: "choice", most, highest: 1, ties: false }
}

/** What a vote that was opened says, as votes by name say it. */
export const choiceOf = ({ kind }: Pick<Ballot, "kind">, { blank, marks }: Vote): Choice => {
  if (kind === "yes_no") return { answer: blank ? "blank" : answers[marks.indexOf(1)]! }
  const places = [...new Set(marks.filter((mark) => mark > 0))].toSorted((a, b) => a - b)
  const ranks = places.map((place) => marks.flatMap((mark, at) => (mark === place ? [at] : [])))
  return { ranks }
}
