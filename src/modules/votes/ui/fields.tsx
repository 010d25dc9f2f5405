import type { ReadOf } from "../../../shell/api.ts"
import {
  CheckField,
  ChoiceField,
  DateField,
  LongTextField,
  NumberField,
  TextField,
  TimeField,
} from "../../../shell/fields.tsx"
import { type FormValues, useFormValues } from "../../../shell/form.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { fitting } from "./fitting.ts"

type Choices = ReadOf<"votes.choices">

const manners = ["named", "hand", "paper"] as const
const electorates = ["rulebook", "members", "members_up_to_date", "holders"] as const

/** What is asked, of whom, and how it is counted. */
export const BallotFields = ({ choices }: { choices: Choices }) => {
  const t = useWords()
  const values = useFormValues()
  const candidates = values["kind"] === "candidates"
  const named = values["manner"] === "named"
  const words = (value: string) => ({
    value,
    words: t(`votes.method.${value as "approval"}`),
    hint: t(`votes.method.${value as "approval"}.hint`),
  })
  return (
    <>
      <TextField name="title" label={t("votes.field.title")} hint={t("votes.field.title.hint")} required />
      <LongTextField name="question" label={t("votes.field.question")} hint={t("votes.field.question.hint")} />
      <ChoiceField
        name="kind"
        label={t("votes.field.kind")}
        required
        options={[
          { value: "yes_no", words: t("votes.kind.yes_no") },
          { value: "candidates", words: t("votes.kind.candidates") },
        ]}
      />
      {candidates && (
        <>
          <LongTextField
            name="candidates"
            label={t("votes.field.candidates")}
            hint={t("votes.field.candidates.hint")}
            required
          />
          <NumberField name="seats" label={t("votes.field.seats")} min={1} max={200} required />
        </>
      )}
      <ChoiceField
        name="manner"
        label={t("votes.field.manner")}
        required
        options={manners.map((value) => ({
          value,
          words: t(`votes.manner.${value}`),
          hint: t(`votes.manner.${value}.hint`),
        }))}
      />
      {candidates ? (
        <>
          <ChoiceField
            name="method"
            label={t("votes.field.method")}
            required
            as="radio"
            options={fitting(values).map(words)}
          />
          <ChoiceField
            name="betweenEquals"
            label={t("votes.field.equals")}
            required
            options={[
              { value: "lot", words: t("votes.equals.lot"), hint: t("votes.equals.lot.hint") },
              { value: "none", words: t("votes.equals.none"), hint: t("votes.equals.none.hint") },
            ]}
          />
        </>
      ) : (
        <ChoiceField
          name="ruleKey"
          label={t("votes.field.majority")}
          required
          as="radio"
          options={[
            { value: "simple", words: t("votes.majority.simple"), hint: t("votes.majority.simple.hint") },
            ...choices.majorities.map(({ key, words: said, source }) => ({
              value: key,
              words: said,
              ...(source ? { hint: source } : {}),
            })),
          ]}
        />
      )}
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
      <DateField name="onDay" label={t("votes.field.day")} hint={t("votes.field.day.hint")} required />
      {named && (
        <>
          <DateField name="endsOn" label={t("votes.field.ends_on")} hint={t("votes.field.ends_on.hint")} />
          <TimeField name="endsAt" label={t("votes.field.ends_at")} />
          <CheckField name="changeable" label={t("votes.field.changeable")} />
        </>
      )}
    </>
  )
}

/** The command’s input from what the fields hold. */
export const said = (values: FormValues) => {
  const methods = fitting(values)
  const candidates = values["kind"] === "candidates"
  const method = candidates ? methods.find((one) => one === values["method"]) : "majority"
  return {
    title: String(values["title"] ?? ""),
    question: String(values["question"] ?? ""),
    kind: values["kind"] as "yes_no",
    candidates: String(values["candidates"] ?? ""),
    seats: candidates ? Number(values["seats"]) : 1,
    method: method as "majority",
    ruleKey: candidates || values["ruleKey"] === "simple" ? null : String(values["ruleKey"] ?? ""),
    manner: values["manner"] as "named",
    changeable: values["changeable"] === true,
    betweenEquals: candidates ? (values["betweenEquals"] as "lot" | "none") : ("none" as const),
    electorate: values["electorate"] as "rulebook",
    functions: Object.keys(values).flatMap((key) =>
      key.startsWith("function ") && values[key] === true ? [key.slice("function ".length)] : [],
    ),
    onDay: String(values["onDay"] ?? ""),
    endsOn: values["endsOn"] ? String(values["endsOn"]) : null,
    endsAt: values["endsAt"] ? String(values["endsAt"]) : null,
  }
}
