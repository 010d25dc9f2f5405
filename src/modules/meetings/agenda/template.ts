import type { TemplateItem } from "../tables.ts"

/** The items of a new agenda, in the order of the type's template. What comes back by itself is not written here: it comes when there is something. */
export const templateItems = (agenda: readonly TemplateItem[]) =>
  agenda
    .filter(({ automatic }) => !automatic)
    .map(({ title, purpose, minutes, confidential }, index) => ({
      title,
      purpose,
      minutes,
      confidential: confidential ?? false,
      position: index + 1,
    }))

/** Where the template wants what comes back by itself: how many of its own items stand before. First, when it does not say. */
export const placeInTemplate = (
  agenda: readonly TemplateItem[],
  automatic: "approve-minutes" | "follow-up",
): { before: number; item: TemplateItem | undefined } => {
  const at = agenda.findIndex((item) => item.automatic === automatic)
  return {
    before: at < 0 ? 0 : agenda.slice(0, at).filter((item) => !item.automatic).length,
    item: agenda[at],
  }
}

/** The agenda of a type with items besides: before its last one when that is the short talk that closes most agendas ("any other business"). */
export const withItems = (agenda: readonly TemplateItem[], items: readonly TemplateItem[]): TemplateItem[] => {
  const last = agenda.at(-1)
  const closes = last !== undefined && !last.automatic && last.purpose === "discuss" && last.minutes <= 10
  return closes ? [...agenda.slice(0, -1), ...items, last] : [...agenda, ...items]
}
