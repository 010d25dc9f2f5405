import type { ReadOf } from "../../../shell/api.ts"
import { Form, useField } from "../../../shell/form.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import "./follow.css"

type Follow = ReadOf<"sittings.follow">
type Item = Follow["items"][number]

const outcomes = ["adopted", "amended", "rejected", "withdrawn", "fallen", "referred", "postponed", "noted"] as const
const votedWays = ["for", "against", "abstain", "apart", "split"] as const
const figures = ["for", "against", "abstentions"] as const
const columnOf = { for: "votes_for", against: "votes_against", abstentions: "abstentions" } as const

/** All items in one form, from field to field by the keyboard; a letter chooses in a list, and one gesture keeps it all. */
export const Outcomes = ({ of: { sitting, items } }: { of: Follow }) => {
  const t = useWords()
  return (
    <Form
      command="sittings.noteOutcomes"
      draft={`sittings.noteOutcomes.${sitting.id}`}
      initial={Object.fromEntries(items.flatMap(initialOf))}
      input={(values) => ({
        sittingId: sitting.id,
        items: items.map(({ id }) => ({
          itemId: id,
          outcome: values[`${id} outcome`] || null,
          voted: values[`${id} voted`] || null,
          votesFor: number(values[`${id} for`]),
          votesAgainst: number(values[`${id} against`]),
          abstentions: number(values[`${id} abstentions`]),
        })),
      })}
      send={t("sittings.follow.save")}
      onDone={() => tell({ words: t("sittings.follow.saved") })}
    >
      {items.map((item) => (
        <Entry key={item.id} of={item} />
      ))}
    </Form>
  )
}

const initialOf = (item: Item): [string, unknown][] => [
  [`${item.id} outcome`, item.outcome ?? ""],
  // What was decided is what is expected: said otherwise only where it was otherwise.
  [`${item.id} voted`, item.voted ?? ""],
  ...figures.map((one): [string, unknown] => [`${item.id} ${one}`, item[columnOf[one]] ?? ""]),
]

const number = (value: unknown) => (value === "" || value === undefined || value === null ? null : Number(value))

const Entry = ({ of: item }: { of: Item }) => {
  const t = useWords()
  const title = [item.number, item.title].filter(Boolean).join(" · ")
  return (
    <fieldset className="outcome-entry" aria-label={title}>
      <span>
        {title}
        <span className="soft under">
          {item.stance
            ? [t("sittings.follow.decided", { stance: t(`sittings.stance.${item.stance}`) }), item.stance_condition]
                .filter(Boolean)
                .join(", ")
            : t("sittings.stance.none")}
        </span>
      </span>
      <span className="fields">
        <Choice
          name={`${item.id} outcome`}
          label={t("sittings.outcome.what")}
          none={t("sittings.outcome.none")}
          options={outcomes.map((value) => ({ value, words: t(`sittings.outcome.${value}`) }))}
        />
        <Choice
          name={`${item.id} voted`}
          label={t("sittings.follow.voted")}
          none={t("sittings.follow.voted.unsaid")}
          options={votedWays.map((value) => ({ value, words: t(`sittings.voted.${value}`) }))}
        />
        {figures.map((one) => (
          <Figure key={one} name={`${item.id} ${one}`} label={t(`sittings.follow.figure.${one}`)} />
        ))}
      </span>
    </fieldset>
  )
}

const Choice = ({
  name,
  label,
  none,
  options,
}: {
  name: string
  label: string
  none: string
  options: readonly { value: string; words: string }[]
}) => {
  const { id, value, set } = useField(name)
  return (
    <span className="outcome-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value ?? ""} onChange={(event) => set(event.target.value)}>
        <option value="">{none}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.words}
          </option>
        ))}
      </select>
    </span>
  )
}

const Figure = ({ name, label }: { name: string; label: string }) => {
  const { id, value, set, error } = useField(name)
  return (
    <span className="outcome-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        inputMode="numeric"
        value={value ?? ""}
        onChange={(event) => set(event.target.value.replaceAll(/\D/g, ""))}
        {...(error ? { "aria-invalid": true } : {})}
      />
    </span>
  )
}
