import { ChoiceField, DateField, LongTextField, TextField, TimeField } from "../../../shell/fields.tsx"
import { FileField } from "../../../shell/file-field.tsx"
import { Form } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useWords } from "../../../shell/use-words.ts"
import { OutcomeForm } from "./contract.tsx"
import type { TextRead } from "./text-page.tsx"

const means = ["platform", "mail", "hand", "post"] as const

/** Notes that the text left: the day, the number its assembly gave it, what was given in return. */
export const Leaving = ({ of: { text, missing, steps, may } }: { of: TextRead }) => {
  const t = useWords()
  if (!("texts.lodge" in missing) || !may["texts.lodge"]) return null
  const leaves = steps.at(-1) as "lodged" | "sent" | "delivered" | "published"
  return (
    <Sheet title={t("texts.lodge.title")} padded>
      <Form
        command="texts.lodge"
        initial={{ on: today() }}
        input={(values) => ({
          textId: text.id,
          on: values["on"] || null,
          at: values["at"] || null,
          by: values["by"] || null,
          theirNumber: values["theirNumber"] || null,
          proofId: values["proof"]?.fileId ?? null,
          note: values["note"] || null,
        })}
        send={t(`texts.lodge.${leaves}`)}
        onDone={() => tell({ words: t("texts.lodge.done") })}
      >
        <DateField name="on" label={t("texts.lodge.on")} />
        {leaves === "lodged" && (
          <>
            <TimeField name="at" label={t("texts.lodge.at")} />
            <ChoiceField
              name="by"
              label={t("texts.lodge.by")}
              options={means.map((value) => ({ value, words: t(`texts.lodge.by.${value}`) }))}
            />
            <TextField name="theirNumber" label={t("texts.lodge.their_number")} />
            <FileField name="proof" label={t("texts.lodge.proof")} bodyId={text.body_id} />
          </>
        )}
        <LongTextField name="note" label={t("texts.lodge.note")} rows={2} />
      </Form>
    </Sheet>
  )
}

/** Notes what became of it, from what is possible now. */
export const Outcome = ({ of }: { of: TextRead }) => {
  const t = useWords()
  if (of.outcomes.length === 0 || !of.may["texts.noteOutcome"]) return null
  return (
    <Sheet title={t("texts.outcome.title")} padded>
      <OutcomeForm of={of} />
    </Sheet>
  )
}
