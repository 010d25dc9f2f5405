import { FileField } from "../../../shell/file-field.tsx"
import { LongTextField } from "../../../shell/fields.tsx"
import type { FormValues } from "../../../shell/form.tsx"
import type { KeptFile } from "../../../shell/send-file.ts"
import { useWords } from "../../../shell/use-words.ts"
import type { It } from "./call-page.tsx"

/** What a candidate brings: their words, and a photo where the call takes one; or what their letter says. */
export const CandidacyFields = ({ call, letter = false }: { call: It["call"]; letter?: boolean }) => {
  const t = useWords()
  return (
    <>
      <LongTextField
        name="statement"
        label={t(letter ? "calls.field.letter" : "calls.field.statement")}
        hint={t(letter ? "calls.field.letter.hint" : "calls.field.statement.hint", { max: call.statement_max })}
        rows={8}
        required
      />
      {call.photo && (
        <FileField
          name="photoId"
          label={t(letter ? "calls.field.letter_photo" : "calls.field.own_photo")}
          hint={t(letter ? "calls.field.letter_photo.hint" : "calls.field.own_photo.hint")}
          accept="image/png,image/jpeg,image/webp"
          bodyId={call.body_id}
        />
      )}
    </>
  )
}

export const saidBy = (values: FormValues) => ({
  statement: String(values["statement"] ?? ""),
  photoId: (values["photoId"] as KeptFile | null | undefined)?.fileId ?? null,
})
