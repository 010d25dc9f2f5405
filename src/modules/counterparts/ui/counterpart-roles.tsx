import { useMemo, useState } from "react"
import { Act } from "../../../shell/act.tsx"
import type { ReadOf } from "../../../shell/api.ts"
import { DateField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Empty, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"

type Answer = ReadOf<"counterparts.read">

/** What a person is where, or who is in an organisation. */
export const Roles = ({ of: { counterpart: c, roles, may } }: { of: Answer }) => {
  const t = useWords()
  const isPerson = c.nature === "person"
  const mayChange = may["counterparts.beginRole"] === true
  return (
    <Sheet
      title={t(isPerson ? "counterparts.roles" : "counterparts.their_people")}
      aside={
        mayChange && !isPerson ? (
          <Link to={`/interlocuteurs/nouveau?organisation=${c.id}`}>{t("counterparts.their_people.add")}</Link>
        ) : undefined
      }
    >
      {roles.length === 0 ? (
        <Empty title={t(isPerson ? "counterparts.roles.none" : "counterparts.their_people.none")} />
      ) : (
        <Rows>
          {roles.map((role) => (
            <RoleRow key={role.id} role={role} mayChange={mayChange} />
          ))}
        </Rows>
      )}
      {mayChange && isPerson && <BeginRole of={c} />}
    </Sheet>
  )
}

const RoleRow = ({ role, mayChange }: { role: Answer["roles"][number]; mayChange: boolean }) => {
  const t = useWords()
  const say = useFigures()
  const [changing, setChanging] = useState(false)
  const { id, other_id, other_name, title, since, until, email, phone } = role
  const days = [
    since && t("counterparts.since", { day: say.dayOnly(since) }),
    until && t("counterparts.until", { day: say.dayOnly(until) }),
  ]
  return (
    <Row
      soft={[title, ...days, email, phone].filter(Boolean).join(" · ")}
      end={
        mayChange && (
          <span className="bar">
            <button
              type="button"
              className="button quiet"
              aria-expanded={changing}
              onClick={() => setChanging(!changing)}
            >
              {t("counterparts.role.correct")}
              <span className="unseen">, {other_name}</span>
            </button>
            {(!until || until > today()) && (
              <Act
                command="counterparts.changeRole"
                input={{ roleId: id, title: title || "—", since, until: since && today() < since ? since : today() }}
                done={t("counterparts.role.ended")}
                undo={() => ({
                  command: "counterparts.changeRole",
                  input: { roleId: id, title: title || "—", since, until },
                })}
              >
                {t("counterparts.role.end")}
                <span className="unseen">, {other_name}</span>
              </Act>
            )}
          </span>
        )
      }
    >
      <Link to={`/interlocuteurs/${other_id}`}>{other_name}</Link>
      {changing && (
        <Form
          command="counterparts.changeRole"
          draft={false}
          initial={{ title, since, until }}
          input={(values) => ({
            roleId: id,
            title: values["title"],
            since: values["since"] || null,
            until: values["until"] || null,
          })}
          kind="plain"
          send={t("counterparts.save")}
          onDone={() => setChanging(false)}
        >
          <RoleFields />
        </Form>
      )}
    </Row>
  )
}

const BeginRole = ({ of: c }: { of: Answer["counterpart"] }) => {
  const t = useWords()
  const more = useMemo(() => ({ bodyId: c.body_id, nature: "organisation" }), [c.body_id])
  return (
    <details className="pad">
      <summary>{t("counterparts.roles.begin")}</summary>
      <Form
        command="counterparts.beginRole"
        draft={`counterparts.beginRole.${c.id}`}
        initial={{ counterpartId: c.id }}
        kind="plain"
        send={t("counterparts.roles.begin")}
      >
        <PickField
          name="outsideId"
          label={t("counterparts.field.outside")}
          read="counterparts.pick"
          more={more}
          required
        />
        <RoleFields />
      </Form>
    </details>
  )
}

const RoleFields = () => {
  const t = useWords()
  return (
    <>
      <TextField
        name="title"
        label={t("counterparts.field.title")}
        hint={t("counterparts.field.title.hint")}
        required
      />
      <DateField name="since" label={t("counterparts.field.since")} />
      <DateField name="until" label={t("counterparts.field.until")} />
    </>
  )
}
