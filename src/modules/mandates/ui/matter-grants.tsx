import { Act } from "../../../shell/act.tsx"
import { useRead } from "../../../shell/api.ts"
import { ChoiceField, DateField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"

/** Whom a matter is given to, alone, and a way to give it. Nothing while it is nobody's and one may not give it. */
export const MatterGrants = ({ matterId, bodyId }: { matterId: string; bodyId: string }) => {
  const t = useWords()
  const say = useFigures()
  const { data } = useRead("mandates.ofMatter", { matterId, bodyId })
  if (!data || (data.rows.length === 0 && !data.may["grants.give"])) return null
  return (
    <Sheet title={t("mandates.matter.title")}>
      {data.rows.length === 0 ? (
        <p className="pad soft">{t("mandates.matter.none")}</p>
      ) : (
        <Rows>
          {data.rows.map((one) => (
            <Row
              key={one.id}
              soft={[
                t(`mandates.matter.${one.capability}`),
                t("mandates.matter.until", { day: say.day(one.until), by: one.given_by }),
                one.reason,
              ].join(" · ")}
              end={
                data.may["grants.give"] && (
                  <Act command="grants.revoke" input={{ grantId: one.id }}>
                    {t("mandates.grants.revoke")}
                  </Act>
                )
              }
            >
              <Link to={`/personnes/${one.person_id}`}>{one.name}</Link>
            </Row>
          ))}
        </Rows>
      )}
      {data.may["grants.give"] && <Giving matterId={matterId} bodyId={bodyId} />}
    </Sheet>
  )
}

const Giving = ({ matterId, bodyId }: { matterId: string; bodyId: string }) => {
  const t = useWords()
  return (
    <details className="pad">
      <summary>{t("mandates.matter.give")}</summary>
      <p className="soft">{t("mandates.matter.lead")}</p>
      <Form
        command="grants.give"
        draft={`grants.give.${matterId}`}
        initial={{ matterId, bodyId, since: today(), capability: "matters.manage" }}
        input={({ person, ...rest }) => ({ ...rest, personId: person?.id }) as never}
        kind="plain"
        send={t("mandates.matter.give")}
      >
        <PickField name="person" label={t("mandates.matter.person")} required />
        <ChoiceField
          name="capability"
          label={t("mandates.grants.capability")}
          options={(["matters.manage", "confidential.read"] as const).map((value) => ({
            value,
            words: t(`mandates.matter.${value}`),
          }))}
          required
        />
        <DateField name="since" label={t("mandates.since")} required />
        <DateField name="until" label={t("mandates.until")} required />
        <TextField name="reason" label={t("mandates.grants.reason")} required />
      </Form>
    </details>
  )
}
