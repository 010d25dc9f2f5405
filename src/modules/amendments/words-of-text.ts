import { fromPlain } from "../../kernel/rich-text/plain.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { say } from "../../words.ts"
import { findTextToChange, openStates, takeWords } from "../texts/contract.ts"
import type { Paragraph } from "../../kernel/amending/paragraph.ts"
import type { Operation } from "../../kernel/amending/operation.ts"
import { phrasesOf, placeInWords, type Say, sayOnAmendment } from "../../kernel/amending/phrase.ts"
import { placesOf } from "../../kernel/amending/place.ts"

/** Assemblies are amended in the language of the house. `amends_name`: how the amendment is called that a sub-amendment amends. */
export const sayFor = (
  { actor }: Pick<Circumstances, "actor">,
  { amends_name }: { amends_name: string | null } = { amends_name: null },
): Say => {
  const plain: Say = (key, values) => say(actor.language, key as never, values)
  return amends_name === null ? plain : sayOnAmendment(plain, amends_name)
}

/** What operations ask for, and where, as the text of the amendment says it. */
export const saidOf = (operations: readonly Operation[], paragraphs: readonly Paragraph[], say_: Say) => {
  const places = placesOf(paragraphs)
  const [first] = operations
  return {
    place: first ? capital(placeInWords(first, places, say_)) : "",
    phrases: phrasesOf(operations, paragraphs, say_),
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The same of an amendment whose operations nobody wrote: as it was published. */
export const saidOrPublished = (
  one: { operations: readonly Operation[]; place: string | null; says: string | null },
  paragraphs: readonly Paragraph[],
  say_: Say,
) =>
  one.operations.length
    ? saidOf(one.operations, paragraphs, say_)
    : { place: one.place ?? "", phrases: (one.says ?? "").split("\n").filter(Boolean) }

/**
 * The words of the text follow its operations, while it may still be written: what was validated or lodged says what was
 * validated or lodged. `more` are fields of its form.
 */
export const wordsOfText = async (
  textId: string,
  operations: readonly Operation[],
  paragraphs: readonly Paragraph[],
  given: Circumstances,
  named: { amends_name: string | null },
  more: { grounds?: string | null; balance?: string | null } = {},
): Promise<void> => {
  const text = await findTextToChange(textId, given)
  if (!text || !openStates.includes(text.state)) return
  const { place, phrases } = saidOf(operations, paragraphs, sayFor(given, named))
  await takeWords(text, { doc: fromPlain(phrases.join("\n\n")), fields: { place, ...more } }, given)
}
