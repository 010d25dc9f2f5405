import { ChoiceField, EmailField, LongTextField, PhoneField, TextField } from "../../../shell/fields.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** Who they are and what they would like: the same to note somebody and to put it right. */
export const NewcomerFields = () => {
  const t = useWords()
  return (
    <>
      <TextField name="given_name" label={t("people.given_name")} autoComplete="off" required />
      <TextField name="family_name" label={t("people.family_name")} autoComplete="off" required />
      <PhoneField name="phone" label={t("people.phone")} hint={t("welcome.reach.hint")} />
      <EmailField name="email" label={t("people.email")} autoComplete="off" />
      <TextField name="town" label={t("welcome.page.town")} autoComplete="off" />
      <ChoiceField
        name="wish"
        label={t("welcome.wish.theirs")}
        options={(["contact", "help", "member"] as const).map((value) => ({
          value,
          words: t(`welcome.wish.${value}`),
        }))}
        required
      />
      <LongTextField name="message" label={t("welcome.message")} rows={3} />
    </>
  )
}
