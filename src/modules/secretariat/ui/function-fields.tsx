import type { ReadOf } from "../../../shell/api.ts"
import { CheckField, NumberField, TextField } from "../../../shell/fields.tsx"
import type { FormValues } from "../../../shell/form.tsx"
import { useWords } from "../../../shell/use-words.ts"

type FunctionsRead = ReadOf<"functions.list">
type FunctionLine = FunctionsRead["functions"][number]

/** Names, rights one by one, and how many hold it for how long. Offered: the rights one has, and those already there. */
export const FunctionFields = ({ of, all }: { of?: FunctionLine; all: FunctionsRead }) => {
  const t = useWords()
  const offered = all.capabilities.filter(({ name, yours }) => yours || of?.capabilities.includes(name))
  const others = all.capabilities.length - offered.length
  return (
    <>
      <h2>{t("secretariat.functions.identity")}</h2>
      <TextField name="name_f" label={t("secretariat.functions.name_f")} required />
      <TextField name="name_m" label={t("secretariat.functions.name_m")} required />
      <TextField name="name_n" label={t("secretariat.functions.name_n")} required />
      <fieldset className="field">
        <legend>{t("secretariat.functions.may")}</legend>
        {others > 0 && <p className="hint">{t("secretariat.functions.not_offered", { count: others })}</p>}
        {offered.map(({ name }) => (
          <CheckField key={name} name={`may.${name}`} label={t(`capability.${name}`)} />
        ))}
      </fieldset>
      <CheckField name="below" label={t("secretariat.functions.reach")} />
      <h2>{t("secretariat.functions.rules")}</h2>
      <NumberField name="holders_min" label={t("secretariat.functions.min")} min={0} />
      <NumberField name="holders_max" label={t("secretariat.functions.max")} min={1} />
      <NumberField
        name="term_months"
        label={t("secretariat.functions.term")}
        unit={t("secretariat.functions.months")}
        min={1}
      />
      <NumberField name="consecutive_max" label={t("secretariat.functions.consecutive")} min={1} />
      <Excludes of={all.functions.filter(({ id }) => id !== of?.id)} />
      <CheckField name="parity" label={t("secretariat.functions.parity")} />
      <CheckField name="second_factor" label={t("secretariat.functions.second_factor")} />
    </>
  )
}

const Excludes = ({ of }: { of: readonly FunctionLine[] }) => {
  const t = useWords()
  if (of.length === 0) return null
  return (
    <fieldset className="field">
      <legend>{t("secretariat.functions.excludes")}</legend>
      <p className="hint">{t("secretariat.functions.excludes.hint")}</p>
      {of.map(({ id, key, name_n }) => (
        <CheckField key={id} name={`excludes.${key}`} label={name_n} />
      ))}
    </fieldset>
  )
}

/** A function that excludes this one is shown as excluded by it: neither is held with the other. */
export const valuesOf = ({ capabilities, reach, ...one }: FunctionLine, all: FunctionsRead): FormValues => ({
  ...one,
  below: reach === "below",
  ...Object.fromEntries(capabilities.map((capability) => [`may.${capability}`, true])),
  ...Object.fromEntries(
    all.functions
      .filter(({ key, excludes }) => one.excludes.includes(key) || excludes.includes(one.key))
      .map(({ key }) => [`excludes.${key}`, true]),
  ),
})

export const definitionOf = (values: FormValues, { capabilities, functions }: FunctionsRead) => {
  const number = (name: string) => (typeof values[name] === "number" ? (values[name] as number) : null)
  return {
    name_f: String(values["name_f"] ?? ""),
    name_m: String(values["name_m"] ?? ""),
    name_n: String(values["name_n"] ?? ""),
    capabilities: capabilities.map(({ name }) => name).filter((name) => values[`may.${name}`] === true),
    reach: values["below"] ? ("below" as const) : ("body" as const),
    holders_min: number("holders_min") ?? 0,
    holders_max: number("holders_max"),
    term_months: number("term_months"),
    consecutive_max: number("consecutive_max"),
    excludes: functions.map(({ key }) => key).filter((key) => values[`excludes.${key}`] === true),
    parity: values["parity"] === true,
    second_factor: values["second_factor"] === true,
  }
}
