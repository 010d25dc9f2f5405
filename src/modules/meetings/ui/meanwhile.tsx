import { useEffect } from "react"
import { type FormValues, useField, useFormValues } from "../../../shell/form.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import type { ItemLine, Proposal } from "./agenda-list.tsx"
import { valuesOf } from "./item-values.ts"

type Item = ItemLine | Proposal

/** Keeps, with the draft, the item as it was when the first letter was typed: what others write afterwards is measured against it. */
export const KeepBase = ({ of: item }: { of: Item }) => {
  const { value, set } = useField("base")
  const values = useFormValues()
  const begun = names.some((name) => !same(values[name], valuesOf(item)[name]))
  useEffect(() => {
    if (begun && value === undefined) set(valuesOf(item))
    // The item of the first change is the base; a later one is what came meanwhile.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [begun])
  return null
}

/** Where somebody else gave a field another value meanwhile: both are shown, and the writer chooses. Texts need no choice, they are put together. */
export const Meanwhile = ({ of: item }: { of: Item }) => {
  const t = useWords()
  const say = useFigures()
  const base = useField("base")
  const values = useFormValues()
  const current = valuesOf(item)
  const was: FormValues | undefined = base.value
  const crossed = was ? single.filter((name) => differs(name, was, current, values)) : []
  if (crossed.length === 0) return null
  return (
    <div className="missing" role="alert">
      <h2>
        {t("meetings.meanwhile.title", {
          who: item.changed_by_name ?? "…",
          at: item.changed_at ? say.ago(item.changed_at) : "",
        })}
      </h2>
      <ul>
        {crossed.map((name) => (
          <li key={name}>
            <span>
              {t("meetings.meanwhile.both", {
                field: t(labels[name]),
                theirs: shown(name, current[name], t),
                mine: shown(name, values[name], t),
              })}{" "}
              <Choose name={name} theirs={current[name]} base={was!} keepBase={base.set} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const Choose = ({
  name,
  theirs,
  base,
  keepBase,
}: {
  name: Single
  theirs: unknown
  base: FormValues
  keepBase: (base: FormValues) => void
}) => {
  const t = useWords()
  const field = useField(name)
  const settled = { ...base, [name]: theirs }
  return (
    <span className="bar">
      <button type="button" className="button" onClick={() => keepBase(settled)}>
        {t("meetings.meanwhile.mine")}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => {
          field.set(theirs)
          keepBase(settled)
        }}
      >
        {t("meetings.meanwhile.theirs")}
      </button>
    </span>
  )
}

const single = ["title", "purpose", "presenter", "minutes", "matter", "confidential"] as const
type Single = (typeof single)[number]
const names = [...single, "description", "proposedDecision", "papers"]

const labels = {
  title: "meetings.item.title",
  purpose: "meetings.item.purpose",
  presenter: "meetings.item.presenter",
  minutes: "meetings.item.minutes",
  matter: "meetings.item.matter",
  confidential: "meetings.item.confidential.short",
} as const

const differs = (name: Single, was: FormValues, current: FormValues, mine: FormValues) =>
  !same(current[name], was[name]) && !same(mine[name], was[name]) && !same(mine[name], current[name])

const shown = (name: Single, value: any, t: Translate): string => {
  if (value === null || value === undefined || value === "") return t("meetings.meanwhile.nothing")
  if (name === "purpose") return t.named(`meetings.purpose.${value}`)
  if (name === "confidential") return t(value ? "meetings.meanwhile.yes" : "meetings.meanwhile.no")
  return typeof value === "object" ? value.words : String(value)
}

const same = (a: any, b: any) =>
  a?.picked || b?.picked ? a?.id === b?.id : JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
