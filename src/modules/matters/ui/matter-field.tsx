import { useMemo } from "react"
import { useRead } from "../../../shell/api.ts"
import type { FieldProps } from "../../../shell/field.tsx"
import { useField, useFormValues } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { useLater } from "../../../shell/use-later.ts"
import { useWords } from "../../../shell/use-words.ts"

/** Picks an open matter of a body, and offers those that the words of the form are likely about: `of` is the field to read, or the words themselves. */
export const MatterField = ({
  bodyId,
  of,
  about,
  ...props
}: FieldProps & { bodyId: string; of?: string; about?: string }) => {
  const t = useWords()
  const more = useMemo(() => ({ bodyId, state: "open" }), [bodyId])
  const { value, set } = useField(props.name)
  const values = useFormValues()
  const typed = about ?? (of ? values[of] : undefined)
  const text = useLater(typeof typed === "string" ? typed.slice(0, 2000) : "", 500)
  const { data } = useRead("matters.suggest", { bodyId, text }, { enabled: !value && text.trim().length > 3 })
  const likely = value ? [] : (data?.rows ?? [])
  return (
    <>
      <PickField {...props} read="matters.list" more={more} row={matterRow} />
      {likely.length > 0 && (
        <p className="bar">
          <span className="soft">{t("matters.likely")}</span>
          {likely.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              className="chip"
              aria-label={t("matters.likely.take", { title })}
              onClick={() => set({ picked: true, id, words: title })}
            >
              {title}
            </button>
          ))}
        </p>
      )}
    </>
  )
}

const matterRow = ({ id, title }: { id: string; title: string }) => ({ id, words: title })
