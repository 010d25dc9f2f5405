import { useEffect, useMemo, useRef, useState } from "react"
import { useRead } from "../../../shell/api.ts"
import { CheckField, DateField, EmailField, LongTextField, TextField } from "../../../shell/fields.tsx"
import { FileField } from "../../../shell/file-field.tsx"
import { type FormValues, useField, useFormValues } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** Whom a letter is for, and how they are addressed: what is chosen in the file proposes the rest, which may be said otherwise. */
export const LetterFields = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const organisations = useMemo(() => ({ bodyId, nature: "organisation" }), [bodyId])
  const people = useMemo(() => ({ bodyId, nature: "person" }), [bodyId])
  return (
    <>
      <PickField name="outside" label={t("letters.field.outside")} read="counterparts.pick" more={organisations} />
      <PickField
        name="contact"
        label={t("letters.field.contact")}
        hint={t("letters.field.contact.hint")}
        read="counterparts.pick"
        more={people}
      />
      <Proposal bodyId={bodyId} />
      <LongTextField
        name="address"
        label={t("letters.field.address")}
        hint={t("letters.field.address.hint")}
        rows={5}
        required
      />
      <EmailField name="email" label={t("letters.field.email")} autoComplete="off" />
      <TextField name="called" label={t("letters.field.called")} hint={t("letters.field.called.hint")} required />
      <LongTextField name="closing" label={t("letters.field.closing")} rows={2} />
      <FileField name="files" label={t("letters.field.files")} many bodyId={bodyId} />
      <DateField name="answerDue" label={t("letters.field.answer_due")} />
      <Rarer />
    </>
  )
}

// Folded until it is wanted, or stands there already: most letters answer nothing.
const Rarer = () => {
  const t = useWords()
  const { theirReference, theirDay, byHand } = useFormValues()
  const [isOpen] = useState(Boolean(theirReference || theirDay || byHand))
  return (
    <details open={isOpen}>
      <summary>{t("letters.rarer")}</summary>
      <div className="stack">
        <TextField name="theirReference" label={t("letters.field.their_reference")} />
        <DateField name="theirDay" label={t("letters.field.their_day")} />
        <CheckField name="byHand" label={t("letters.field.by_hand")} hint={t("letters.field.by_hand.hint")} />
      </div>
    </details>
  )
}

// What was proposed before is replaced by what is proposed now; what somebody wrote instead stays.
const Proposal = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const values = useFormValues()
  const fields = {
    address: useField("address"),
    email: useField("email"),
    called: useField("called"),
    closing: useField("closing"),
  }
  const [outsideId, contactId] = [values["outside"]?.id ?? null, values["contact"]?.id ?? null]
  const isChosen = Boolean(outsideId ?? contactId)
  const { data } = useRead(
    "letters.propose",
    { bodyId, ...(outsideId ? { outsideId } : {}), ...(contactId ? { contactId } : {}) },
    { enabled: bodyId !== "" },
  )
  const before = useRef<Record<string, string> | undefined>(undefined)
  useEffect(() => {
    if (!data) return
    const now = {
      address: isChosen ? data.address : "",
      email: isChosen ? (data.email ?? "") : "",
      called: data.called,
      closing: data.closing,
    }
    for (const name of ["address", "email", "called", "closing"] as const) {
      const stands = String(fields[name].value ?? "")
      if ((stands === "" || stands === before.current?.[name]) && stands !== now[name]) fields[name].set(now[name])
    }
    before.current = now
    // oxlint-disable-next-line exhaustive-deps
  }, [data, isChosen])
  return (
    <p className="soft" aria-live="polite">
      {isChosen && data?.by ? t("letters.proposed.by", { function: data.by }) : ""}
    </p>
  )
}

/** The input of the commands from the values of the form. */
export const saidIn = (values: FormValues) => ({
  outsideId: values["outside"]?.id ?? null,
  contactId: values["contact"]?.id ?? null,
  address: String(values["address"] ?? ""),
  email: values["email"] || null,
  called: String(values["called"] ?? ""),
  closing: String(values["closing"] ?? ""),
  theirReference: values["theirReference"] || null,
  theirDay: values["theirDay"] || null,
  answerDue: values["answerDue"] || null,
  byHand: values["byHand"] === true,
  answersId: values["answers"] || null,
  fileIds: ((values["files"] ?? []) as { fileId: string }[]).map(({ fileId }) => fileId),
})
