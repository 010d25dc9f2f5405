import type { Translate } from "../../../shell/use-words.ts"
import type { Warning } from "../warnings.ts"

type Named = { id: string; name: string }

/** A warning of the rulebook in words, with the names of its functions and of the person when they are known here. */
export const warningWords = (warning: Warning, functions: readonly Named[], people: readonly Named[], t: Translate) => {
  const nameOf = (all: readonly Named[], id: string | null) => all.find((one) => one.id === id)?.name
  return t(`mandates.warning.${warning.code}`, {
    function: nameOf(functions, warning.function_id) ?? "",
    other: nameOf(functions, warning.other_id) ?? "",
    person: nameOf(people, warning.person_id) ?? t("mandates.this_person"),
    held: warning.held,
    asked: warning.asked,
  })
}
