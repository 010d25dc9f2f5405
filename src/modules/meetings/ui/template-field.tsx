import { useState } from "react"
import { Field, type FieldProps } from "../../../shell/field.tsx"
import { Reorder } from "../../../shell/reorder.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { TemplateItem } from "../tables.ts"

type Kept = TemplateItem & { key: string }
const purposes = ["inform", "discuss", "decide"] as const

/** The agenda of a type: its items in order, each with its purpose and its length. */
export const TemplateField = (props: FieldProps) => (
  <Field {...props} group>
    {({ value, set }) => <Items of={(value as TemplateItem[] | undefined) ?? []} onChange={set} />}
  </Field>
)

const Items = ({ of, onChange }: { of: readonly TemplateItem[]; onChange: (items: TemplateItem[]) => void }) => {
  const t = useWords()
  // Rows keep their identity while they are typed in and moved; the keys are not sent.
  const [keys, setKeys] = useState(() => of.map((_, index) => String(index)))
  const items: Kept[] = of.map((item, index) => ({ ...item, key: keys[index] ?? String(index) }))
  const put = (next: readonly Kept[]) => {
    setKeys(next.map(({ key }) => key))
    onChange(next.map(({ key: _, ...item }) => item))
  }
  const change = (key: string, part: Partial<TemplateItem>) =>
    put(items.map((item) => (item.key === key ? { ...item, ...part } : item)))
  return (
    <>
      {items.length > 0 && (
        <div className="sheet">
          <Reorder
            items={items}
            idOf={({ key }) => key}
            nameOf={({ title }) => title}
            onMove={(order) => put(order.flatMap((key) => items.filter((item) => item.key === key)))}
          >
            {(item) => (
              <Line
                item={item}
                onChange={(part) => change(item.key, part)}
                onDrop={() => put(items.filter(({ key }) => key !== item.key))}
              />
            )}
          </Reorder>
        </div>
      )}
      <p>
        <button
          type="button"
          className="button"
          onClick={() => put([...items, { key: crypto.randomUUID(), title: "", purpose: "discuss", minutes: 10 }])}
        >
          {t("meetings.prepare.add")}
        </button>
      </p>
    </>
  )
}

const Line = ({
  item,
  onChange,
  onDrop,
}: {
  item: Kept
  onChange: (part: Partial<TemplateItem>) => void
  onDrop: () => void
}) => {
  const t = useWords()
  const minutes = (typed: string) => Math.max(1, Math.min(1440, Number.parseInt(typed, 10) || 1))
  return (
    <span className="stack tight">
      <input
        className="input"
        aria-label={t("meetings.item.title")}
        value={item.title}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <span className="with-unit">
        <select
          className="input"
          aria-label={t("meetings.item.purpose")}
          value={item.purpose}
          onChange={(event) => onChange({ purpose: event.target.value as TemplateItem["purpose"] })}
        >
          {purposes.map((value) => (
            <option key={value} value={value}>
              {t(`meetings.purpose.${value}`)}
            </option>
          ))}
        </select>
        <input
          className="input"
          type="number"
          min={1}
          aria-label={t("meetings.item.minutes")}
          value={item.minutes}
          onChange={(event) => onChange({ minutes: minutes(event.target.value) })}
        />
        <span className="soft">{t("meetings.field.minutes.unit")}</span>
        {item.automatic && <span className="soft">{t("meetings.item.automatic")}</span>}
        <button type="button" className="button quiet" onClick={onDrop}>
          {t("meetings.types.drop")}
        </button>
      </span>
    </span>
  )
}
