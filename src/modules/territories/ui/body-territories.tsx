import { useRead } from "../../../shell/api.ts"
import { Form, type FormValues } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Act } from "../../../shell/act.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { PlaceField } from "./place-field.tsx"

/** Where a body is at home, by official codes; chosen by name or postcode. */
export const BodyTerritories = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const say = useFigures()
  const { data } = useRead("territories.ofBody", { bodyId })
  if (!data || (data.rows.length === 0 && !data.may["territories.give"])) return null
  return (
    <Sheet title={t("territories.of_body")}>
      {data.rows.length === 0 ? (
        <Empty
          title={t("territories.none")}
          {...(data.known
            ? {}
            : { act: <Link to="/secretariat/territoires/fichiers">{t("territories.import.title")}</Link> })}
        >
          {t(data.known ? "territories.none.lead" : "territories.unknown")}
        </Empty>
      ) : (
        <Rows>
          {data.rows.map(({ id, name, level, code, parent, source, vintage, ended, became }) => (
            <Row
              key={id}
              soft={[
                t(`territories.level.${level}`),
                parent,
                t("territories.code", { code }),
                t("territories.source", { source, day: say.dayOnly(vintage) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            >
              {name} {ended && <Mark kind="wait">{t("territories.ended", { day: say.dayOnly(ended) })}</Mark>}
              {ended && became && <span className="under">{t("territories.became", { name: became })}</span>}
            </Row>
          ))}
        </Rows>
      )}
      {data.may["territories.give"] && data.rows.some(({ ended, became }) => ended && became) && (
        <div className="pad">
          <Act
            command="territories.give"
            input={{ bodyId, territories: data.rows.map(({ id }) => id) }}
            kind="plain"
            done={t("territories.given")}
          >
            {t("territories.follow")}
          </Act>
        </div>
      )}
      {data.may["territories.give"] && data.known && (
        <details className="pad">
          <summary>{t("territories.give")}</summary>
          <Form
            command="territories.give"
            draft={false}
            initial={{ places: data.rows.map(({ id, name }) => ({ picked: true, id, words: name })) }}
            input={(values: FormValues) => ({
              bodyId,
              territories: (values["places"] ?? []).map(({ id }: { id: string }) => id),
            })}
            kind="plain"
            send={t("territories.save")}
            onDone={() => tell({ words: t("territories.given") })}
          >
            <PlaceField name="places" label={t("territories.of_body")} hint={t("territories.hint")} many />
          </Form>
        </details>
      )}
    </Sheet>
  )
}
