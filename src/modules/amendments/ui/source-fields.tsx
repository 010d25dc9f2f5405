import { ChoiceField, LongTextField } from "../../../shell/fields.tsx"
import { FileField } from "../../../shell/file-field.tsx"
import { type FormValues, useFormValues } from "../../../shell/form.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** A paper that is already there. */
export type Paper = { file_id: string; name: string }

/** Where the words come from: a paper of the item, a file, or what is pasted. */
export const SourceFields = ({ bodyId, papers = [] }: { bodyId: string; papers?: readonly Paper[] }) => {
  const t = useWords()
  const from = useFormValues()["from"]
  return (
    <>
      <ChoiceField
        name="from"
        label={t("amendments.source")}
        options={[
          ...papers.map(({ file_id, name }) => ({ value: file_id, words: name })),
          { value: "file", words: t("amendments.source.file") },
          { value: "text", words: t("amendments.source.text") },
        ]}
        required
      />
      {from === "file" && (
        <FileField
          name="file"
          label={t("amendments.source.choose")}
          hint={t("amendments.source.hint")}
          accept=".pdf,.docx,.odt,.txt"
          bodyId={bodyId}
          required
        />
      )}
      {from === "text" && (
        <LongTextField
          name="text"
          label={t("amendments.source.paste")}
          hint={t("amendments.source.paste.hint")}
          rows={14}
          required
        />
      )}
    </>
  )
}

export const sourceIn = (values: FormValues): { fileId: string | null; text: string | null } => {
  const from = String(values["from"] ?? "")
  if (from === "text") return { fileId: null, text: String(values["text"] ?? "") }
  return { fileId: from === "file" ? (values["file"]?.fileId ?? null) : from, text: null }
}
