import { IntlMessageFormat } from "intl-messageformat"

/** Languages that are complete. French is the source; a word missing elsewhere is shown in French. */
export type Language = "fr" | "en"
export const languages: readonly Language[] = ["fr", "en"]

/** ICU messages by flat key, as in a module's `words/fr.json`. */
export type Catalogue = Readonly<Record<string, string>>

/** Values of a message: text, numbers, booleans for `select`. Dates are formatted first, by `dates.ts`. */
export type Values = Readonly<Record<string, string | number | bigint | boolean | null | undefined>>

/**
 * Adds the words of one or several modules. Server and browser both call it once for each language, before the first `format`.
 * Throws when two modules claim the same key with different words: each key begins with its module's name.
 */
export const learnWords = (language: Language, ...catalogues: Catalogue[]): void => {
  for (const catalogue of catalogues)
    for (const [key, message] of Object.entries(catalogue)) {
      const known = messages[language].get(key)
      if (known !== undefined && known !== message)
        throw new Error(`Two modules give words for "${key}" in ${language}`)
      messages[language].set(key, message)
    }
}

/** The sentence for a key. An unknown key is returned as it is: a page with one odd word is better than no page. */
export const format = (language: Language, key: string, values?: Values): string => {
  const message = compiled(language, key)
  return message ? String(message.format(values as Record<string, string>)) : key
}

/** Whether a key has words, in this language or in French. */
export const hasWords = (language: Language, key: string): boolean =>
  messages[language].has(key) || messages.fr.has(key)

/** The best complete language for an `Accept-Language` header or a stored preference. */
export const languageOf = (wish: string | null | undefined): Language => {
  const asked = (wish ?? "").toLowerCase().split(",")
  return asked.map((part) => part.trim().slice(0, 2)).find(isLanguage) ?? "fr"
}

const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text)

const messages: Record<Language, Map<string, string>> = { fr: new Map(), en: new Map() }

// Parsing 2000 messages takes 47 ms: each is parsed at its first use only.
const cache: Record<Language, Map<string, { source: string; message: IntlMessageFormat }>> = {
  fr: new Map(),
  en: new Map(),
}

const compiled = (language: Language, key: string) => {
  const at = messages[language].has(key) ? language : "fr"
  const source = messages[at].get(key)
  if (source === undefined) return undefined
  const known = cache[at].get(key)
  if (known?.source === source) return known.message
  // Messages hold no markup: "<" is a character like any other, and React or html`` escapes it.
  const message = new IntlMessageFormat(source, at, undefined, { ignoreTag: true })
  cache[at].set(key, { source, message })
  return message
}
