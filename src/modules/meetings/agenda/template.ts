import type { TemplateItem } from "../tables.ts"

/** The items of a new agenda, in the order of the type's template. What comes back by itself is not written here: it comes when there is something. */
export const templateItems = (agenda: readonly TemplateItem[]) =>
  agenda
    .filter(({ automatic }) => !automatic)
    .map((item, index, all) => ({
      title: item.title,
      purpose: item.purpose,
      minutes: item.minutes,
      confidential: item.confidential ?? false,
      position: index + 1,
      closes: index === all.length - 1 && isClosing(item),
    }))

/** The line of a type that says how long what comes back by itself takes, if there is one. */
export const ofTemplate = (agenda: readonly TemplateItem[], automatic: "approve-minutes" | "follow-up") =>
  agenda.find((item) => item.automatic === automatic)

/** Where the type wants the follow-up: how many of its own items stand before. First, when it does not say. */
export const placeOfFollowUp = (agenda: readonly TemplateItem[]): number => {
  const at = agenda.findIndex(({ automatic }) => automatic === "follow-up")
  return at < 0 ? 0 : agenda.slice(0, at).filter(({ automatic }) => !automatic).length
}

/** A type shows the approval of the last minutes where it will stand: first. */
export const approvalFirst = <Item extends { automatic?: string | null | undefined }>(
  agenda: readonly Item[],
): Item[] => [
  ...agenda.filter(({ automatic }) => automatic === "approve-minutes"),
  ...agenda.filter(({ automatic }) => automatic !== "approve-minutes"),
]

/** The agenda of a type with items besides: before its last one when that is the short talk that closes most agendas ("any other business"). */
export const withItems = (agenda: readonly TemplateItem[], items: readonly TemplateItem[]): TemplateItem[] => {
  const last = agenda.at(-1)
  return last && isClosing(last) ? [...agenda.slice(0, -1), ...items, last] : [...agenda, ...items]
}

const isClosing = ({ automatic, purpose, minutes }: TemplateItem): boolean =>
  !automatic && purpose === "discuss" && minutes <= 10
