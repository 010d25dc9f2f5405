import { refuse } from "../refusal.ts"
import { ENVELOPE } from "./envelope.ts"
import { answers, type Question, type Vote } from "./question.ts"
import { asBytes, type Bytes } from "./bytes.ts"

const FORM = 1
const HEAD = 2
const MOST_ROOM = 1000
const MOST_MARK = 0xffff

/** How many options the longest question of a ballot has: every vote of the ballot is sealed at that length. */
export const roomFor = (questions: readonly Question[]): number => {
  const room = Math.max(1, ...questions.map(({ options }) => options.length))
  return room <= MOST_ROOM ? room : refuse("sealed.too_many_options", { most: MOST_ROOM })
}

/** How many bytes a sealed vote has, whatever the vote. */
const lengthOf = (room: number): number => ENVELOPE + HEAD + 2 * room

/** The bytes of a sealed vote as it was sent, or null where it cannot be one. */
export const sealedBytes = (ciphertext: string, room: number): Bytes | null => {
  const bytes = ciphertext.length === Math.ceil((lengthOf(room) * 4) / 3) ? asBytes(ciphertext) : null
  return bytes?.length === lengthOf(room) ? bytes : null
}

export const writeVote = (question: Question, room: number, vote: Vote): Bytes => {
  if (!answers(question, vote) || vote.marks.length > room || vote.marks.some((mark) => mark > MOST_MARK))
    refuse("sealed.not_a_vote")
  const bytes = new Uint8Array(HEAD + 2 * room)
  bytes[0] = FORM
  bytes[1] = vote.blank ? 1 : 0
  for (const [at, mark] of vote.marks.entries()) new DataView(bytes.buffer).setUint16(HEAD + 2 * at, mark)
  return bytes
}

/** The vote, or null where it answers nothing, or is written in another way than ours. */
export const readVote = (question: Question, room: number, bytes: Bytes): Vote | null => {
  if (bytes.length !== HEAD + 2 * room || bytes[0] !== FORM || bytes[1]! > 1) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const all = Array.from({ length: room }, (_, at) => view.getUint16(HEAD + 2 * at))
  const marks = all.slice(0, question.options.length)
  const vote = { blank: bytes[1] === 1, marks }
  return all.slice(marks.length).every((mark) => mark === 0) && answers(question, vote) ? vote : null
}
