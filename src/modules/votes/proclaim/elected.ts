import { refuse } from "../../../kernel/refusal.ts"
import type { Ballot } from "../ballot.ts"

/** Somebody elected, by their place on the paper. `votes`: those of the last count, where the method counts votes. */
export type Elected = {
  at: number
  person_id: string | null
  name: string
  form: "m" | "f" | "n"
  votes: string | null
}

/** Who was elected, in the order of their election; nobody while a tie is open. */
export const electedOf = ({ result, candidates, people, forms, method }: Ballot): Elected[] => {
  const count = result?.count
  if (!count || count.open) return []
  const last = new Map((count.rounds.at(-1)?.standing ?? []).map(({ candidate, votes }) => [candidate, votes]))
  return count.elected.map((at) => ({
    at,
    person_id: people[at] ?? null,
    name: candidates[at]!,
    form: forms[at] ?? "n",
    // Duels won, points and grades are no votes.
    votes: method === "borda" || method === "majority_judgment" ? null : last.get(at) || null,
  }))
}

export type ElectedPerson = Elected & { person_id: string }

/** Those elected to a function, all of them people of the file. Refuses a vote of which that is not known yet, or not to be had. */
export const electedPeople = (ballot: Ballot): [ElectedPerson, ...ElectedPerson[]] => {
  if (!ballot.closed_at) refuse("votes.not_counted")
  if (!ballot.function_id) refuse("votes.no_function")
  const elected = electedOf(ballot)
  const [first, ...more] = elected.filter((one): one is ElectedPerson => one.person_id !== null)
  if (1 + more.length < elected.length) refuse("votes.not_in_file")
  return first ? [first, ...more] : refuse(elected.length > 0 ? "votes.not_in_file" : "votes.nobody_elected")
}

/** Something came out that can be written as a decision: adopted, rejected, a motion, seats, or somebody elected. */
export const isSettled = (ballot: Ballot): boolean => {
  const { kind, result } = ballot
  if (!result) return false
  if (kind === "yes_no") return typeof result.adopted === "boolean" && result.voters > 0
  if (kind === "lists") return !!result.lists && !result.lists.open && result.lists.seats.some((one) => one > 0)
  return electedOf(ballot).length > 0
}
