import { Act } from "../../../shell/act.tsx"
import type { ReadOf } from "../../../shell/api.ts"
import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Empty, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Answer = ReadOf<"counterparts.read">

/** Who of ours deals with them, and says so. */
export const KnownBy = ({ of: { counterpart: c, known_by, may } }: { of: Answer }) => {
  const t = useWords()
  const say = useFigures()
  const mine = known_by.find((one) => one.mine && one.says)
  const it = t(`counterparts.know.${c.nature === "person" ? c.form : "organisation"}`)
  return (
    <Sheet title={t("counterparts.known_by")}>
      {known_by.length === 0 ? (
        <Empty title={t("counterparts.known_by.none")} />
      ) : (
        <Rows>
          {known_by.map(({ person_id, name, exchanges, last_on, says, how }) => (
            <Row
              key={person_id}
              soft={[
                exchanges > 0 && t("counterparts.known_by.exchanges", { count: exchanges }),
                last_on && t("counterparts.known_by.last", { day: say.dayOnly(last_on) }),
                says && (how || t("counterparts.known_by.says")),
              ]
                .filter(Boolean)
                .join(" · ")}
            >
              <Link to={`/personnes/${person_id}`}>{name}</Link>
            </Row>
          ))}
        </Rows>
      )}
      {may["counterparts.know"] && (
        <div className="pad stack">
          {mine ? (
            <Act command="counterparts.unknow" input={{ counterpartId: c.id }}>
              {t("counterparts.unknow")}
            </Act>
          ) : (
            <Form
              command="counterparts.know"
              draft={`counterparts.know.${c.id}`}
              initial={{ counterpartId: c.id }}
              input={({ how }) => ({ counterpartId: c.id, how: how ?? "" })}
              kind="plain"
              send={it}
            >
              <TextField name="how" label={t("counterparts.know.how")} hint={t("counterparts.know.how.hint")} />
            </Form>
          )}
        </div>
      )}
    </Sheet>
  )
}
