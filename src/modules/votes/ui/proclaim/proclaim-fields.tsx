import { Fragment, useEffect } from "react"
import type { ReadOf } from "../../../../shell/api.ts"
import { CheckField, DateField, LongTextField } from "../../../../shell/fields.tsx"
import { type FormValues, useField, useFormValues } from "../../../../shell/form.tsx"
import { Row, Rows } from "../../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../../shell/use-words.ts"
import { endsOf, Succession, tickedIn, warningWords } from "../../../mandates/ui/contract.tsx"
import { ItemField } from "../item-field.tsx"

export type Foreseen = ReadOf<"votes.foresee">
export type Office = ReturnType<typeof officeIn>
/** Holders and those elected of the day that was chosen last: what is ticked or dated means something only beside them. */
export type Known = Pick<Foreseen, "holders" | "elected">
export const nobody: Known = { holders: [], elected: [] }

const officeIn = (values: FormValues, elected: Foreseen["elected"]) => ({
  since: String(values["since"] ?? ""),
  until: (values["until"] as string) || null,
  ends: tickedIn(values),
  days: daysIn(values, elected),
})

/** What a command of proclamation takes of the fields below. */
export const proclamationOf = (values: FormValues, { holders, elected }: Known, isToDecide: boolean) => ({
  ...officeIn(values, elected),
  ends: endsOf(values, holders),
  text: isToDecide ? values["text"] : null,
  itemId: values["itemId"] || null,
  letter: values["letter"],
  othersLetter: values["others"] === true ? values["othersLetter"] : null,
})

/** An empty day is that of all. */
const daysIn = (values: FormValues, elected: Foreseen["elected"]) =>
  elected.flatMap(({ id }) => {
    const since = values[`since.${id}`]
    const until = values[`until.${id}`]
    return since || until
      ? [{ personId: id, since: String(since || values["since"]), until: until || values["until"] || null }]
      : []
  })

/** All that a proclamation asks, and what it would do. `useForeseen` asks the read of what was elected. */
export const ProclaimFields = ({
  useForeseen,
  known,
  isToDecide,
  minutesOf,
  onKnown,
}: {
  useForeseen: (asked: Office, enabled: boolean) => { data: Foreseen | undefined }
  known: Known
  isToDecide: boolean
  minutesOf: ReadOf<"votes.read">["minutes_of"]
  onKnown: (known: Known) => void
}) => {
  const t = useWords()
  const say = useFigures()
  const values = useFormValues()
  const until = useField("until")
  const asked = officeIn(values, known.elected)
  const { since } = asked
  const { data } = useForeseen(asked, since !== "")
  useEffect(() => {
    if (data) onKnown(data)
  }, [onKnown, data])
  const usual = data?.usual_until
  return (
    <>
      {data && <Elected of={data} />}
      <DateField name="since" label={t("votes.proclaim.since")} hint={t("votes.proclaim.since.hint")} required />
      <DateField
        name="until"
        label={t("votes.proclaim.until")}
        {...(usual ? { hint: t("mandates.until.usual", { day: say.dayOnly(usual) }) } : {})}
      />
      {usual && !until.value && (
        <button type="button" className="button quiet" onClick={() => until.set(usual)}>
          {t("mandates.until.take", { day: say.dayOnly(usual) })}
        </button>
      )}
      {data && data.elected.length > 1 && <OwnDays of={data.elected} />}
      {data && (
        <>
          {data.again.length > 0 && (
            <p>{t("votes.proclaim.again", { names: data.again.join(", "), day: say.dayOnly(data.ends_on) })}</p>
          )}
          <Succession holders={data.holders} isFull={data.is_full} since={since} endsOn={data.ends_on} />
          <Warnings of={data} />
        </>
      )}
      {isToDecide && (
        <>
          <LongTextField
            name="text"
            label={t("votes.decide.text")}
            hint={t("votes.proclaim.text.hint")}
            rows={6}
            required
          />
          <ItemField of={minutesOf} />
        </>
      )}
      <LongTextField
        name="letter"
        label={t("votes.proclaim.letter")}
        hint={t("votes.proclaim.letter.hint")}
        rows={6}
        required
      />
      {data && <Others of={data} />}
    </>
  )
}

/** Days of their own, of those for whom they are not those of all. */
const OwnDays = ({ of }: { of: Foreseen["elected"] }) => {
  const t = useWords()
  return (
    <details>
      <summary>{t("votes.proclaim.days")}</summary>
      <div className="stack">
        <p className="soft">{t("votes.proclaim.days.lead")}</p>
        {of.map(({ id, name }) => (
          <Fragment key={id}>
            <DateField name={`since.${id}`} label={t("votes.proclaim.since.of", { name })} />
            <DateField name={`until.${id}`} label={t("votes.proclaim.until.of", { name })} />
          </Fragment>
        ))}
      </div>
    </details>
  )
}

const Elected = ({ of: { elected, function_name } }: { of: Foreseen }) => {
  const t = useWords()
  return (
    <>
      <h3>{t("votes.proclaim.elected", { count: elected.length })}</h3>
      <Rows>
        {elected.map(({ id, name }) => (
          <Row key={id} soft={function_name ?? undefined}>
            {name}
          </Row>
        ))}
      </Rows>
      <Unreached of={elected} />
    </>
  )
}

const Warnings = ({ of: { warnings, functions, elected } }: { of: Foreseen }) => {
  const t = useWords()
  if (warnings.length === 0) return null
  return (
    <section className="missing" aria-live="polite">
      <h3>{t("mandates.warnings")}</h3>
      <ul>
        {warnings.map((warning) => (
          <li key={[warning.code, warning.function_id, warning.person_id].join()}>
            <span>{warningWords(warning, functions, elected, t)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Nobody is written to who was not elected unless somebody says so. */
const Others = ({ of: { others } }: { of: Foreseen }) => {
  const t = useWords()
  const { others: told } = useFormValues()
  if (others.length === 0) return null
  return (
    <>
      <CheckField
        name="others"
        label={t("votes.proclaim.others", { names: others.map(({ name }) => name).join(", ") })}
      />
      {told === true && (
        <>
          <LongTextField name="othersLetter" label={t("votes.proclaim.others.letter")} rows={6} required />
          <Unreached of={others} />
        </>
      )}
    </>
  )
}

const Unreached = ({ of }: { of: Foreseen["elected"] }) => {
  const t = useWords()
  const names = of.filter(({ has_mail }) => !has_mail).map(({ name }) => name)
  return names.length === 0 ? null : <p className="soft">{t("votes.proclaim.no_mail", { names: names.join(", ") })}</p>
}
