import { type ReadOf, useRead } from "../../../shell/api.ts"
import { CheckField, LongTextField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { It } from "./designation-page.tsx"
import { Checks } from "./checks.tsx"

type Foreseen = ReadOf<"designations.foresee">

/** One act: the external mandates, the end of those they replace, the decision, the letters; all of it is said before. */
export const Designate = ({ of }: { of: It }) => {
  const { designation, may } = of
  const asks = may["designations.designate"] === true && designation.step === "designation"
  const { data } = useRead("designations.foresee", { designationId: designation.id }, { enabled: asks })
  return asks && data ? <Act of={of} foreseen={data} /> : null
}

const Act = ({ of: { designation, people }, foreseen }: { of: It; foreseen: Foreseen }) => {
  const t = useWords()
  const stops = foreseen.checks.some(({ weight }) => weight === "stops")
  const against = foreseen.checks.filter(({ weight }) => weight !== "told")
  return (
    <Sheet title={t("designations.designate.title")} padded>
      <p>{t("designations.designate.lead", { count: people.length })}</p>
      {against.length > 0 && <Checks of={against} />}
      {stops ? (
        <p role="note">{t("designations.designate.stops")}</p>
      ) : (
        <Form
          command="designations.designate"
          draft={`designations.designate.${designation.id}`}
          initial={{
            letters: true,
            letter: t("designations.letter.default", { institution: designation.institution }),
            text: foreseen.decision_said,
          }}
          input={(values) => ({
            designationId: designation.id,
            ends: foreseen.others.filter(({ id }) => values[`ends ${id}`] === true).map(({ id }) => id),
            despite: against.length > 0 ? String(values["despite"] ?? "").trim() || null : null,
            text: foreseen.decision_said === null ? null : String(values["text"] ?? "") || null,
            letter: values["letters"] === true ? String(values["letter"] ?? "") || null : null,
          })}
          send={t("designations.designate", { count: people.length })}
          onDone={() => tell({ words: t("designations.designate.done") })}
          sticks
        >
          <Fields of={foreseen} country={designation.country} asksWhy={against.length > 0} />
        </Form>
      )}
    </Sheet>
  )
}

const Fields = ({ of, country, asksWhy }: { of: Foreseen; country: string; asksWhy: boolean }) => {
  const t = useWords()
  const say = useFigures()
  const { letters } = useFormValues()
  const last = say.dayOnly(of.ends_on)
  return (
    <>
      {of.again.length > 0 && <p>{t("designations.again", { names: of.again.join(", "), day: last })}</p>}
      {of.others.length > 0 && (
        <fieldset className="field">
          <legend>{t("designations.ends", { day: last })}</legend>
          {of.others.map(({ id, name, form, role }) => (
            <CheckField
              key={id}
              name={`ends ${id}`}
              label={`${name}, ${t(`offices.role.${role}`, { form, country })}`}
            />
          ))}
        </fieldset>
      )}
      {asksWhy && (
        <LongTextField
          name="despite"
          label={t("designations.despite.label")}
          hint={t("designations.despite.hint")}
          rows={3}
          required
        />
      )}
      {of.decision_said !== null && (
        <LongTextField name="text" label={t("votes.decide.text")} hint={t("votes.decide.lead")} rows={5} required />
      )}
      <CheckField name="letters" label={t("designations.letters")} />
      {letters === true && (
        <>
          <LongTextField
            name="letter"
            label={t("designations.letter")}
            hint={t("designations.letter.hint")}
            rows={5}
            required
          />
          {of.no_mail.length > 0 && (
            <p className="soft">{t("designations.no_mail", { names: of.no_mail.join(", ") })}</p>
          )}
        </>
      )}
    </>
  )
}
