import { type FittingMethod, isRare } from "../../../kernel/counting/fitting.ts"
import type { ReadOf } from "../../../shell/api.ts"
import {
  CheckField,
  ChoiceField,
  DateField,
  LongTextField,
  NumberField,
  TextField,
  TimeField,
} from "../../../shell/fields.tsx"
import { FileField } from "../../../shell/file-field.tsx"
import type { KeptFile } from "../../../shell/send-file.ts"
import { type Pick, PickField } from "../../../shell/pick-field.tsx"
import { MoreFields } from "../../../shell/more-fields.tsx"
import { type FormValues, useFormValues } from "../../../shell/form.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { ElectorateFields, functionsSaid } from "./electorate-fields.tsx"
import { fitting } from "./fitting.ts"

type Choices = ReadOf<"votes.choices">

/** With what most leave as it is. */
const folded = [
  "quorumKey",
  "electorate",
  "functions",
  "onDay",
  "endsOn",
  "endsAt",
  "latestOn",
  "latestAt",
  "changeable",
  "papers",
]

const manners = ["secret", "named", "hand", "paper"] as const

/** What is asked, of whom, and how it is counted. */
export const BallotFields = ({
  choices,
  operation = null,
  bodyId,
  open = false,
}: {
  choices: Choices
  /** The voting operation it belongs to: it says who votes. */
  operation?: string | null | undefined
  bodyId: string
  /** Nothing is folded: what was said before is looked through. */
  open?: boolean
}) => {
  const t = useWords()
  const values = useFormValues()
  const { kind } = values
  const candidates = kind === "candidates"
  const several = candidates || kind === "motions" || kind === "lists"
  const options = candidates ? "candidates" : kind === "lists" ? "lists" : "motions"
  const named = values["manner"] === "named"
  const words = (value: FittingMethod) => ({
    value,
    words: t(`votes.method.${value}`),
    hint: t(`votes.method.${value}.hint`),
    rare: isRare(value),
  })
  return (
    <>
      <TextField name="title" label={t("votes.field.title")} hint={t("votes.field.title.hint")} required />
      <LongTextField name="question" label={t("votes.field.question")} hint={t("votes.field.question.hint")} />
      <ChoiceField
        name="kind"
        label={t("votes.field.kind")}
        required
        options={[
          { value: "yes_no", words: t("votes.kind.yes_no") },
          { value: "candidates", words: t("votes.kind.candidates") },
          { value: "motions", words: t("votes.kind.motions"), hint: t("votes.kind.motions.hint") },
          { value: "lists", words: t("votes.kind.lists"), hint: t("votes.kind.lists.hint") },
        ]}
      />
      {candidates && (
        <>
          <ChoiceField
            name="functionId"
            label={t("votes.field.function")}
            hint={t("votes.field.function.hint")}
            as="select"
            options={choices.functions.map(({ id, name }) => ({ value: id, words: name }))}
          />
          <PickField
            name="people"
            label={t("votes.field.people")}
            hint={t("votes.field.people.hint")}
            more={{ bodyId }}
            many
          />
        </>
      )}
      {several && (
        <LongTextField
          name="candidates"
          label={t(`votes.field.${options}`)}
          hint={t(`votes.field.${options}.hint`)}
          required={!candidates}
        />
      )}
      {several && kind !== "motions" && (
        <NumberField name="seats" label={t("votes.field.seats")} min={1} max={200} required />
      )}
      <ChoiceField
        name="manner"
        label={t("votes.field.manner")}
        required
        options={manners
          .filter((value) => operation || value !== "secret")
          .map((value) => ({
            value,
            words: t(`votes.manner.${value}`),
            hint: t(`votes.manner.${value}.hint`),
          }))}
      />
      {several ? (
        <>
          <ChoiceField
            name="method"
            label={t("votes.field.method")}
            required
            as="radio"
            options={fitting(values).map(words)}
          />
          {values["method"] === "absolute" && (
            <ChoiceField
              name="rounds"
              label={t("votes.field.rounds")}
              required
              options={["2", "3"].map((value) => ({
                value,
                words: t(`votes.rounds.${value as "2"}`),
                hint: t(`votes.rounds.${value as "2"}.hint`),
              }))}
            />
          )}
          {candidates && (
            <CheckField name="parity" label={t("votes.field.parity")} hint={t("votes.field.parity.hint")} />
          )}
          <ChoiceField
            name="betweenEquals"
            label={t("votes.field.equals")}
            required
            options={[
              { value: "lot", words: t("votes.equals.lot"), hint: t("votes.equals.lot.hint") },
              { value: "age", words: t("votes.equals.age"), hint: t("votes.equals.age.hint") },
              { value: "none", words: t("votes.equals.none"), hint: t("votes.equals.none.hint") },
            ]}
          />
        </>
      ) : (
        <ChoiceField
          name="ruleKey"
          label={t("votes.field.majority")}
          required
          as="radio"
          options={[
            { value: "simple", words: t("votes.majority.simple"), hint: t("votes.majority.simple.hint") },
            ...choices.majorities.map(asOption),
          ]}
        />
      )}
      <MoreFields title={t(operation ? "votes.more.in_operation" : "votes.more")} names={folded} open={open}>
        {choices.quorums.length > 0 && (
          <ChoiceField
            name="quorumKey"
            label={t("votes.field.quorum")}
            hint={t("votes.field.quorum.hint")}
            as="radio"
            required
            options={[{ value: "none", words: t("votes.quorum.none") }, ...choices.quorums.map(asOption)]}
          />
        )}
        {!operation && (
          <>
            <ElectorateFields choices={choices} />
            <DateField name="onDay" label={t("votes.field.day")} hint={t("votes.field.day.hint")} required />
          </>
        )}
        {(named || values["manner"] === "secret") && (
          <>
            <DateField name="endsOn" label={t("votes.field.ends_on")} hint={t("votes.field.ends_on.hint")} />
            <TimeField name="endsAt" label={t("votes.field.ends_at")} />
            {values["endsOn"] && (
              <>
                <DateField name="latestOn" label={t("votes.field.latest_on")} hint={t("votes.field.latest_on.hint")} />
                <TimeField name="latestAt" label={t("votes.field.latest_at")} />
              </>
            )}
            {named && <CheckField name="changeable" label={t("votes.field.changeable")} />}
          </>
        )}
        <FileField
          name="papers"
          label={t("votes.field.papers")}
          hint={t("votes.field.papers.hint")}
          many
          bodyId={bodyId}
        />
      </MoreFields>
    </>
  )
}

