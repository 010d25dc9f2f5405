import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"

/** The words one agrees to by sending the sheet: they stand above its button, and are kept with the consent. */
export const consentWords = (language: Language, { body, shared }: { body: string; shared: boolean }): string =>
  [say(language, "skills.consent", { body }), shared && say(language, "skills.consent.shared", { body })]
    .filter(Boolean)
    .join(" ")
