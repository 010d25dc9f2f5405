import { isRanked } from "../../../kernel/counting/fitting.ts"
import { saidOn } from "../../../kernel/counting/said-on.ts"
import type { ReadOf } from "../../../shell/api.ts"
import { CheckField, ChoiceField } from "../../../shell/fields.tsx"
import { Form, type FormValues } from "../../../shell/form.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Ballot = ReadOf<"votes.read">["ballot"]
const grades = [0, 1, 2, 3, 4, 5, 6] as const
const answers = ["for", "against", "abstained", "blank"] as const

/** A vote by name, for oneself or for whoever gave a proxy. */
export const VoteForm = ({ ballot, again, forId }: { ballot: Ballot; again: boolean; forId?: string }) => {
  const t = useWords()
  return (
    <Form
      command="votes.cast"
      draft={false}
      input={(values) => ({
        ballotId: ballot.id,
        revision: ballot.revision,
        ...choiceOf(ballot, values),
        ...(forId ? { forId } : {}),
      })}
      send={again ? t("votes.cast.again") : t("votes.cast")}
      sticks={!forId}
    >
      <BallotPaper ballot={ballot} />
    </Form>
  )
}

/** The ballot paper, for a thumb: one question, large answers. */
export const BallotPaper = ({ ballot }: { ballot: Ballot }) => {
  const t = useWords()
  return ballot.kind === "yes_no" ? (
    <ChoiceField
      name="answer"
      label={t("votes.your_vote")}
      required
      options={answers.map((value) => ({ value, words: t(`votes.answer.${value}`) }))}
    />
  ) : (
    <Names ballot={ballot} />
  )
}

const Names = ({ ballot }: { ballot: Ballot }) => {
  const t = useWords()
  const { candidates, method, seats } = ballot
  if (isRanked(method)) {
    const places = candidates.map((_, at) => ({ value: String(at + 1), words: t("votes.place", { n: at + 1 }) }))
    return (
      <fieldset>
        <legend>{t("votes.rank")}</legend>
        <p className="soft">{t("votes.rank.hint")}</p>
        {candidates.map((name, at) => (
          <ChoiceField key={name} name={`c${at}`} label={name} options={places} as="select" />
        ))}
      </fieldset>
    )
  }
  if (method === "majority_judgment")
    return (
      <fieldset>
        <legend>{t("votes.grades")}</legend>
        <p className="soft">{t("votes.grades.hint")}</p>
        {candidates.map((name, at) => (
          <ChoiceField
            key={name}
            name={`c${at}`}
            label={name}
            options={grades.map((grade) => ({ value: String(grade + 1), words: t(`votes.grade.${grade}`) }))}
            as="select"
          />
        ))}
      </fieldset>
    )
  if (ballot.kind === "lists" || ((method === "plurality" || method === "absolute") && seats === 1))
    return (
      <ChoiceField
        name="one"
        label={t("votes.your_vote")}
        required
        as="radio"
        options={[
          ...candidates.map((words, at) => ({ value: String(at), words })),
          { value: "blank", words: t("votes.answer.blank") },
        ]}
      />
    )
  return (
    <fieldset>
      <legend>{method === "approval" ? t("votes.any") : t("votes.up_to", { count: seats })}</legend>
      <p className="soft">{t("votes.none_is_blank")}</p>
      {candidates.map((name, at) => (
        <CheckField key={name} name={`c${at}`} label={name} />
      ))}
    </fieldset>
  )
}

/** What the fields hold, as the command takes it. */
export const choiceOf = (ballot: Ballot, values: FormValues) =>
  saidOn(ballot, values) as { answer?: (typeof answers)[number]; ranks?: number[][] }
