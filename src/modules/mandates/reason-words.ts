import { dayOnly } from "../../kernel/words/dates.ts"
import { format, type Language } from "../../kernel/words/words.ts"
import type { Reason } from "./rights.ts"

/** Why, in a sentence: "Trésorière, Locale de Valmont, jusqu’au 30 juin 2027, par un vote (assemblée du 12 mars)." */
export const reasonWords = (language: Language, reason: Reason): string => {
  const { from, function_name, body_name, thing_title, since, until, origin, origin_note, granted_by } = reason
  const dates = {
    body: thing_title ? `${body_name}, ${thing_title}` : body_name,
    since: dayOnly(language, since),
    until: until ? dayOnly(language, until) : "",
    ends: until ? "yes" : "no",
    note: origin_note ?? "",
    noted: origin_note ? "yes" : "no",
  }
  return from === "grant"
    ? format(language, "mandates.reason.grant", { ...dates, by: granted_by })
    : format(language, "mandates.reason.mandate", { ...dates, function: function_name, origin })
}
