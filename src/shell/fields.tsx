import { type ReactNode, useMemo } from "react"
import { Field, type FieldProps, type InputOptions, Line } from "./field.tsx"
import { useField } from "./form.tsx"
import { type Translate, ownZone, useWords } from "./use-words.ts"

/** A line of text. */
export const TextField = ({
  placeholder,
  autoComplete,
  ...rest
}: FieldProps & Pick<InputOptions, "placeholder" | "autoComplete">) => (
  <Line
    {...rest}
    type="text"
    options={{ ...(placeholder ? { placeholder } : {}), ...(autoComplete ? { autoComplete } : {}) }}
  />
)

/** Several lines of plain text; the field grows with them. */
export const LongTextField = ({ rows = 4, ...props }: FieldProps & { rows?: number }) => (
  <Field {...props}>
    {({ id, value, set }, aria) => (
      <textarea
        id={id}
        className="input"
        rows={rows}
        value={value ?? ""}
        onChange={(event) => set(event.target.value)}
        {...aria}
      />
    )}
  </Field>
)

/** A whole or decimal number, typed with a comma or a point; the value is a number, or what was typed when it is none. */
export const NumberField = ({
  unit,
  min,
  max,
  ...props
}: FieldProps & {
  /** Said beside the figure, or chosen there. */
  unit?: ReactNode
  min?: number
  max?: number
}) => {
  const t = useWords()
  const check = useMemo(() => numberCheck(t, min, max), [t, min, max])
  return (
    <Field {...props} check={check}>
      {({ id, value, set }, aria) => (
        <span className="with-unit">
          <input
            id={id}
            className="input"
            inputMode="decimal"
            value={value === undefined || value === null ? "" : String(value).replace(".", ",")}
            onChange={(event) => set(readNumber(event.target.value))}
            {...aria}
          />
          {typeof unit === "string" ? <span className="soft">{unit}</span> : unit}
        </span>
      )}
    </Field>
  )
}

export const EmailField = ({ autoComplete = "email", ...props }: FieldProps & Pick<InputOptions, "autoComplete">) => {
  const t = useWords()
  const check = useMemo(() => emailCheck(t), [t])
  return <Line {...props} type="email" check={check} options={{ autoComplete }} />
}

export const PhoneField = (props: FieldProps) => <Line {...props} type="tel" options={{ autoComplete: "tel" }} />

/** A day; the value is an ISO date. The browser's own calendar, in the reader's language. */
export const DateField = ({ min, max, ...props }: FieldProps & { min?: string; max?: string }) => (
  <Line {...props} type="date" options={{ ...(min ? { min } : {}), ...(max ? { max } : {}) }} />
)

/** An hour of the wall clock; the value is "19:30". */
export const TimeField = (props: FieldProps) => <Line {...props} type="time" />

/** A day and an hour of the wall clock, as "2026-05-21T19:30"; the zone is shown when it is not this device's. */
export const DateTimeField = ({ zone, ...props }: FieldProps & { zone?: string }) => {
  const t = useWords()
  return (
    <Field {...props} group>
      {({ id, value, set, error }, aria) => {
        const [date = "", time = ""] = String(value ?? "").split("T")
        const invalid = error ? { "aria-invalid": true as const } : {}
        const put = (day: string, hour: string) => set(day || hour ? `${day}T${hour}` : "")
        return (
          <span className="date-time" {...(aria["aria-describedby"] ? {} : {})}>
            <input
              className="input"
              type="date"
              aria-label={t("shell.field.day")}
              value={date}
              onChange={(event) => put(event.target.value, time)}
              {...invalid}
            />
            <input
              className="input"
              type="time"
              aria-label={t("shell.field.hour")}
              value={time}
              onChange={(event) => put(date, event.target.value)}
              {...invalid}
              id={`${id}-hour`}
            />
            {zone && zone !== ownZone() && <span className="soft">{t("shell.field.zone", { zone })}</span>}
          </span>
        )
      }}
    </Field>
  )
}

/** One of a few: buttons to press when there are five or less, a list beyond. */
export const ChoiceField = ({
  options,
  as,
  ...props
}: FieldProps & { options: readonly Option[]; as?: "radio" | "select" }) => {
  const t = useWords()
  if ((as ?? (options.length > 5 ? "select" : "radio")) === "select")
    return (
      <Field {...props}>
        {({ id, value, set }, aria) => (
          <select id={id} className="input" value={value ?? ""} onChange={(event) => set(event.target.value)} {...aria}>
            <option value="">{props.required ? t("shell.field.choose") : "—"}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.words}
              </option>
            ))}
          </select>
        )}
      </Field>
    )
  return (
    <Field {...props} group>
      {({ id, value, set }) => (
        <span className="options">
          <Radios name={id} options={options.filter(({ rare }) => !rare)} value={value} set={set} />
          {options.some(({ rare }) => rare) && (
            <details open={options.some((option) => option.rare && option.value === value)}>
              <summary>{t("shell.field.rare")}</summary>
              <Radios name={id} options={options.filter(({ rare }) => rare)} value={value} set={set} />
            </details>
          )}
        </span>
      )}
    </Field>
  )
}

/** `rare`: few ask for it; it is folded away unless it is chosen. */
type Option = { value: string; words: string; hint?: string; rare?: boolean }

const Radios = (of: { name: string; options: readonly Option[]; value: unknown; set: (value: string) => void }) =>
  of.options.map((option) => (
    <label key={option.value} className="option">
      <input
        type="radio"
        name={of.name}
        value={option.value}
        checked={of.value === option.value}
        onChange={() => of.set(option.value)}
      />
      <span>
        {option.words}
        {option.hint && <span className="soft under">{option.hint}</span>}
      </span>
    </label>
  ))

/** Yes or no; the label stands beside the box. */
export const CheckField = ({ name, label, hint }: Omit<FieldProps, "required">) => {
  const { id, value, set, error } = useField(name)
  return (
    <div className="field">
      <label className="option">
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          onChange={(event) => set(event.target.checked)}
          {...(error ? { "aria-invalid": true } : {})}
        />
        <span>
          {label}
          {hint && <span className="soft under">{hint}</span>}
        </span>
      </label>
      {error && <span className="error">{error}</span>}
    </div>
  )
}

const readNumber = (typed: string): number | string => {
  const clean = typed.replaceAll(/[\s\u00a0\u202f]/g, "").replace(",", ".")
  return /^-?\d+(\.\d+)?$/.test(clean) && String(Number(clean)) === clean ? Number(clean) : typed
}

const numberCheck = (t: Translate, min: number | undefined, max: number | undefined) => (value: unknown) => {
  const number = typeof value === "number" ? value : Number(String(value).replace(",", "."))
  if (Number.isNaN(number)) return t("shell.field.number")
  if (min !== undefined && number < min) return t("shell.field.at_least", { min })
  if (max !== undefined && number > max) return t("shell.field.at_most", { max })
  return undefined
}

// Only what is surely wrong: the server decides on the rest.
const emailCheck = (t: Translate) => (value: unknown) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value).trim()) ? undefined : t("shell.field.email")
