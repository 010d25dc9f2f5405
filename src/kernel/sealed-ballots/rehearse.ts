import { refuse } from "../refusal.ts"
import { openUrn } from "./open-urn.ts"
import type { Question, Vote } from "./question.ts"
import { sealVote } from "./seal-vote.ts"
import { rehearse } from "./shares.ts"
import { trialOf, type Urn } from "./urn.ts"
import { roomFor } from "./vote.ts"

const question: Question = {
  kind: "choice",
  words: "trial",
  options: ["1", "2", "3"],
  least: 1,
  most: 1,
  highest: 1,
  ties: false,
  blank: true,
}
/** Sorted as an opening gives them. */
const votes: Vote[] = [
  { blank: false, marks: [1, 0, 0] },
  { blank: false, marks: [0, 1, 0] },
  { blank: false, marks: [0, 0, 1] },
]

/**
 * Rehearses an opening with the shares of the trial, in the browser of the teller who opens: test votes are sealed to the key of the
 * trial, and opened as those of the urn will be. They are sent nowhere, and no part of the key of the urn is here.
 */
export const rehearseOpening = async (urn: Urn, shares: readonly string[]): Promise<{ tellers: string[] }> => {
  const trial = trialOf(urn)
  const who = await rehearse(trial, shares)
  const room = roomFor([question])
  const sealed = await Promise.all(votes.map((vote) => sealVote({ urn: trial, question, room, vote })))
  const ciphertexts = sealed.map(({ ciphertext }) => ciphertext)
  const found = await openUrn({ urn: trial, question, room, ciphertexts, shares })
  const told = (some: readonly Vote[]) =>
    some
      .map(({ marks }) => marks.join(""))
      .toSorted()
      .join()
  if (found.nulls > 0 || told(found.votes) !== told(votes)) refuse("sealed.wrong_trial")
  return who
}
