import type { InputOf, ReadOf } from "../../../shell/api.ts"
import { CheckField, ChoiceField, DateField, NumberField, TextField, TimeField } from "../../../shell/fields.tsx"
import { type FormValues, useFormValues } from "../../../shell/form.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Rule = InputOf<"series.begin">["rule"]
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** How often, when, from when to when, and the months without. */
export const SeriesFields = () => {
  const t = useWords()
  const { every } = useFormValues()
  const days = weekdays.map((day) => ({ value: String(day), words: t(`meetings.weekday.${day}`) }))
  return (
    <>
      <ChoiceField
        name="every"
        label={t("meetings.series.field.every")}
        required
        options={(["week", "month_weekday", "month_day"] as const).map((value) => ({
          value,
          words: t(`meetings.series.field.every.${value}`),
        }))}
      />
      {every === "week" && (
        <fieldset className="field">
          <legend>{t("meetings.series.field.weekdays")}</legend>
          {weekdays.map((day) => (
            <CheckField key={day} name={`day${day}`} label={t(`meetings.weekday.${day}`)} />
          ))}
        </fieldset>
      )}
      {every === "month_weekday" && (
        <>
          <ChoiceField
            name="nth"
            label={t("meetings.series.field.nth")}
            as="select"
            required
            options={["1", "2", "3", "4", "5", "-1"].map((value) => ({
              value,
              words: t("meetings.series.nth", { nth: value }),
            }))}
          />
          <ChoiceField name="weekday" label={t("meetings.field.day")} as="select" required options={days} />
        </>
      )}
      {every === "month_day" && (
        <NumberField
          name="monthDay"
          label={t("meetings.series.field.month_day")}
          hint={t("meetings.series.field.month_day.hint")}
          min={1}
          max={31}
          required
        />
      )}
      <NumberField
        name="step"
        label={t("meetings.series.field.step")}
        unit={t(every === "week" ? "meetings.series.field.step.weeks" : "meetings.series.field.step.months")}
        min={1}
        max={24}
        required
      />
      <TimeField name="at" label={t("meetings.field.hour")} required />
      <NumberField
        name="minutes"
        label={t("meetings.field.minutes")}
        unit={t("meetings.field.minutes.unit")}
        min={5}
        max={1440}
        required
      />
      <DateField name="from" label={t("meetings.series.field.from")} required />
      <DateField name="until" label={t("meetings.series.field.until")} />
      <details>
        <summary>{t("meetings.series.field.except")}</summary>
        {months.map((month) => (
          <CheckField key={month} name={`month${month}`} label={t(`meetings.month.${month}`)} />
        ))}
      </details>
      <TextField name="place" label={t("meetings.field.place")} />
      <TextField name="link" label={t("meetings.field.link")} />
    </>
  )
}

/** The rule from the values of the form; the skipped days of a series are kept. */
export const ruleOfValues = (values: FormValues, dates: readonly string[] = []): Rule => {
  const except = {
    ...(dates.length > 0 ? { dates: [...dates] } : {}),
    months: months.filter((month) => values[`month${month}`]),
  }
  return {
    pattern: patternOf(values),
    at: values["at"],
    minutes: values["minutes"],
    from: values["from"],
    ...(values["until"] ? { until: values["until"] } : {}),
    except,
  }
}

const patternOf = (values: FormValues): Rule["pattern"] => {
  const step = values["step"]
  if (values["every"] === "month_weekday")
    return { every: "month_weekday", step, nth: Number(values["nth"]) as 1, weekday: Number(values["weekday"]) }
  if (values["every"] === "month_day") return { every: "month_day", step, day: values["monthDay"] }
  return { every: "week", step, weekdays: weekdays.filter((day) => values[`day${day}`]) }
}

/** A series as the form holds it. */
export const valuesOfSeries = ({ title, place, link, host, rule }: ReadOf<"series.read">["series"]): FormValues => {
  const { pattern } = rule
  return {
    title,
    place: place ?? "",
    link: link ?? "",
    host: host ?? "",
    every: pattern.every,
    step: pattern.step,
    at: rule.at.slice(0, 5),
    minutes: rule.minutes,
    from: rule.from,
    until: rule.until ?? "",
    ...(pattern.every === "week" ? Object.fromEntries(pattern.weekdays.map((day) => [`day${day}`, true])) : {}),
    ...(pattern.every === "month_weekday" ? { nth: String(pattern.nth), weekday: String(pattern.weekday) } : {}),
    ...(pattern.every === "month_day" ? { monthDay: pattern.day } : {}),
    ...Object.fromEntries((rule.except?.months ?? []).map((month) => [`month${month}`, true])),
  }
}
