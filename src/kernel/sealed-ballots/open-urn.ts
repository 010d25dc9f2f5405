import { cryptography } from "./bytes.ts"
import { opener } from "./envelope.ts"
import { fingerprintOf, type Question, type Vote } from "./question.ts"
import { recombine } from "./shares.ts"
import { aboutVote, type Urn } from "./urn.ts"
import { readVote, sealedBytes } from "./vote.ts"

const AT_ONCE = 100

/**
 * What was in an urn. `votes` are sorted by what they say: nothing is left of the order they came in. `copies` are ciphertexts that
 * were there more than once, counted once; `nulls` are all that is no vote, `unreadable` those of them that did not even open.
 */
export type Opened = { votes: Vote[]; nulls: number; unreadable: number; copies: number }

/** Opens a whole urn for one question, in a teller's browser, with the shares that the others passed to it. */
export const openUrn = async ({ urn, question, room, ciphertexts, shares }: ToOpen): Promise<Opened> => {
  const secret = await recombine(urn, shares)
  const read = await opener(secret, aboutVote(urn.ballot, await fingerprintOf(question)))
  secret.fill(0)
  // Two copies of a ciphertext are one vote: whoever sends another's again would else see it counted twice, and so learn it.
  const single = [...new Set(ciphertexts)]
  const urnful = shuffled(single.map((ciphertext) => sealedBytes(ciphertext, room)))
  const votes: Vote[] = []
  let unreadable = 0
  for (let from = 0; from < urnful.length; from += AT_ONCE) {
    const some = urnful.slice(from, from + AT_ONCE)
    const contents = await Promise.all(some.map(async (bytes) => (bytes ? read(bytes) : null)))
    for (const content of contents) {
      const vote = content && readVote(question, room, content)
      if (vote) votes.push(vote)
      if (!content) unreadable++
    }
  }
  const nulls = single.length - votes.length
  return { votes: votes.toSorted(byWhatItSays), nulls, unreadable, copies: ciphertexts.length - single.length }
}
type ToOpen = {
  urn: Urn
  question: Question
  room: number
  ciphertexts: readonly string[]
  shares: readonly string[]
}

/** Each order as likely as any other; the numbers come from the machine's own source. */
export const shuffled = <T>(items: readonly T[]): T[] => {
  const all = [...items]
  for (let last = all.length - 1; last > 0; last--) {
    const other = below(last + 1)
    ;[all[last], all[other]] = [all[other]!, all[last]!]
  }
  return all
}

/** A number under a limit. Draws again above the last whole multiple: the rest alone would favour small numbers. */
const below = (limit: number): number => {
  const most = Math.floor(2 ** 32 / limit) * limit
  for (;;) {
    const [drawn] = cryptography().getRandomValues(new Uint32Array(1))
    if (drawn! < most) return drawn! % limit
  }
}

const byWhatItSays = (one: Vote, other: Vote): number => {
  if (one.blank !== other.blank) return one.blank ? 1 : -1
  const at = one.marks.findIndex((mark, place) => mark !== other.marks[place])
  return at === -1 ? 0 : other.marks[at]! - one.marks[at]!
}
