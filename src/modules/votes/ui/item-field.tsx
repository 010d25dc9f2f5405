import type { ReadOf } from "../../../shell/api.ts"
import { ChoiceField } from "../../../shell/fields.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** Under which item of its meeting the minutes carry a decision; beside them, where none is chosen. */
export const ItemField = ({ of }: { of: ReadOf<"votes.read">["minutes_of"] }) => {
  const t = useWords()
  if (!of) return null
  return (
    <>
      <ChoiceField
        name="itemId"
        label={t("votes.decide.item")}
        hint={t("votes.decide.meeting", { meeting: of.title })}
        options={of.items.map(({ id, title }) => ({ value: id, words: title }))}
        as="select"
      />
      {of.unread && <p role="note">{t("votes.decide.unread")}</p>}
    </>
  )
}
