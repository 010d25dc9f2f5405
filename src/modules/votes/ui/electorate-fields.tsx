import type { ReadOf } from "../../../shell/api.ts"
import { CheckField, ChoiceField } from "../../../shell/fields.tsx"
import { type FormValues, useFormValues } from "../../../shell/form.tsx"
import { useWords } from "../../../shell/use-words.ts"

const electorates = ["rulebook", "members", "members_up_to_date", "holders"] as const

/** Who votes: as the rulebook says, or one of the ways of the roll. */
export const ElectorateFields = ({ choices }: { choices: ReadOf<"votes.choices"> }) => {
  const t = useWords()
  const values = useFormValues()
  return (
    <>
      <ChoiceField
        name="electorate"
        label={t("votes.field.electorate")}
        required
        as="radio"
        options={electorates.map((value) => ({
          value,
          words: t(`votes.electorate.${value}`),
          ...(value === "rulebook"
            ? { hint: t("votes.electorate.usual", { who: choices.usual.who, months: choices.usual.waiting_months }) }
            : {}),
        }))}
      />
      {values["electorate"] === "holders" && (
        <fieldset>
          <legend>{t("votes.field.functions")}</legend>
          {choices.functions.map(({ key, name }) => (
            <CheckField key={key} name={`function ${key}`} label={name} />
          ))}
        </fieldset>
      )}
    </>
  )
}

export const functionsSaid = (values: FormValues): string[] =>
  Object.keys(values).flatMap((key) =>
    key.startsWith("function ") && values[key] === true ? [key.slice("function ".length)] : [],
  )
