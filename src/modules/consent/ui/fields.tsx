import type { ReadOf } from "../../../shell/api.ts"
import { CheckField, ChoiceField, LongTextField, TextField } from "../../../shell/fields.tsx"
import { type FormValues, useFormValues } from "../../../shell/form.tsx"
import { type Pick, PickField } from "../../../shell/pick-field.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

export type Choices = ReadOf<"consent.choices">

const ROLE = "role"
const electorates = ["rulebook", "members", "members_up_to_date", "holders"] as const

/** The role, what it asks, for how long, where it is held and who takes part. */
export const ElectionFields = ({ choices }: { choices: Choices }) => {
  const t = useWords()
  const say = useFigures()
  const values = useFormValues()
  return (
    <>
      <ChoiceField
        name="functionId"
        label={t("consent.for")}
        hint={t("consent.for.hint")}
        required
        as="select"
        options={[
          ...choices.functions.map(({ id, name }) => ({ value: id, words: name })),
          { value: ROLE, words: t("consent.other_role") },
        ]}
      />
      {values["functionId"] === ROLE && (
        <TextField name="role" label={t("consent.field.role")} hint={t("consent.field.role.hint")} required />
      )}
      <LongTextField name="criteria" label={t("consent.criteria")} hint={t("consent.criteria.hint")} rows={5} />
      <TextField name="term" label={t("consent.term")} hint={t("consent.term.hint")} />
      <PickField
        name="meeting"
        label={t("consent.meeting")}
        hint={t("consent.meeting.hint")}
        read="meetings.list"
        more={{ bodyId: choices.body_id }}
        row={(row: { id: string; title: string; starts: string }) => ({
          id: row.id,
          words: row.title,
          soft: say.day(row.starts),
        })}
      />
      <ChoiceField
        name="electorate"
        label={t("consent.who")}
        required
        as="radio"
        options={electorates.map((value) => ({
          value,
          words: t(`consent.who.${value}`),
          ...(value === "rulebook"
            ? { hint: t("consent.who.usual", { who: choices.usual.who, months: choices.usual.waiting_months }) }
            : {}),
        }))}
      />
      {values["electorate"] === "holders" && (
        <fieldset>
          <legend>{t("consent.field.functions")}</legend>
          {choices.functions.map(({ key, name }) => (
            <CheckField key={key} name={`function ${key}`} label={name} />
          ))}
        </fieldset>
      )}
    </>
  )
}

/** The command’s input from what the fields hold. */
export const said = (values: FormValues) => {
  const isRole = values["functionId"] === ROLE
  return {
    functionId: isRole || !values["functionId"] ? null : String(values["functionId"]),
    role: isRole ? String(values["role"] ?? "") : null,
    criteria: String(values["criteria"] ?? ""),
    term: String(values["term"] ?? "").trim() || null,
    meetingId: (values["meeting"] as Pick | null | undefined)?.id ?? null,
    electorate: values["electorate"] as "rulebook",
    functions: Object.keys(values).flatMap((key) =>
      key.startsWith("function ") && values[key] === true ? [key.slice("function ".length)] : [],
    ),
  }
}

export const asValues = ({ election, meeting }: ReadOf<"consent.read">): FormValues => ({
  functionId: election.function_id ?? ROLE,
  role: election.role ?? "",
  criteria: election.criteria,
  term: election.term ?? "",
  meeting: meeting && { picked: true, id: meeting.id, words: meeting.title },
  electorate: election.electorate,
  ...Object.fromEntries(election.functions.map((key) => [`function ${key}`, true])),
})
