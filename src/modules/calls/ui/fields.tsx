import "./calls.css"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import {
  CheckField,
  ChoiceField,
  DateField,
  LongTextField,
  NumberField,
  TextField,
  TimeField,
} from "../../../shell/fields.tsx"
import { type FormValues, useField, useFormValues } from "../../../shell/form.tsx"
import { useLater } from "../../../shell/use-later.ts"
import { useWords } from "../../../shell/use-words.ts"

export type Choices = ReadOf<"calls.choices">

const OUTSIDE = "outside"
const whos = ["members", "members_up_to_date", "holders", "anyone"] as const
const parities = ["none", "half", "pair", "least"] as const
const shownWhen = ["at_close", "at_once"] as const

/** What it is for, who may stand, until when, and what candidates bring. */
export const CallFields = ({ choices }: { choices: Choices }) => {
  const t = useWords()
  const values = useFormValues()
  const asksParity = choices.functions.find(({ id }) => id === values["functionId"])?.parity
  const isMember = values["who"] === "members" || values["who"] === "members_up_to_date"
  return (
    <>
      <TextField name="title" label={t("calls.field.title")} hint={t("calls.field.title.hint")} required />
      <ChoiceField
        name="functionId"
        label={t("calls.for")}
        required
        as="select"
        options={[
          ...choices.functions.map(({ id, name }) => ({ value: id, words: name })),
          { value: OUTSIDE, words: t("calls.outside") },
        ]}
      />
      {values["functionId"] === OUTSIDE && (
        <TextField name="outside" label={t("calls.field.outside")} hint={t("calls.field.outside.hint")} required />
      )}
      <NumberField name="seats" label={t("calls.field.seats")} min={1} max={200} required />
      <ChoiceField
        name="parity"
        label={t("calls.field.parity")}
        {...(asksParity ? { hint: t("calls.parity.rulebook") } : {})}
        required
        as="radio"
        options={parities.map((value) => ({
          value,
          words: t(`calls.parity.${value}`),
          ...(value === "none" ? {} : { hint: t(`calls.parity.${value}.hint`) }),
        }))}
      />
      {values["parity"] === "least" && (
        <NumberField name="least" label={t("calls.field.least")} min={1} max={100} required />
      )}
      <ChoiceField
        name="who"
        label={t("calls.field.who")}
        required
        as="radio"
        options={whos.map((value) => ({ value, words: t(`calls.who.${value}`) }))}
      />
      {values["who"] === "holders" && (
        <fieldset>
          <legend>{t("calls.field.functions")}</legend>
          {choices.functions.map(({ key, name }) => (
            <CheckField key={key} name={`function ${key}`} label={name} />
          ))}
        </fieldset>
      )}
      {isMember && (
        <NumberField
          name="minMonths"
          label={t("calls.field.months")}
          hint={t("calls.field.months.hint")}
          min={0}
          max={240}
          unit={t("calls.months")}
          required
        />
      )}
      <DateField name="endsOn" label={t("calls.field.ends_on")} hint={t("calls.field.ends_on.hint")} required />
      <TimeField name="endsAt" label={t("calls.field.ends_at")} required />
      <NumberField
        name="statementMax"
        label={t("calls.field.statement_max")}
        min={100}
        max={10_000}
        unit={t("calls.characters")}
        required
      />
      <CheckField name="photo" label={t("calls.field.photo")} />
      <ChoiceField
        name="shown"
        label={t("calls.field.shown")}
        required
        as="radio"
        options={shownWhen.map((value) => ({
          value,
          words: t(`calls.shown.${value}`),
          hint: t(`calls.shown.${value}.hint`),
        }))}
      />
      <Words choices={choices} />
    </>
  )
}

/** The model, which follows what is chosen above until somebody writes in it. */
const Words = ({ choices }: { choices: Choices }) => {
  const t = useWords()
  const model = useModel(choices.body_id)
  const { value, set } = useField("text")
  const isOwn = typeof value === "string"
  return (
    <>
      {isOwn ? (
        <LongTextField name="text" label={t("calls.field.text")} hint={t("calls.field.text.own")} rows={14} />
      ) : (
        <section className="stack" aria-label={t("calls.field.text")}>
          <strong>{t("calls.field.text")}</strong>
          <p className="soft">{t("calls.field.text.hint")}</p>
          <p className="reading call-text">{model}</p>
        </section>
      )}
      <div>
        <button type="button" className="button" onClick={() => set(isOwn ? null : model)}>
          {t(isOwn ? "calls.field.text.model" : "calls.field.text.write")}
        </button>
      </div>
    </>
  )
}

const useModel = (bodyId: string): string => {
  const { title: _, text: __, endsOn, endsAt, ...rest } = said(useFormValues())
  const figure = (value: number) => (Number.isFinite(value) ? value : 0)
  const chosen = {
    ...rest,
    bodyId,
    endsOn: endsOn || null,
    endsAt: endsAt || null,
    seats: figure(rest.seats),
    minMonths: figure(rest.minMonths),
    statementMax: figure(rest.statementMax),
    least: rest.least === null ? null : figure(rest.least),
  }
  const { data } = useRead("calls.model", JSON.parse(useLater(JSON.stringify(chosen))) as typeof chosen, {
    keepPrevious: true,
  })
  return data?.text ?? ""
}

/** The command’s input from what the fields hold. */
export const said = (values: FormValues) => {
  const isOutside = values["functionId"] === OUTSIDE
  const text = typeof values["text"] === "string" ? values["text"].trim() : ""
  return {
    title: String(values["title"] ?? ""),
    functionId: isOutside || !values["functionId"] ? null : String(values["functionId"]),
    outside: isOutside ? String(values["outside"] ?? "") : null,
    seats: Number(values["seats"]),
    who: values["who"] as "members",
    functions: Object.keys(values).flatMap((key) =>
      key.startsWith("function ") && values[key] === true ? [key.slice("function ".length)] : [],
    ),
    minMonths: Number(values["minMonths"] ?? 0),
    parity: values["parity"] as "none",
    least: values["parity"] === "least" ? Number(values["least"]) : null,
    endsOn: String(values["endsOn"] ?? ""),
    endsAt: String(values["endsAt"] ?? ""),
    statementMax: Number(values["statementMax"]),
    photo: values["photo"] === true,
    shown: values["shown"] as "at_close",
    text: text || null,
  }
}
