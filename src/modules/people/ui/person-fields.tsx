import { CheckField, ChoiceField, EmailField, LongTextField, PhoneField, TextField } from "../../../shell/fields.tsx"
import { useFormValues } from "../../../shell/form.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** Who somebody is and how to reach them: the same fields for a new person and a known one. */
export const PersonFields = () => {
  const t = useWords()
  const isByPost = useFormValues()["post_only"] === true
  return (
    <>
      <TextField name="given_name" label={t("people.given_name")} autoComplete="off" required />
      <TextField name="family_name" label={t("people.family_name")} autoComplete="off" required />
      <ChoiceField
        name="form"
        label={t("people.form")}
        hint={t("people.form.hint")}
        options={(["f", "m", "n"] as const).map((value) => ({ value, words: t(`people.form.${value}`) }))}
        required
      />
      <h2>{t("people.contact")}</h2>
      <CheckField name="post_only" label={t("people.post_only")} hint={t("people.post_only.hint")} />
      {!isByPost && <EmailField name="email" label={t("people.email")} />}
      <PhoneField name="phone" label={t("people.phone")} />
      <TextField name="street" label={t("people.street")} autoComplete="off" />
      <TextField name="postcode" label={t("people.postcode")} autoComplete="off" />
      <TextField name="town" label={t("people.town")} autoComplete="off" />
      <TextField name="country" label={t("people.country")} autoComplete="off" />
      <ChoiceField
        name="language"
        label={t("people.language")}
        options={(["fr", "en"] as const).map((value) => ({ value, words: t(`people.language.${value}`) }))}
        required
      />
      <LongTextField name="note" label={t("people.note")} hint={t("people.note.hint")} />
    </>
  )
}
