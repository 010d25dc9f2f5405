import { Act } from "../../../shell/act.tsx"
import { ChangingRow } from "../../../shell/changing-row.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Mark, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Body = ReadOf<"bodies.list">["bodies"][number]

/** The tree of bodies of the organisation. */
export const BodiesPage = () => {
  const t = useWords()
  return (
    <Reading of={useRead("bodies.list", {})}>
      {({ bodies, profiles }) => (
        <Page
          title={t("secretariat.bodies")}
          crumbs={[{ words: t("secretariat.title"), to: "/secretariat" }, { words: t("secretariat.bodies") }]}
          main={
            bodies.some(({ may_manage }) => may_manage) && (
              <Link className="button main" to="/secretariat/instances/nouvelle">
                {t("secretariat.bodies.create")}
              </Link>
            )
          }
        >
          <Sheet>
            <Rows>
              {bodies.map((body) => (
                <OneBody key={body.id} of={body} kind={profiles.find(({ key }) => key === body.profile)?.name ?? ""} />
              ))}
            </Rows>
          </Sheet>
        </Page>
      )}
    </Reading>
  )
}

const OneBody = ({ of, kind }: { of: Body; kind: string }) => {
  const t = useWords()
  const say = useFigures()
  const { id, name, code, place, town, depth, closed_on, mine, means, may_manage } = of
  return (
    <ChangingRow
      soft={[code, kind, t(`secretariat.means.${means}`), town, place].filter(Boolean).join(" · ")}
      name={name}
      change={t("secretariat.bodies.change")}
      mayChange={may_manage}
      acts={
        depth > 0 && (
          <Act
            command="bodies.close"
            input={{ bodyId: id }}
            confirm={{
              title: t("secretariat.bodies.close.title", { name }),
              words: t("secretariat.bodies.close.words"),
            }}
            done={t("secretariat.bodies.closed", { name })}
          >
            {t("secretariat.bodies.close")}
            <span className="unseen">, {name}</span>
          </Act>
        )
      }
      fields={(close) => (
        <Form
          command="bodies.change"
          draft={false}
          initial={{ bodyId: id, name, town, place }}
          kind="plain"
          send={t("secretariat.save")}
          onDone={close}
        >
          <TextField name="name" label={t("secretariat.bodies.name")} required />
          <TextField
            name="town"
            label={t("secretariat.bodies.town")}
            hint={t("secretariat.bodies.town.hint")}
            autoComplete="off"
          />
          <TextField name="place" label={t("secretariat.bodies.place")} />
        </Form>
      )}
    >
      {depth > 0 && <span className="soft" aria-hidden="true">{`${"\u2003".repeat(Math.min(depth - 1, 4))}└ `}</span>}
      <Link to={`/secretariat/instances/${id}`}>
        <b>{name}</b>
      </Link>{" "}
      {closed_on && <Mark>{t("secretariat.bodies.closed_on", { day: say.dayOnly(closed_on) })}</Mark>}{" "}
      {mine && <Mark kind="info">{t("secretariat.bodies.mine")}</Mark>}
    </ChangingRow>
  )
}
