import { useState } from "react"
import { listMethods } from "../../../../kernel/counting/fitting.ts"
import { rankedMethodNames } from "../../../../kernel/counting/methods.ts"
import { Refusal } from "../../../../kernel/refusal.ts"
import { Field } from "../../../../shell/field.tsx"
import { ChoiceField, LongTextField, NumberField } from "../../../../shell/fields.tsx"
import { LocalForm, useFormValues } from "../../../../shell/form.tsx"
import { Mark, Row, Rows } from "../../../../shell/sheet.tsx"
import { useLanguage, useWords } from "../../../../shell/use-words.ts"
import { type CountedUrn, countUrn } from "./count-urn.ts"
import { Found } from "./found.tsx"
import { Trace } from "./trace.tsx"

/** Ballots in a file, or those of a vote that is named in the address. */
export const UrnForm = ({ said }: { said: Readonly<Record<string, string>> }) => {
  const t = useWords()
  const language = useLanguage()
  const [counted, setCounted] = useState<CountedUrn>()
  const { vote } = said
  return (
    <>
      <LocalForm
        initial={{
          method: said["methode"] ?? "scottish",
          seats: numberOf(said["sieges"]),
          round: numberOf(said["tour"]) ?? 1,
          rounds: said["tours"] ?? "2",
          enrolled: numberOf(said["inscrits"]),
          shares: said["parts"] ?? "",
        }}
        send={t("votes.count.urn.send")}
        act={async (values) => {
          setCounted(undefined)
          const blt = vote ? await published(vote) : String(values["urn"])
          const wanted = {
            method: values["method"] as (typeof methods)[number],
            seats: numberOf(values["seats"]),
            shares: String(values["shares"] ?? ""),
            round: numberOf(values["round"]) ?? 1,
            rounds: Number(values["rounds"]),
            enrolled: numberOf(values["enrolled"]),
          }
          setCounted(countUrn(blt, wanted, language))
        }}
      >
        {vote ? <p>{t("votes.count.published")}</p> : <UrnField />}
        <ChoiceField
          name="method"
          label={t("votes.field.method")}
          required
          as="select"
          options={methods.map((value) => ({ value, words: t(`votes.method.${value}`) }))}
        />
        <NumberField
          name="seats"
          label={t("votes.field.seats")}
          hint={t("votes.count.seats.hint")}
          min={1}
          max={1000}
        />
        <OfRounds />
        <LongTextField name="shares" label={t("votes.count.shares")} hint={t("votes.count.shares.hint")} rows={2} />
      </LocalForm>
      {counted && <Result of={counted} />}
    </>
  )
}

const methods = [...rankedMethodNames, ...listMethods] as const

const numberOf = (value: unknown): number | null =>
  value === undefined || value === null || value === "" ? null : Number(value)

/** As the server publishes it. */
const published = async (vote: string): Promise<string> => {
  const answer = await fetch(`/api/votes/${encodeURIComponent(vote)}/urne.blt`, { cache: "no-store" })
  if (!answer.ok) throw new Refusal("votes.count.not_published")
  return answer.text()
}

const UrnField = () => {
  const t = useWords()
  return (
    <Field name="urn" label={t("votes.count.file")} hint={t("votes.count.file.hint")} required>
      {({ id, set }, aria) => (
        <input
          id={id}
          className="input"
          type="file"
          accept=".blt,.txt,text/plain"
          onChange={async ({ target }) => set(await target.files?.[0]?.text())}
          {...aria}
        />
      )}
    </Field>
  )
}

const OfRounds = () => {
  const t = useWords()
  if (useFormValues()["method"] !== "absolute") return null
  return (
    <>
      <ChoiceField
        name="rounds"
        label={t("votes.field.rounds")}
        required
        options={["2", "3"].map((value) => ({ value, words: t(`votes.rounds.${value as "2"}`) }))}
      />
      <NumberField name="round" label={t("votes.count.round")} min={1} max={3} required />
      <NumberField name="enrolled" label={t("votes.count.enrolled")} min={0} max={100_000_000} />
    </>
  )
}

const Result = ({ of: { title, sentence, open, candidates, trace } }: { of: CountedUrn }) => {
  const t = useWords()
  return (
    <Found title={title || t("votes.result")}>
      <output>
        <strong>{sentence}</strong> {open && <Mark kind="wait">{t("votes.result.is_open")}</Mark>}
      </output>
      <Rows>
        {candidates.map(({ name, votes, elected }, at) => (
          // Two may have the same name.
          // oxlint-disable-next-line react/no-array-index-key
          <Row key={at} end={votes}>
            {name} {elected && <Mark kind="good">{t("votes.elected")}</Mark>}
          </Row>
        ))}
      </Rows>
      <Trace of={trace} />
    </Found>
  )
}
