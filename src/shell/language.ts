import type { Language } from "../kernel/words/words.ts"

const KEPT = "permanence.language"

/** The language this device last used; the account's own wins as soon as it is known. */
export const keptLanguage = (): string | null => localStorage.getItem(KEPT)

/** Keeps the language and draws everything anew in it: words are fetched for one language only. */
export const speak = (language: Language): void => {
  if (keptLanguage() === language) return
  localStorage.setItem(KEPT, language)
  location.reload()
}
