import { type Language, learnWords } from "../kernel/words/words.ts"

/** Fetches what the frame and Today say: nothing is drawn before. */
export const learnFirstWords = async (language: Language): Promise<void> => {
  const { words } = await (language === "en" ? import("./words-en.ts") : import("./words-fr.ts"))
  learnWords(language, ...words)
}

let asked: Promise<void> | undefined

/** Fetches, once, what all other pages say; what failed is asked again by the next page. */
export const restOfWords = (language: Language): Promise<void> =>
  (asked ??= fetchRest(language).catch((error: unknown) => {
    asked = undefined
    throw error
  }))

const fetchRest = async (language: Language) => {
  const { words } = await (language === "en" ? import("./rest-of-words-en.ts") : import("./rest-of-words-fr.ts"))
  learnWords(language, ...words)
}
