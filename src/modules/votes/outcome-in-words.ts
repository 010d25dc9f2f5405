import type { Count } from "../../kernel/counting/count.ts"
import { countInWords, stepInWords } from "../../kernel/counting/count-in-words.ts"
import { inWords } from "../../kernel/law/in-words.ts"
import { number } from "../../kernel/words/numbers.ts"
import { format, type Language } from "../../kernel/words/words.ts"
import type { Ballot } from "./ballot.ts"
import type { Outcome } from "./outcome.ts"

/** What came out: in one sentence, in figures, and how it was counted, step by step. */
export const outcomeInWords = (
  ballot: Pick<Ballot, "kind" | "candidates" | "seats">,
  outcome: Outcome,
  language: Language,
) => {
  const { count, steps, adopted, votes, voters, blank, void: spoilt, quorum, lists, grades } = outcome
  const { candidates } = ballot
  const figures = { voters, blank, void: spoilt, votes: votes ?? null }
  const took = quorum ? [format(language, "votes.quorum.told", { ...quorum })] : []
  if (quorum && !quorum.reached) {
    const sentence = format(language, "votes.result.no_quorum", { ...quorum })
    return { ...figures, result: "no_quorum", sentence, trace: [took], voices: [] }
  }
  if (votes) {
    const result = voters === 0 ? "nobody" : adopted === null ? "open" : adopted ? "adopted" : "rejected"
    return {
      ...figures,
      result,
      sentence: format(language, `votes.result.${result}`, { for: votes.for, against: votes.against }),
      trace: [[...took, ...inWords(language, steps ?? [])]],
      voices: [],
    }
  }
  if (lists) return { ...figures, ...listsInWords(ballot, lists, took, language) }
  if (!count)
    return { ...figures, result: "nobody", sentence: format(language, "votes.result.nobody"), trace: [], voices: [] }
  const rounds = countInWords(language, count, candidates, ballot.kind === "motions" ? "motions" : "people")
  const elected = new Set(count.elected)
  const last = new Map((count.rounds.at(-1)?.standing ?? []).map(({ candidate, votes: has }) => [candidate, has]))
  return {
    ...figures,
    result: count.open ? "open" : elected.size ? "elected" : count.next ? "next" : "nobody",
    sentence: ballot.kind === "motions" ? motionInWords(count, candidates, language) : rounds.at(-1)!.join(" "),
    trace: [took, ...(grades ? gradesInWords(grades, candidates, language) : rounds.slice(0, -1))].filter(
      (steps_) => steps_.length > 0,
    ),
    voices: candidates.map((name, at) => ({
      name,
      votes: grades ? gradeName(language, grades.medians[at]!) : inFigures(last.get(at) ?? "0", language),
      elected: elected.has(at),
    })),
  }
}

/** Duels give nobody a number of votes. */
const inFigures = (votes: string, language: Language): string => (votes === "" ? "" : number(language, votes))

/** Of a motion one does not say that it is elected. */
const motionInWords = ({ elected, open, next }: Count, candidates: readonly string[], language: Language): string => {
  const names = (some: readonly number[]) => new Intl.ListFormat(language).format(some.map((at) => candidates[at]!))
  if (open) return format(language, "votes.result.motions_equal", { among: names(open.among) })
  if (elected.length > 0) return format(language, "votes.result.motion", { name: names(elected) })
  return next
    ? format(language, "votes.result.motions_next", { among: names(next.candidates) })
    : format(language, "votes.result.nobody")
}

export const gradeName = (language: Language, grade: number): string => format(language, `votes.grade.${grade as 0}`)

/** What each was given, grade by grade, from the best: anybody finds the median again. */
const gradesInWords = (
  { tally, medians }: NonNullable<Outcome["grades"]>,
  candidates: readonly string[],
  language: Language,
): string[][] =>
  candidates.map((name, at) => [
    format(language, "votes.grades.told", {
      name,
      median: gradeName(language, medians[at]!),
      tally: tally[at]!.map((many, grade) => `${gradeName(language, grade)} ${number(language, String(many))}`).join(
        ", ",
      ),
    }),
  ])

/** A list as it is written: its name, and after a colon those who are on it, in their order. */
export const listOf = (line: string): { name: string; members: string[] } => {
  const [name = "", members = ""] = line.split(/\s*:\s*(.*)/s)
  return { name, members: members.split(",").flatMap((one) => one.trim() || []) }
}

const listsInWords = (
  { candidates }: Pick<Ballot, "candidates">,
  { seats, open, tie, steps }: NonNullable<Outcome["lists"]>,
  took: string[],
  language: Language,
) => {
  const lists = candidates.map(listOf)
  const names = lists.map(({ name }) => name)
  const given = seats.reduce((sum, one) => sum + one, 0)
  const told = lists.map(({ name, members }, at) =>
    format(language, "votes.lists.told", {
      name,
      seats: seats[at]!,
      who: new Intl.ListFormat(language).format(members.slice(0, seats[at])),
    }),
  )
  const with_ = told.filter((_, at) => seats[at]! > 0)
  // Equal quotients that no rule decides leave seats to nobody: that is part of the result.
  const equal = new Intl.ListFormat(language).format((tie?.among ?? []).map((at) => names[at]!))
  const left = open && tie ? [format(language, "votes.result.lists_open", { among: equal, seats: tie.seats })] : []
  return {
    result: open ? "open" : given > 0 ? "elected" : "nobody",
    sentence: [...with_, ...left].join(" ") || format(language, "votes.result.nobody"),
    trace: [took, steps.map((one) => stepInWords(language, one, names))].filter((all) => all.length > 0),
    voices: names.map((name, at) => ({
      name,
      votes: format(language, "votes.lists.seats", { seats: seats[at]! }),
      elected: seats[at]! > 0,
    })),
  }
}
