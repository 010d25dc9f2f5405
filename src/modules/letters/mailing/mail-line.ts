import { type Composer, composes } from "../../post/contract.ts"
import { findPrinted, houseOf } from "../paper/paper-of.ts"
import { composedLetter, joinedTo } from "../sending/mail-letter.ts"
import { forLine } from "./paper.ts"

/** A letter to many, as one of them receives it by mail. */
const line: Composer = async (sending, given) => {
  const { text_id, line_id } = sending.content as { text_id: string; line_id: string }
  const found = await given.db.selectFrom("mailing_lines").select("said").where("id", "=", line_id).executeTakeFirst()
  const system = { ...given, actor: { ...given.actor, personId: null } }
  const [letter] = await given.once(`letter ${text_id}`, () => findPrinted([text_id], system))
  if (!found || !letter || !found.said.name) return null
  const house = await given.once(`house ${letter.body_id}`, () => houseOf(letter.body_id, given))
  const joined = await given.once(`joined ${text_id}`, () => joinedTo(text_id, given))
  return {
    ...composedLetter(forLine(letter, found.said), house, joined, `letter ${line_id}`, given.now),
    to_name: found.said.name,
  }
}

composes("letter-line", line)
