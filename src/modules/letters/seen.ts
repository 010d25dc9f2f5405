import type { Selectable } from "kysely"
import type { Circumstances } from "../../kernel/rule.ts"
import { findSeenText, findTextToChange, type Text } from "../texts/contract.ts"
import type { LetterRow } from "./tables.ts"

export type Letter = Selectable<LetterRow>
/** A text with what makes a letter of it; `letter` is not there as long as nobody said whom it is for. */
export type LetterText = Text & { letter: Letter | undefined }

/** A text of the kind "letter" that the actor sees. */
export const findSeenLetter = async (textId: string, given: Circumstances): Promise<LetterText | undefined> =>
  withLetter(await findSeenText(textId, given), given)

/** The same, locked by its text. */
export const findLetterToChange = async (textId: string, given: Circumstances): Promise<LetterText | undefined> =>
  withLetter(await findTextToChange(textId, given), given)

/** The same, addressed; what is not yet cannot be sent. */
export const findAddressedToChange = async (textId: string, given: Circumstances) => {
  const text = await findLetterToChange(textId, given)
  return text?.letter && { ...text, letter: text.letter }
}

const withLetter = async (text: Text | undefined, { db }: Circumstances): Promise<LetterText | undefined> =>
  text?.kind === "letter"
    ? {
        ...text,
        letter: await db.selectFrom("letters").selectAll().where("text_id", "=", text.id).executeTakeFirst(),
      }
    : undefined
