import type { ReadOf } from "../../../shell/api.ts"
import { ChoiceField, DateField, LongTextField } from "../../../shell/fields.tsx"
import { FileField } from "../../../shell/file-field.tsx"
import { Form } from "../../../shell/form.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useWords } from "../../../shell/use-words.ts"

/** What became of a text that left: the outcome among those possible, its day, a word, and the answer itself. */
export const OutcomeForm = ({ of: { text, outcomes }, kind }: { of: ReadOf<"texts.read">; kind?: "plain" }) => {
  const t = useWords()
  return (
    <Form
      key={text.state}
      command="texts.noteOutcome"
      draft={`texts.noteOutcome.${text.id}.${text.state}`}
      initial={{ on: today() }}
      input={(values) => ({
        textId: text.id,
        outcome: values["outcome"],
        on: values["on"] || null,
        note: values["note"] || null,
        fileId: values["answer"]?.fileId ?? null,
      })}
      send={t("texts.outcome.note")}
      {...(kind && { kind })}
      onDone={() => tell({ words: t("texts.lodge.done") })}
    >
      <ChoiceField
        name="outcome"
        label={t("texts.outcome.what")}
        options={outcomes.map((value) => ({ value, words: t(`texts.state.${value}`) }))}
        required
      />
      <DateField name="on" label={t("texts.lodge.on")} />
      <LongTextField name="note" label={t("texts.outcome.words")} rows={2} />
      {outcomes.includes("answered") && (
        <FileField name="answer" label={t("texts.answer.file")} bodyId={text.body_id} />
      )}
    </Form>
  )
}
