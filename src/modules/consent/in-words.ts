import { dayOnly } from "../../kernel/words/dates.ts"
import type { Language } from "../../kernel/words/words.ts"
import { say } from "../../words.ts"
import type { Proposal } from "./said.ts"

type Outcome = Pick<Proposal, "name" | "form" | "round"> & {
  what: string
  on: Temporal.PlainDate
  changes: number
  /** All that were raised, to each proposal. */
  objections: number
  unheard: number
}

/** The result in one sentence: "Noor Haddad est élue par consentement le 3 mai 2026, après 1 changement, sans objection." */
export const resultInWords = (it: Outcome, language: Language): string =>
  say(language, "consent.result", {
    name: it.name,
    form: it.form,
    what: it.what,
    day: dayOnly(language, it.on),
    changes: it.changes,
    objections: it.objections,
    round: it.round,
    unheard: it.unheard,
  })
