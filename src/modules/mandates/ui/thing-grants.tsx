import { Act } from "../../../shell/act.tsx"
import { useRead } from "../../../shell/api.ts"
import { ChoiceField, DateField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"

type Of = { thing: "matter" | "meeting" | "list"; id: string; bodyId: string }

/** Whom a thing is given to, alone, and a way to give it. Nothing while it is nobody’s and one may not give it. */
export const ThingGrants = ({ thing, id, bodyId }: Of) => {
  const t = useWords()
  const say = useFigures()
  const { data } = useRead("mandates.ofThing", { thing, id, bodyId })
  if (!data || (data.rows.length === 0 && !data.may["grants.give"])) return null
  return (
    <Sheet title={t("mandates.given.title")}>
      {data.rows.length === 0 ? (
        <p className="pad soft">{t(`mandates.given.none.${thing}`)}</p>
      ) : (
        <Rows>
          {data.rows.map((one) => (
            <Row
              key={one.id}
              soft={[
                t(`mandates.given.${thing}.${one.capability}` as "mandates.given.list.people.read"),
                t("mandates.given.until", { day: say.day(one.until), by: one.given_by }),
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
      {data.may["grants.give"] && <Giving thing={thing} id={id} bodyId={bodyId} />}
    </Sheet>
  )
}

/** As the server has them (grants/things.ts), the usual one first. */
const may = {
  matter: ["matters.manage", "confidential.read"],
  meeting: ["meetings.prepare", "meetings.hold", "minutes.write"],
  list: ["people.read"],
} as const

const Giving = ({ thing, id, bodyId }: Of) => {
  const t = useWords()
  return (
    <details className="pad">
      <summary>{t(`mandates.given.give.${thing}`)}</summary>
      <p className="soft">{t(`mandates.given.lead.${thing}`)}</p>
      <Form
        command="grants.give"
        draft={`grants.give.${id}`}
        initial={{ bodyId, since: today(), capability: may[thing][0] }}
        input={({ person, ...rest }) => ({ ...rest, [`${thing}Id`]: id, personId: person?.id }) as never}
        kind="plain"
        send={t(`mandates.given.give.${thing}`)}
      >
        <PickField name="person" label={t("mandates.given.person")} required />
        {may[thing].length > 1 && (
          <ChoiceField
            name="capability"
            label={t("mandates.grants.capability")}
            options={may[thing].map((value) => ({
              value,
              words: t(`mandates.given.${thing}.${value}` as "mandates.given.list.people.read"),
            }))}
            required
          />
        )}
        <DateField name="since" label={t("mandates.since")} required />
        <DateField name="until" label={t("mandates.until")} required />
        <TextField name="reason" label={t("mandates.grants.reason")} required />
      </Form>
    </details>
  )
}
