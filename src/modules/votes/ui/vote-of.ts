import type { Question, Vote } from "../../../kernel/sealed-ballots/question.ts"

type Said = { answer?: "for" | "against" | "abstained" | "blank" | undefined; ranks?: number[][] | undefined }

/** What was chosen, as a sealed vote holds it: a number for each option. */
export const voteOf = (
  { kind, options, highest }: Pick<Question, "kind" | "options" | "highest">,
  { answer, ranks = [] }: Said,
): Vote => {
  if (answer) return { blank: answer === "blank", marks: options.map((one) => (one === answer ? 1 : 0)) }
  const placeOf = (at: number) => ranks.findIndex((rank) => rank.includes(at)) + 1
  return {
    blank: ranks.flat().length === 0,
    marks: options.map((_, at) => {
      const place = placeOf(at)
      if (kind === "grades") return place === 0 ? 0 : highest + 1 - place
      return kind === "ranking" ? place : Math.min(1, place)
    }),
  }
}
