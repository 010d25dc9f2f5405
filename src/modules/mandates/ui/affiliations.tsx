import { Act } from "../../../shell/act.tsx"
import { ChoiceField, DateField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Empty, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { span } from "./span.ts"

export type AffiliationLine = {
  id: string
  name: string
  body_id: string
  body_name: string
  since: string
  until: string | null
  may_change: boolean
}
type Named = { id: string; name: string }
type BodyWithAffiliations = Named & { affiliations: readonly Named[] }

/** The sensibilities a person is and was of; nothing where no body has any. */
export const Affiliations = ({
  personId,
  of,
  bodies,
}: {
  personId: string
  of: readonly AffiliationLine[]
  bodies: readonly BodyWithAffiliations[]
}) => {
  const t = useWords()
  if (of.length === 0 && bodies.length === 0) return null
  return (
    <Sheet title={t("mandates.affiliations")}>
      {of.length === 0 ? (
        <Empty title={t("mandates.affiliations.none")} />
      ) : (
        <Rows>
          {of.map((one) => (
            <Affiliation key={one.id} of={one} />
          ))}
        </Rows>
      )}
      {bodies.length > 0 && (
        <details className="pad">
          <summary>{t("mandates.affiliations.join")}</summary>
          <Form
            command="affiliations.join"
            draft={`affiliations.join.${personId}`}
            initial={{ personId, bodyId: bodies[0]?.id, since: today() }}
            input={({ bodyId: _, ...values }) => ({
              ...(values as { personId: string; affiliationId: string; since: string }),
              until: values["until"] || null,
            })}
            kind="plain"
            send={t("mandates.affiliations.join")}
          >
            <Joining bodies={bodies} />
          </Form>
        </details>
      )}
    </Sheet>
  )
}

const Joining = ({ bodies }: { bodies: readonly BodyWithAffiliations[] }) => {
  const t = useWords()
  const { bodyId } = useFormValues()
  const here = bodies.find(({ id }) => id === bodyId)
  return (
    <>
      {bodies.length > 1 && (
        <ChoiceField name="bodyId" label={t("mandates.body")} options={bodies.map(optionOf)} as="select" required />
      )}
      <ChoiceField
        name="affiliationId"
        label={t("mandates.affiliations.which")}
        options={(here?.affiliations ?? []).map(optionOf)}
        required
      />
      <DateField name="since" label={t("mandates.since")} hint={t("mandates.affiliations.since.hint")} required />
      <DateField name="until" label={t("mandates.until")} />
    </>
  )
}

const Affiliation = ({ of }: { of: AffiliationLine }) => {
  const t = useWords()
  const say = useFigures()
  const { id, name, body_name, since, until, may_change } = of
  const lasts = !until || until >= today()
  return (
    <Row
      soft={span(t, say, of)}
      end={
        may_change &&
        lasts && (
          <Act
            command="affiliations.leave"
            input={{ affiliateId: id, until: today() < since ? since : today() }}
            done={t("mandates.affiliations.left")}
          >
            {t("mandates.end")}
            <span className="unseen">, {name}</span>
          </Act>
        )
      }
    >
      {name} <span className="soft">· {body_name}</span>
    </Row>
  )
}

const optionOf = ({ id, name }: Named) => ({ value: id, words: name })
