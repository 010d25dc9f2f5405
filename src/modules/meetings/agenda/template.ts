import type { TemplateItem } from "../tables.ts"

/** The items of a new agenda, in the order of the type's template. */
export const templateItems = (agenda: readonly TemplateItem[]) =>
  agenda.map(({ title, purpose, minutes, automatic, confidential }, index) => ({
    title,
    purpose,
    minutes,
    automatic: automatic ?? null,
    confidential: confidential ?? false,
    position: index + 1,
  }))
