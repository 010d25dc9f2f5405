import { refuse } from "../refusal.ts"
import { asGroups, asText, fingerprint } from "./bytes.ts"
import { enclose } from "./envelope.ts"
import { fingerprintOf, type Question, type Vote } from "./question.ts"
import { aboutVote, type Urn } from "./urn.ts"
import { sealedBytes, writeVote } from "./vote.ts"

/** A vote that only the tellers together can read, and the receipt by which the voter finds it in the published urn. */
export type SealedVote = { ciphertext: string; receipt: string }

/** Seals a vote, in the voter's browser. `room` is that of the whole ballot (`roomFor`): all its votes have one length. */
export const sealVote = async ({ urn, question, room, vote }: ToSeal): Promise<SealedVote> => {
  const about = aboutVote(urn.ballot, await fingerprintOf(question))
  const ciphertext = asText(await enclose(urn.key, about, writeVote(question, room, vote)))
  return { ciphertext, receipt: await receiptOf(ciphertext, room) }
}
type ToSeal = { urn: Pick<Urn, "ballot" | "key">; question: Question; room: number; vote: Vote }

/**
 * The receipt of what was sent, for the server as well, which sees nothing else in it; refuses what is no sealed vote of this
 * ballot. Nobody's receipt is there twice: a ciphertext that is already in the urn is a copy.
 */
export const receiptOf = async (ciphertext: string, room: number): Promise<string> => {
  if (!sealedBytes(ciphertext, room)) refuse("sealed.not_a_sealed_vote")
  return asGroups((await fingerprint(["receipt", ciphertext])).slice(0, 15))
}