/** A rule by what it is for, what it asks, and where that is written. */
const asOption = ({ key, name, words, source }: Choices["majorities"][number]) => ({
  value: key,
  words: name,
  hint: [words, source].filter(Boolean).join(" · "),
})

/** The command’s input from what the fields hold. */
export const said = (values: FormValues, onDay?: string) => {
  const methods = fitting(values)
  const candidates = values["kind"] === "candidates"
  const several = candidates || values["kind"] === "motions" || values["kind"] === "lists"
  const method = several ? methods.find((one) => one === values["method"]) : "majority"
  return {
    title: String(values["title"] ?? ""),
    question: String(values["question"] ?? ""),
    paperIds: ((values["papers"] ?? []) as KeptFile[]).map(({ fileId }) => fileId),
    kind: values["kind"] as "yes_no",
    candidates: String(values["candidates"] ?? ""),
    candidateIds: candidates ? ((values["people"] ?? []) as Pick[]).map(({ id }) => id) : [],
    functionId: candidates && values["functionId"] ? String(values["functionId"]) : null,
    parity: candidates && values["parity"] === true,
    ...(method === "absolute" ? { rounds: Number(values["rounds"] ?? 2) } : {}),
    seats: several && values["kind"] !== "motions" ? Number(values["seats"]) : 1,
    method: method as "majority",
    ruleKey: several || values["ruleKey"] === "simple" ? null : String(values["ruleKey"] ?? ""),
    manner: values["manner"] as "named",
    changeable: values["changeable"] === true,
    betweenEquals: several ? (values["betweenEquals"] as "lot" | "age" | "none") : ("none" as const),
    electorate: values["electorate"] as "rulebook",
    functions: functionsSaid(values),
    onDay: onDay ?? String(values["onDay"] ?? ""),
    endsOn: values["endsOn"] ? String(values["endsOn"]) : null,
    endsAt: values["endsAt"] ? String(values["endsAt"]) : null,
    latestOn: values["endsOn"] && values["latestOn"] ? String(values["latestOn"]) : null,
    latestAt: values["latestAt"] ? String(values["latestAt"]) : null,
    quorumKey: !values["quorumKey"] || values["quorumKey"] === "none" ? null : String(values["quorumKey"]),
  }
}
