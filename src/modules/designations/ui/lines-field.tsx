import { useState } from "react"
import { Field } from "../../../shell/field.tsx"
import { useWords } from "../../../shell/use-words.ts"

export type KeyLine = { name: string; weight: number | null; together: string | null; ours: boolean }
const MOST = 60

const blank: KeyLine = { name: "", weight: null, together: null, ours: false }

/** The groups, lists or components a key counts, one a line: name, weight, which is ours, and which count together. */
export const LinesField = ({
  name,
  label,
  hint,
  weight,
  asksOurs,
  asksTogether,
}: {
  name: string
  label: string
  hint: string
  /** What the weight is called. */
  weight: string
  asksOurs: boolean
  asksTogether: boolean
}) => (
  <Field name={name} label={label} hint={hint} group required>
    {({ id, value, set }) => (
      <Lines
        id={id}
        of={(value as KeyLine[] | undefined) ?? [blank]}
        onChange={set}
        {...{ weight, asksOurs, asksTogether }}
      />
    )}
  </Field>
)

type Shown = { weight: string; asksOurs: boolean; asksTogether: boolean }

const Lines = ({
  id,
  of,
  onChange,
  ...shown
}: { id: string; of: readonly KeyLine[]; onChange: (lines: KeyLine[]) => void } & Shown) => {
  const t = useWords()
  // Rows keep their identity while one before them is taken away; the keys are not sent.
  const [keys, setKeys] = useState(() => of.map((_, at) => String(at)))
  const keyOf = (at: number) => keys[at] ?? String(at)
  const change = (at: number, part: Partial<KeyLine>) =>
    onChange(of.map((one, place) => (place === at ? { ...one, ...part } : part.ours ? { ...one, ours: false } : one)))
  return (
    <>
      <ul className="rows key-lines">
        {of.map((one, at) => (
          <li key={keyOf(at)}>
            <Line
              id={`${id}-${keyOf(at)}`}
              of={one}
              nth={at + 1}
              onChange={(part) => change(at, part)}
              onDrop={
                of.length > 1
                  ? () => {
                      setKeys(of.map((_, place) => keyOf(place)).filter((_, place) => place !== at))
                      onChange(of.filter((_, place) => place !== at))
                    }
                  : undefined
              }
              {...shown}
            />
          </li>
        ))}
      </ul>
      {of.length < MOST && (
        <button
          type="button"
          className="button"
          onClick={() => {
            setKeys([...of.map((_, place) => keyOf(place)), crypto.randomUUID()])
            onChange([...of, blank])
          }}
        >
          {t("designations.line.add")}
        </button>
      )}
    </>
  )
}

const Line = ({
  id,
  of: { name, weight: have, together, ours },
  nth,
  onChange,
  onDrop,
  weight,
  asksOurs,
  asksTogether,
}: {
  id: string
  of: KeyLine
  nth: number
  onChange: (part: Partial<KeyLine>) => void
  onDrop: (() => void) | undefined
} & Shown) => {
  const t = useWords()
  return (
    <div className="key-line">
      <label htmlFor={`${id}-name`}>
        <span className="soft">{t("designations.line.name", { nth })}</span>
        <input
          id={`${id}-name`}
          className="input"
          value={name}
          maxLength={120}
          autoComplete="off"
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </label>
      <label htmlFor={`${id}-weight`}>
        <span className="soft">{t("designations.line.weight", { weight, nth })}</span>
        <input
          id={`${id}-weight`}
          className="input"
          type="number"
          inputMode="numeric"
          min={0}
          max={1_000_000_000}
          value={have ?? ""}
          onChange={({ target }) => onChange({ weight: target.value === "" ? null : Number(target.value) })}
        />
      </label>
      {asksTogether && (
        <label htmlFor={`${id}-together`}>
          <span className="soft">{t("designations.line.together", { nth })}</span>
          <input
            id={`${id}-together`}
            className="input"
            value={together ?? ""}
            maxLength={120}
            autoComplete="off"
            onChange={({ target }) => onChange({ together: target.value || null })}
          />
        </label>
      )}
      <span className="bar">
        {asksOurs && (
          <label className="option">
            <input
              type="radio"
              name={`${id.replace(/-[^-]*$/, "")}-ours`}
              checked={ours}
              onChange={() => onChange({ ours: true })}
            />
            <span>
              {t("designations.line.ours")}
              <span className="unseen">, {name || nth}</span>
            </span>
          </label>
        )}
        {onDrop && (
          <button type="button" className="button quiet" onClick={onDrop}>
            {t("designations.line.drop")}
            <span className="unseen">, {name || nth}</span>
          </button>
        )}
      </span>
    </div>
  )
}
