import { countInWords } from "../../kernel/counting/count-in-words.ts"
import { inWords } from "../../kernel/law/in-words.ts"
import { format, type Language } from "../../kernel/words/words.ts"
import type { Ballot } from "./ballot.ts"
import type { Outcome } from "./outcome.ts"

/** What came out: in one sentence, in figures, and how it was counted, step by step. */
export const outcomeInWords = (
  { candidates }: Pick<Ballot, "candidates">,
  { count, steps, adopted, votes, voters, blank, void: spoilt, quorum }: Outcome,
  language: Language,
) => {
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
  if (!count)
    return { ...figures, result: "nobody", sentence: format(language, "votes.result.nobody"), trace: [], voices: [] }
  const rounds = countInWords(language, count, candidates)
  const elected = new Set(count.elected)
  const last = new Map((count.rounds.at(-1)?.standing ?? []).map(({ candidate, votes: has }) => [candidate, has]))
  return {
    ...figures,
    result: count.open ? "open" : elected.size ? "elected" : count.next ? "next" : "nobody",
    sentence: rounds.at(-1)!.join(" "),
    trace: [took, ...rounds.slice(0, -1)].filter((steps_) => steps_.length > 0),
    voices: candidates.map((name, at) => ({ name, votes: last.get(at) ?? "0", elected: elected.has(at) })),
  }
}
