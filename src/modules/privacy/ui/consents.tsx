import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { ChoiceField, DateField, LongTextField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"

type Line = ReadOf<"privacy.consents">["rows"][number]

/** What a person said yes to; `mayRecord` for who notes what was said on paper or in speech. */
export const Consents = ({ personId, mayRecord = false }: { personId: string; mayRecord?: boolean }) => {
  const t = useWords()
  const { data } = useRead("privacy.consents", { personId })
  if (!data || (!mayRecord && data.rows.length === 0)) return null
  return (
    <Sheet title={t("privacy.consents")}>
      {data.rows.length === 0 ? (
        <p className="pad soft">{t("privacy.consents.none")}</p>
      ) : (
        <Rows>
          {data.rows.map((one) => (
            <Consent key={one.id} of={one} />
          ))}
        </Rows>
      )}
      {mayRecord && <Recording personId={personId} />}
    </Sheet>
  )
}

const Consent = ({ of }: { of: Line }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Row
      soft={[
        t("privacy.consent.given", { day: say.day(of.given_on), means: t(`privacy.means.${of.means}`) }),
        of.words,
        of.proof,
      ]
        .filter(Boolean)
        .join(" · ")}
      end={
        of.withdrawn_on ? (
          <Mark>{t("privacy.consent.withdrawn", { day: say.day(of.withdrawn_on) })}</Mark>
        ) : (
          <Act command="privacy.withdrawConsent" input={{ consentId: of.id }}>
            {t("privacy.consent.withdraw")}
          </Act>
        )
      }
    >
      {t.named(`privacy.consent.${of.purpose}`)}
    </Row>
  )
}

const Recording = ({ personId }: { personId: string }) => {
  const t = useWords()
  return (
    <details className="pad">
      <summary>{t("privacy.consent.record")}</summary>
      <Form
        command="privacy.giveConsent"
        draft={`privacy.giveConsent.${personId}`}
        initial={{ personId, on: today() }}
        kind="plain"
        send={t("privacy.consent.record")}
      >
        <ChoiceField
          name="purpose"
          label={t("privacy.consent.purpose")}
          options={(["letters", "contacts", "photos", "sharing"] as const).map((value) => ({
            value,
            words: t(`privacy.consent.${value}`),
          }))}
          required
        />
        <LongTextField name="words" label={t("privacy.consent.words")} required />
        <DateField name="on" label={t("privacy.consent.on")} max={today()} required />
        <ChoiceField
          name="means"
          label={t("privacy.consent.means")}
          options={(["form", "paper", "spoken", "mail"] as const).map((value) => ({
            value,
            words: t(`privacy.means.${value}`),
          }))}
          required
        />
        <TextField name="proof" label={t("privacy.consent.proof")} />
      </Form>
    </details>
  )
}
