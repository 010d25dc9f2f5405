import type { ReadOf } from "../../../shell/api.ts"
import { today, type Translate, type useFigures } from "../../../shell/use-words.ts"

type Line = Pick<ReadOf<"offices.list">["rows"][number], "title" | "role" | "form" | "country">

/** What one is there: the exact title, or the usual word in the gender of the holder. */
export const roleOf = ({ title, role, form, country }: Line, t: Translate): string =>
  title ?? t(`offices.role.${role}`, { form, country })

/** "depuis le 3 décembre 2024", "du … au …", "à partir du …", "n’a pas commencé". */
export const span = (
  { since, until }: { since: string; until: string | null },
  t: Translate,
  say: ReturnType<typeof useFigures>,
): string => {
  if (until && until < since) return t("offices.span.never")
  if (until) return t("offices.span.both", { since: say.dayOnly(since), until: say.dayOnly(until) })
  return t(since > today() ? "offices.span.coming" : "offices.span.open", { since: say.dayOnly(since) })
}

type Warned = Pick<ReadOf<"offices.foresee">["warnings"][number], "rule" | "basis" | "source" | "confidence" | "with">

/** What a rule has against it, with its article and where it was read. */
export const warningOf = (one: Warned, t: Translate): string =>
  t("offices.warning", {
    rule: t.named(`offices.rule.${one.rule}`),
    with: one.with.join(", "),
    basis: one.basis,
    source: `${one.source}, ${t.named(`offices.confidence.${one.confidence}`)}`,
  })

/** Which of the three states a span of days is in. */
export const stateOf = ({ since, until }: { since: string; until: string | null }): "now" | "past" | "coming" =>
  until && until < today() ? "past" : since > today() ? "coming" : "now"
