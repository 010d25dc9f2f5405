import { useEffect, useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { CheckField, DateField, LongTextField } from "../../../shell/fields.tsx"
import { Form, useField, useFormValues } from "../../../shell/form.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { endsOf, Succession, tickedIn, warningWords } from "../../mandates/ui/contract.tsx"
import { ItemField } from "./item-field.tsx"

type It = ReadOf<"votes.read">
type Foreseen = ReadOf<"votes.foresee">

/** One act: the decision, the mandates and those they replace, the request to hand over, the letters. */
export const Proclaim = ({ of: { ballot, decision_said, minutes_of, contests } }: { of: It }) => {
  const t = useWords()
  // What is ticked means something only beside the holders of the day that was chosen.
  const [holders, setHolders] = useState<Foreseen["holders"]>([])
  const waiting = contests.filter(({ settled_at }) => settled_at === null).length
  return (
    <Sheet title={t("votes.proclaim")} padded>
      <p className="soft">{t("votes.proclaim.lead")}</p>
      {waiting > 0 && <p role="note">{t("votes.proclaim.contested", { count: waiting })}</p>}
      <Form
        command="votes.proclaim"
        draft={`votes.proclaim.${ballot.id}`}
        initial={{
          since: today(),
          text: decision_said,
          letter: t("votes.proclaim.letter.default"),
          othersLetter: t("votes.proclaim.others.default"),
        }}
        input={(values) => ({
          ballotId: ballot.id,
          since: String(values["since"]),
          until: values["until"] || null,
          ends: endsOf(values, holders),
          text: decision_said === null ? null : values["text"],
          itemId: values["itemId"] || null,
          letter: values["letter"],
          othersLetter: values["others"] === true ? values["othersLetter"] : null,
        })}
        send={t("votes.proclaim")}
        onDone={() => tell({ words: t("votes.proclaim.done") })}
      >
        <Fields
          ballotId={ballot.id}
          isToDecide={decision_said !== null}
          minutesOf={minutes_of}
          onHolders={setHolders}
        />
      </Form>
    </Sheet>
  )
}

const none: Foreseen["holders"] = []

const Fields = ({
  ballotId,
  isToDecide,
  minutesOf,
  onHolders,
}: {
  isToDecide: boolean
  minutesOf: It["minutes_of"]
  ballotId: string
  onHolders: (holders: Foreseen["holders"]) => void
}) => {
  const t = useWords()
  const say = useFigures()
  const values = useFormValues()
  const until = useField("until")
  const since = String(values["since"] ?? "")
  const asked = { ballotId, since, until: values["until"] || null, ends: tickedIn(values) }
  const { data } = useRead("votes.foresee", asked, { enabled: since !== "", keepPrevious: true })
  const holders = data?.holders ?? none
  useEffect(() => onHolders(holders), [onHolders, holders])
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
      {data && (
        <>
          {data.again.length > 0 && (
            <p>{t("votes.proclaim.again", { names: data.again.join(", "), day: say.dayOnly(data.ends_on) })}</p>
          )}
          <Succession holders={holders} isFull={data.is_full} since={since} endsOn={data.ends_on} />
          <Warnings of={data} />
        </>
      )}
      {isToDecide && (
        <>
          <LongTextField name="text" label={t("votes.decide.text")} hint={t("votes.decide.lead")} rows={6} required />
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
  const reached = others.filter(({ has_mail }) => has_mail)
  if (reached.length === 0) return null
  return (
    <>
      <CheckField
        name="others"
        label={t("votes.proclaim.others", { names: reached.map(({ name }) => name).join(", ") })}
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
