import { useMemo } from "react"
import type { InputOf } from "../../../shell/api.ts"
import { Besides } from "../../../shell/besides.tsx"
import { DateField, LongTextField, TextField } from "../../../shell/fields.tsx"
import type { FormValues } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { MatterField } from "../../matters/ui/contract.tsx"

/** The fields of a task, the same when it is given and when it is changed. */
export const TaskFields = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const more = useMemo(() => ({ bodyId }), [bodyId])
  return (
    <>
      <TextField name="what" label={t("tasks.field.what")} hint={t("tasks.field.what.hint")} required />
      <PickField name="owner" label={t("tasks.field.owner")} read="people.pick" more={more} />
      <Besides of="task" id={bodyId} />
      <DateField name="due" label={t("tasks.field.due")} />
      <PickField name="helpers" label={t("tasks.field.helpers")} read="people.pick" more={more} many />
      <MatterField name="matter" label={t("tasks.field.matter")} bodyId={bodyId} of="what" />
      <LongTextField name="note" label={t("tasks.field.note")} rows={3} />
    </>
  )
}

/** What the fields say, as the commands take it. */
export const taskOf = (values: FormValues): Omit<InputOf<"tasks.change">, "taskId"> & { what: string } => ({
  what: values["what"],
  ownerId: values["owner"]?.id ?? null,
  helperIds: (values["helpers"] ?? []).map(({ id }: { id: string }) => id),
  due: values["due"] || null,
  note: values["note"] || null,
  matterId: values["matter"]?.id ?? null,
})
