import { ChoiceField } from "../../../shell/fields.tsx"
import { type FormValues, useFormValues } from "../../../shell/form.tsx"
import { type Pick, PickField } from "../../../shell/pick-field.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { It } from "./election-page.tsx"

const OTHER = "other"

/** One person of the body: those who take part, oneself among them, or somebody who is not there. */
export const PersonField = ({ of, name, label }: { of: It; name: string; label: string }) => {
  const t = useWords()
  const values = useFormValues()
  const { election, participants, me } = of
  return (
    <>
      <ChoiceField
        name={name}
        label={label}
        required
        as="select"
        options={[
          ...participants
            .filter((one) => one.name)
            .map(({ person_id, name: called }) => ({
              value: person_id,
              words: person_id === me.person_id ? t("consent.oneself", { name: called }) : called,
            })),
          { value: OTHER, words: t("consent.other_person") },
        ]}
      />
      {values[name] === OTHER && (
        <PickField name="other" label={t("consent.other_person.who")} more={{ bodyId: election.body_id }} required />
      )}
    </>
  )
}

export const personSaid = (values: FormValues, name: string): string =>
  values[name] === OTHER ? ((values["other"] as Pick | null | undefined)?.id ?? "") : String(values[name] ?? "")
