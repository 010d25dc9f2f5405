import type { RichText } from "../rich-text/schema.ts"
import { blocksOf, headData, type PaperHead } from "./paper-head.ts"
import { typeset } from "./typeset.ts"

/** Where the envelope has its window. */
export type WindowSide = "right" | "left"

/** One letter to one address. Dates and words are written by the caller. */
export type OneLetter = {
  subject: string
  reference?: string
  /** As it stands in the window: who, what they are, where. */
  address: string[]
  place_and_date: string
  /** "Nos réf.", "Vos réf.": a word and what stands there. */
  references: [word: string, value: string][]
  /** "Monsieur le Préfet"; the comma comes by itself. */
  called: string
  text: RichText | string
  closing: string
  /** What stands above the name: a function, "par ordre". */
  sign: string[]
  signed_by: string
  /** A PNG, for whoever signed with it. */
  picture?: Uint8Array
  enclosed: string[]
}

/** The paper of a body, and what is written on it: `title` is the object of the first. `tick` asks for a last page to tick,
 * which names `ticked`, the letters themselves unless told. */
export type LettersPaper = PaperHead & {
  sender: string[]
  foot?: string
  side: WindowSide
  letters: OneLetter[]
  tick?: string
  ticked?: readonly OneLetter[]
}

export const letterPdf = ({ sender, foot, side, letters, tick, ticked = letters, ...head }: LettersPaper) => {
  // The same signature under five hundred letters is drawn once.
  const pictures = [...new Set(letters.flatMap(({ picture }) => picture ?? []))]
  return typeset({
    template: "letter",
    data: {
      ...headData(head),
      sender,
      foot,
      side,
      tick,
      ticked: tick ? ticked.map(({ address, subject, enclosed }) => ({ address, subject, enclosed })) : [],
      pictures: pictures.map((picture) => [...picture]),
      letters: letters.map(({ picture, text, ...letter }) => ({
        ...letter,
        text: blocksOf(text),
        picture: picture ? pictures.indexOf(picture) : null,
      })),
    },
    standard: "a-2a",
  })
}
