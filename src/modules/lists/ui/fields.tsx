import { CheckField, DateField, LongTextField, TextField } from "../../../shell/fields.tsx"
import type { FormValues } from "../../../shell/form.tsx"
import { useWords } from "../../../shell/use-words.ts"

const details = ["phone", "email", "address"] as const

/** What a list says of itself, new or not. */
export const ListFields = () => {
  const t = useWords()
  return (
    <>
      <TextField name="name" label={t("lists.field.name")} hint={t("lists.field.name.hint")} required />
      <LongTextField name="purpose" label={t("lists.field.purpose")} hint={t("lists.field.purpose.hint")} />
      <fieldset>
        <legend>{t("lists.field.shows")}</legend>
        {details.map((one) => (
          <CheckField key={one} name={one} label={t(`lists.shows.${one}`)} />
        ))}
      </fieldset>
      <DateField name="endsOn" label={t("lists.field.ends")} hint={t("lists.field.ends.hint")} required />
    </>
  )
}

export const said = (values: FormValues) => ({
  name: String(values["name"] ?? ""),
  purpose: String(values["purpose"] ?? ""),
  shows: details.filter((one) => values[one] === true),
  endsOn: String(values["endsOn"] ?? ""),
})
