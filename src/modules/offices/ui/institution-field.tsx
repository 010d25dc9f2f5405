import { useMemo } from "react"
import type { ReadOf } from "../../../shell/api.ts"
import { type FormValues, useFormValues } from "../../../shell/form.tsx"
import { type Pick, PickField } from "../../../shell/pick-field.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { InstitutionFields, institutionOf } from "./office-fields.tsx"

type Picked = ReadOf<"offices.pickInstitution">[number]

/** Where somebody sits: an institution of the register, an organisation of the file, or one that is nowhere yet. */
export const InstitutionField = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const values = useFormValues()
  const pick = values["institutionId"] as Pick | null | undefined
  const more = useMemo(() => ({ bodyId }), [bodyId])
  return (
    <>
      <PickField
        name="institutionId"
        label={t("offices.field.institution")}
        hint={t("offices.field.institution.hint")}
        read="offices.pickInstitution"
        more={more}
        row={({ id, name, from, kind: its }: Picked) => ({
          id,
          words: name,
          soft: its ? t(`offices.kind.${its}`) : t(`offices.institution.from.${from as "file" | "new"}`),
        })}
        required
      />
      {isNew(pick) && (
        <fieldset className="field">
          <legend>{t("offices.institution.new")}</legend>
          <InstitutionFields prefix="new." named />
        </fieldset>
      )}
    </>
  )
}

/** What was picked, as the commands take it. */
export const pickedInstitution = (values: FormValues) => {
  const pick = values["institutionId"] as Pick | null | undefined
  if (!pick) return {}
  if (!isNew(pick)) return { institutionId: pick.id }
  const { name: _, ...said } = institutionOf(values, "new.")
  const outsideId = pick.id.startsWith("outside:") ? pick.id.slice("outside:".length) : null
  return { institution: { ...said, ...(outsideId ? { outsideId } : { name: pick.id.slice("new:".length) }) } }
}

export const isNew = (pick: Pick | null | undefined) => pick !== null && pick !== undefined && pick.id.includes(":")
