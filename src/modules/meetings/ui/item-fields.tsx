import { useMemo } from "react"
import { CheckField, ChoiceField, LongTextField, NumberField, TextField } from "../../../shell/fields.tsx"
import { FileField } from "../../../shell/file-field.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { RichTextField } from "../../../shell/rich-text-field.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { MatterField } from "../../matters/ui/contract.tsx"

/** The fields of an item. A presenter who does not prepare the meeting writes the texts and brings the papers; a member who proposes chooses no presenter. */
export const ItemFields = ({ bodyId, only }: { bodyId: string; only?: "texts" | "proposal" }) => {
  const t = useWords()
  const more = useMemo(() => ({ bodyId }), [bodyId])
  const all = only !== "texts"
  return (
    <>
      {all && <TextField name="title" label={t("meetings.item.title")} required />}
      {all && <Purpose />}
      {all && only !== "proposal" && (
        <PickField
          name="presenter"
          label={t("meetings.item.presenter")}
          more={more}
          hint={t("meetings.item.presenter.hint")}
        />
      )}
      {all && (
        <NumberField
          name="minutes"
          label={t("meetings.item.minutes")}
          unit={t("meetings.field.minutes.unit")}
          min={1}
          max={1440}
          required
        />
      )}
      <RichTextField
        name="description"
        label={t("meetings.item.description")}
        hint={t("meetings.item.description.hint")}
      />
      <LongTextField
        name="proposedDecision"
        label={t("meetings.item.proposed_decision")}
        hint={t("meetings.item.proposed_decision.hint")}
      />
      <FileField name="papers" label={t("meetings.item.papers.label")} many bodyId={bodyId} />
      {all && <MatterField name="matter" label={t("meetings.item.matter")} bodyId={bodyId} of="title" />}
      {all && (
        <CheckField
          name="confidential"
          label={t("meetings.item.confidential.label")}
          hint={t("meetings.item.confidential.hint")}
        />
      )}
    </>
  )
}

const Purpose = () => {
  const t = useWords()
  return (
    <ChoiceField
      name="purpose"
      label={t("meetings.item.purpose")}
      required
      options={(["inform", "discuss", "decide"] as const).map((value) => ({
        value,
        words: t(`meetings.purpose.${value}`),
      }))}
    />
  )
}
