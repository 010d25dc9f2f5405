import { type HTMLInputTypeAttribute, type ReactNode, useMemo } from "react"
import { type Check, type FieldState, useField } from "./form.tsx"
import { type Translate, useWords } from "./use-words.ts"

/** What every field takes. The label stands above, the hint before the control, the error under it. */
export type FieldProps = { name: string; label: string; hint?: ReactNode; required?: boolean }

/** A label, a hint, a control and its error: the frame of every kind of field. */
export const Field = ({
  name,
  label,
  hint,
  required = false,
  check,
  group = false,
  children,
}: FieldProps & {
  check?: (value: unknown) => string | undefined
  group?: boolean
  children: (
    field: FieldState,
    aria: { "aria-invalid"?: true; "aria-describedby"?: string; "aria-required"?: true },
  ) => ReactNode
}) => {
  const t = useWords()
  const verdict = useMemo(() => checkOf(label, required, check, t), [label, required, check, t])
  const field = useField(name, verdict)
  const described = [hint && `${field.id}-hint`, field.error && `${field.id}-error`].filter(Boolean).join(" ")
  const aria = {
    ...(field.error ? { "aria-invalid": true as const } : {}),
    ...(described ? { "aria-describedby": described } : {}),
    ...(required && !group ? { "aria-required": true as const } : {}),
  }
  const title = (
    <>
      {label}
      {!required && <span className="optional"> {t("shell.field.optional")}</span>}
    </>
  )
  const inside = (
    <>
      {hint && (
        <span className="hint" id={`${field.id}-hint`}>
          {hint}
        </span>
      )}
      {children(field, aria)}
      {field.error && (
        <span className="error" id={`${field.id}-error`}>
          {field.error}
        </span>
      )}
    </>
  )
  return group ? (
    <fieldset className="field" id={field.id} tabIndex={-1} {...(described ? { "aria-describedby": described } : {})}>
      <legend>{title}</legend>
      {inside}
    </fieldset>
  ) : (
    <div className="field">
      <label htmlFor={field.id}>{title}</label>
      {inside}
    </div>
  )
}

/** A field of one line, of any type the browser knows. */
export const Line = ({
  type,
  options = {},
  ...props
}: FieldProps & {
  type: HTMLInputTypeAttribute
  options?: InputOptions
  check?: (value: unknown) => string | undefined
}) => (
  <Field {...props}>
    {({ id, value, set }, aria) => (
      <input
        id={id}
        className={`input ${type}`}
        type={type}
        value={value ?? ""}
        onChange={(event) => set(event.target.value)}
        {...options}
        {...aria}
      />
    )}
  </Field>
)

/** Attributes passed to the input. */
export type InputOptions = {
  autoComplete?: string
  placeholder?: string
  max?: number | string
  min?: number | string
  step?: number | string
}

const checkOf = (
  label: string,
  required: boolean,
  check: ((value: unknown) => string | undefined) | undefined,
  t: Translate,
): Check => ({
  label,
  of: (value) => {
    const empty = value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
    if (empty) return required ? t("shell.field.required") : undefined
    return check?.(value)
  },
})
