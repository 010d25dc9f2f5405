import { useState } from "react"
import { Field, type FieldProps } from "../../../shell/field.tsx"
import { Reorder } from "../../../shell/reorder.tsx"
import { useWords } from "../../../shell/use-words.ts"

export type Written = { title: string; days: number | null; membership: boolean }
type Kept = Written & { key: string }

const MOST = 12

/** The steps of a body in order, moved by dragging or from the keyboard; one at most is the membership, and never the first. */
export const StepsField = (props: FieldProps) => (
  <Field {...props} group>
    {({ value, set }) => <Steps of={(value as Written[] | undefined) ?? []} onChange={set} />}
  </Field>
)

const Steps = ({ of, onChange }: { of: readonly Written[]; onChange: (steps: Written[]) => void }) => {
  const t = useWords()
  // Rows keep their identity while they are typed in and moved; the keys are not sent.
  const [keys, setKeys] = useState(() => of.map((_, index) => String(index)))
  const steps: Kept[] = of.map((step, index) => ({ ...step, key: keys[index] ?? String(index) }))
  const put = (next: readonly Kept[]) => {
    setKeys(next.map(({ key }) => key))
    onChange(next.map(({ key: _, ...step }) => step))
  }
  const change = (key: string, part: Partial<Written>) =>
    put(
      steps.map((step) =>
        step.key === key ? { ...step, ...part } : part.membership ? { ...step, membership: false } : step,
      ),
    )
  return (
    <>
      <div className="sheet">
        <Reorder
          items={steps}
          idOf={({ key }) => key}
          nameOf={({ title }) => title}
          onMove={(order) => put(order.flatMap((key) => steps.filter((step) => step.key === key)))}
        >
          {(step, index) => (
            <Line
              step={step}
              index={index}
              onChange={(part) => change(step.key, part)}
              onDrop={steps.length > 2 ? () => put(steps.filter(({ key }) => key !== step.key)) : undefined}
            />
          )}
        </Reorder>
      </div>
      {steps.length < MOST && (
        <p>
          <button
            type="button"
            className="button"
            onClick={() => put([...steps, { key: crypto.randomUUID(), title: "", days: 14, membership: false }])}
          >
            {t("welcome.steps.add")}
          </button>
        </p>
      )}
    </>
  )
}

const Line = ({
  step: { key, title, days, membership },
  index,
  onChange,
  onDrop,
}: {
  step: Kept
  index: number
  onChange: (part: Partial<Written>) => void
  onDrop: (() => void) | undefined
}) => {
  const t = useWords()
  return (
    <div className="stack">
      <label className="stack" htmlFor={`step-${key}`}>
        <span className="unseen">{t("welcome.steps.n", { n: index + 1 })}</span>
        <input
          id={`step-${key}`}
          className="input"
          value={title}
          maxLength={80}
          required
          autoComplete="off"
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </label>
      {index === 0 ? (
        <p className="soft">{t("welcome.steps.first")}</p>
      ) : (
        <span className="bar">
          <label className="bar">
            <span className="unseen">{t("welcome.steps.days", { n: index + 1 })}</span>
            <input
              className="input fit"
              type="number"
              inputMode="numeric"
              min={1}
              max={365}
              required
              value={days ?? ""}
              onChange={({ target }) => onChange({ days: target.value === "" ? null : Number(target.value) })}
            />
            <span className="soft">{t("welcome.steps.unit")}</span>
          </label>
          <label className="option">
            <input
              type="checkbox"
              checked={membership}
              onChange={({ target }) => onChange({ membership: target.checked })}
            />
            <span>{t("welcome.steps.is_membership")}</span>
          </label>
          {onDrop && (
            <button type="button" className="button quiet" onClick={onDrop}>
              {t("welcome.steps.drop")}
              <span className="unseen">, {title}</span>
            </button>
          )}
        </span>
      )}
    </div>
  )
}
