import { CheckField, ChoiceField, LongTextField, NumberField } from "../../../shell/fields.tsx"
import { type FormValues, useField } from "../../../shell/form.tsx"
import type { InputOf } from "../../../shell/api.ts"
import { useWords } from "../../../shell/use-words.ts"
import type { Held, HeldItem } from "./held.ts"

const ways = ["consent", "show_of_hands", "roll_call", "ballot"] as const
const votes = ["for", "against", "abstained", "blank"] as const

/** The text of a decision, how it is taken, and its figures. */
export const DecisionFields = ({ of }: { of: Held }) => {
  const t = useWords()
  const how = useField("how").value as (typeof ways)[number]
  return (
    <>
      <LongTextField name="text" label={t("meetings.hold.decision.text")} required />
      <ChoiceField
        name="how"
        label={t("meetings.hold.decision.how")}
        required
        options={ways.map((value) => ({ value, words: t(`meetings.hold.how.${value}`) }))}
      />
      {(how === "show_of_hands" || how === "ballot") &&
        votes.map((name) => (
          <NumberField
            key={name}
            name={name}
            label={t(`meetings.hold.vote.${name}`)}
            min={0}
            required={name === "for" || name === "against"}
          />
        ))}
      {how === "roll_call" &&
        of.quorum.voters.map(({ id, name }) => (
          <ChoiceField
            key={id}
            name={`vote.${id}`}
            label={name}
            as="select"
            options={votes.map((value) => ({ value, words: t(`meetings.hold.vote.${value}`) }))}
          />
        ))}
      {how !== "consent" && of.majority.chair_decides && (
        <ChoiceField
          name="chair"
          label={t("meetings.hold.chair_vote")}
          hint={t("meetings.hold.chair_vote.hint")}
          as="select"
          options={(["for", "against"] as const).map((value) => ({ value, words: t(`meetings.hold.vote.${value}`) }))}
        />
      )}
      {how !== "consent" && !of.majority.known && (
        <CheckField name="adopted" label={t("meetings.hold.adopted.label")} hint={t("meetings.hold.adopted.hint")} />
      )}
    </>
  )
}

/** The command's input from what was typed; an empty figure is none. */
export const decisionInput = (values: FormValues, of: Held): Omit<InputOf<"decisions.take">, "itemId"> => {
  const how = values["how"] as (typeof ways)[number]
  const count = (name: string) => (values[name] === "" || values[name] === undefined ? 0 : values[name])
  const roll = of.quorum.voters.flatMap(({ id }) => {
    const vote = values[`vote.${id}`] as (typeof votes)[number] | "" | undefined
    return vote ? [{ personId: id, vote }] : []
  })
  return {
    text: values["text"] ?? "",
    how,
    votes:
      how === "show_of_hands" || how === "ballot"
        ? { for: count("for"), against: count("against"), abstained: count("abstained"), blank: count("blank") }
        : null,
    roll: how === "roll_call" ? roll : null,
    chair: values["chair"] || null,
    adopted: of.majority.known ? null : values["adopted"] === true,
  }
}

/** What the form shows of a decision that is put right. */
export const decisionValues = (decision: HeldItem["decisions"][number]): FormValues => ({
  text: decision.text,
  how: decision.how,
  for: decision.votes_for ?? "",
  against: decision.votes_against ?? "",
  abstained: decision.abstentions ?? "",
  blank: decision.blank ?? "",
  adopted: decision.adopted,
  ...Object.fromEntries(decision.roll.map(({ person_id, vote }) => [`vote.${person_id}`, vote])),
})
