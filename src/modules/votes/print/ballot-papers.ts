import { isRanked } from "../../../kernel/counting/fitting.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { BallotPapers } from "../../../kernel/typeset/voting-papers.ts"
import { format, type Language } from "../../../kernel/words/words.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { computeRoll } from "../../members/contract.ts"
import type { Ballot } from "../ballot.ts"
import { GRADES } from "../choice.ts"
import { gradeName } from "../outcome-in-words.ts"
import { findOperation } from "../operation/operation.ts"
import { rollRuleFor } from "../operation/roll.ts"

const MOST = 10_000

/** The paper of a vote, and how many of it: as many as asked, or one for each who may vote and a tenth more. */
export const papersFor = async (
  ballot: Ballot,
  asked: string | undefined,
  given: Circumstances,
): Promise<BallotPapers> => {
  const { language } = given.actor
  const body = (await findBodyEvenClosed(ballot.body_id, given.db))!
  const copies = asked ? Number(asked) : Math.min(MOST, Math.ceil((await voters(ballot, body, given)) * 1.1))
  if (!Number.isInteger(copies) || copies < 1) invalid(["exemplaires"], "invalid_value")
  if (copies > MOST) invalid(["exemplaires"], "too_big", { maximum: MOST })
  const operation = ballot.operation_id ? await findOperation(ballot.operation_id, given) : undefined
  const { kind, candidates, title, question } = ballot
  return {
    body: body.name,
    title,
    date: ballot.on_day.toString(),
    lang: language,
    copies,
    over: [operation?.title, roundOf(ballot, language)].filter(Boolean).join(", "),
    question,
    how: howToFill(ballot, language),
    options:
      kind === "yes_no"
        ? (["for", "against", "abstained"] as const).map((one) => format(language, `votes.answer.${one}`))
        : candidates,
    mark: isNumbered(ballot) ? "rank" : "tick",
    notes: notesOf(ballot, language),
  }
}

/** "2e tour", of a vote in rounds. */
export const roundOf = ({ round, rounds }: Pick<Ballot, "round" | "rounds">, language: Language): string =>
  rounds > 1 ? format(language, "votes.round", { n: round }) : ""

/** How many may vote; before the roll is frozen, how many could if it were today. */
export const voters = async (
  { entitled, ...voted }: Pick<Ballot, "entitled" | "body_id" | "electorate" | "functions" | "on_day">,
  body: Parameters<typeof rollRuleFor>[1],
  given: Circumstances,
): Promise<number> => {
  if (entitled !== null) return entitled
  const lines = await computeRoll(voted.body_id, await rollRuleFor(voted, body, given), voted.on_day, given.db)
  return Math.max(1, lines.filter((one) => one.entitled).length)
}

type Asked = Pick<Ballot, "kind" | "method" | "seats" | "candidates">

/** How many names a paper may carry. */
export const mostNames = ({ kind, method, seats, candidates }: Asked): number => {
  if (kind === "lists") return 1
  return method === "plurality" || method === "absolute" ? Math.min(seats, candidates.length) : candidates.length
}

/** Filled in with numbers, ranks or grades, and not with crosses. */
export const isNumbered = ({ method }: Pick<Ballot, "method">): boolean =>
  isRanked(method) || method === "majority_judgment"

/** "1 Excellent, 2 Très bien…" */
const gradesByNumber = (language: Language) =>
  Array.from({ length: GRADES }, (_, at) => `${at + 1}\u00a0${gradeName(language, at)}`).join(", ")

const howToFill = (ballot: Asked, language: Language): string => {
  const { kind, method } = ballot
  if (method === "majority_judgment")
    return format(language, "votes.print.grades", {
      grades: gradesByNumber(language),
      worst: gradeName(language, GRADES - 1),
    })
  if (isRanked(method)) return format(language, "votes.print.rank")
  if (method === "approval") return format(language, "votes.print.any")
  if (kind !== "candidates" && mostNames(ballot) === 1) return format(language, "votes.print.tick_one")
  if (kind === "yes_no") return format(language, "votes.print.tick_one")
  return format(language, "votes.print.up_to", { count: mostNames(ballot) })
}

const notesOf = (ballot: Asked, language: Language): string[] => {
  const ticks = ballot.kind !== "candidates" ? "no_answer" : "no_name"
  const blank = isNumbered(ballot) ? "no_number" : ticks
  const many = ballot.kind !== "candidates" ? "two_answers" : "names"
  return [
    format(language, `votes.print.blank.${blank}`),
    isNumbered(ballot) || ballot.method === "approval"
      ? ""
      : format(language, `votes.print.void.${many}`, { count: mostNames(ballot) }),
    format(language, "votes.print.void.sign"),
  ].filter(Boolean)
}
