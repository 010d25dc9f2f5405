import type { Language } from "../kernel/words/words.ts"
import { keep, kept } from "./store.ts"

const KEPT = "permanence.language"

/** The language this device last used; the account's own wins as soon as it is known. */
export const keptLanguage = (): string | null => kept(KEPT)

/** Keeps the language and draws everything anew in it: words are fetched for one language only. */
export const speak = (language: Language): void => {
  // Where nothing can be kept, loading again would come back here for ever.
  if (keep(KEPT, language)) location.reload()
}
