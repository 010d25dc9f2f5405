import { useMemo } from "react"
import type { ReadOf } from "../../../shell/api.ts"
import { CheckField, DateField, LongTextField, TextField } from "../../../shell/fields.tsx"
import { FileField } from "../../../shell/file-field.tsx"
import type { FormValues } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { today, useWords } from "../../../shell/use-words.ts"
import { MatterField } from "../../matters/ui/contract.tsx"

/** What is noted of a letter that came: its pages, from whom, about what, who answers. */
export const IncomingFields = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const more = useMemo(() => ({ bodyId }), [bodyId])
  const organisations = useMemo(() => ({ bodyId, nature: "organisation" }), [bodyId])
  const people = useMemo(() => ({ bodyId, nature: "person" }), [bodyId])
  return (
    <>
      <FileField
        name="files"
        label={t("incoming.field.files")}
        hint={t("incoming.field.files.hint")}
        many
        accept="application/pdf,image/*"
        bodyId={bodyId}
      />
      <TextField name="about" label={t("letters.field.subject")} required />
      <PickField name="outside" label={t("incoming.field.outside")} read="counterparts.pick" more={organisations} />
      <PickField name="contact" label={t("incoming.field.contact")} read="counterparts.pick" more={people} />
      <TextField name="sender" label={t("incoming.field.sender")} hint={t("incoming.field.sender.hint")} />
      <DateField name="receivedOn" label={t("incoming.field.received")} max={today()} required />
      <DateField name="writtenOn" label={t("incoming.field.written")} max={today()} />
      <TextField name="theirReference" label={t("letters.field.their_reference")} />
      <PickField name="givenTo" label={t("incoming.field.given")} more={more} />
      <DateField name="answerDue" label={t("incoming.field.due")} />
      <MatterField name="matter" label={t("texts.field.matter")} bodyId={bodyId} of="about" />
      <LongTextField name="note" label={t("incoming.field.note")} rows={3} />
      <CheckField
        name="confidential"
        label={t("texts.field.confidential")}
        hint={t("incoming.field.confidential.hint")}
      />
    </>
  )
}

/** The input of the commands from the values of the form. */
export const toldIn = (values: FormValues) => ({
  receivedOn: values["receivedOn"],
  writtenOn: values["writtenOn"] || null,
  theirReference: values["theirReference"] || null,
  about: String(values["about"] ?? ""),
  sender: values["sender"] || null,
  outsideId: values["outside"]?.id ?? null,
  contactId: values["contact"]?.id ?? null,
  note: String(values["note"] ?? ""),
  confidential: values["confidential"] === true,
  matterId: values["matter"]?.id ?? null,
  givenTo: values["givenTo"]?.id ?? null,
  answerDue: values["answerDue"] || null,
  fileIds: ((values["files"] ?? []) as { fileId: string }[]).map(({ fileId }) => fileId),
})

/** The values of the form from a letter that was noted. */
export const valuesOf = ({
  letter,
  papers,
  outside_name,
  contact_name,
  given_name,
  matter_title,
}: ReadOf<"incoming.read">): FormValues => ({
  files: papers,
  about: letter.about,
  outside: picked(letter.outside_id, outside_name),
  contact: picked(letter.contact_id, contact_name),
  sender: letter.sender,
  receivedOn: letter.received_on,
  writtenOn: letter.written_on,
  theirReference: letter.their_reference,
  givenTo: picked(letter.given_to, given_name),
  answerDue: letter.answer_due,
  matter: picked(letter.matter_id, matter_title),
  note: letter.note,
  confidential: letter.confidential,
})

export const picked = (id: string | null, words: string | null) =>
  id ? { picked: true, id, words: words ?? "—" } : null
