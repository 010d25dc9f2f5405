import { today, type Translate, type useFigures } from "../../../shell/use-words.ts"

/** "depuis le 1er janvier 2026", "du … au …", "à partir du …", "n’a pas commencé". */
export const span = (
  t: Translate,
  say: ReturnType<typeof useFigures>,
  { since, until }: { since: string; until: string | null },
): string => {
  if (until && until < since) return t("mandates.span.never")
  if (until) return t("mandates.span.both", { since: say.dayOnly(since), until: say.dayOnly(until) })
  return t(since > today() ? "mandates.span.coming" : "mandates.span.open", { since: say.dayOnly(since) })
}
