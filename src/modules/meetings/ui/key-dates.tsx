import { Act } from "../../../shell/act.tsx"
import type { ReadOf } from "../../../shell/api.ts"
import { ChoiceField, DateField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"

const kinds = ["municipal", "regional", "national", "european", "congress", "other"] as const

/** The days from which occasions are counted: those the body wrote down, those of the bodies above, those of the law. */
export const KeyDates = ({ of, bodyId }: { of: ReadOf<"dates.list">; bodyId: string }) => {
  const t = useWords()
  const say = useFigures()
  const { dates, by_law, may } = of
  return (
    <Sheet title={t("meetings.year.dates")} aside={t("meetings.year.dates.lead")}>
      {dates.length + by_law.length === 0 ? (
        <Empty title={t("meetings.year.dates.empty")}>{t("meetings.year.dates.empty.lead")}</Empty>
      ) : (
        <Rows>
          {dates.map(({ id, kind, on_day, name, source, from }) => (
            <Row
              key={id}
              soft={[name, source, from && t("meetings.year.dates.from", { body: from })].filter(Boolean).join(" · ")}
              end={
                may["dates.add"] &&
                !from && (
                  <Act
                    command="dates.remove"
                    input={{ keyDateId: id }}
                    done={t("meetings.year.dates.removed")}
                    undo={() => ({ command: "dates.add", input: { bodyId, kind, day: on_day, name, source } })}
                  >
                    {t("meetings.year.dates.remove")}
                  </Act>
                )
              }
            >
              {t(`meetings.year.dates.kind.${kind}`)} <span className="soft">· {say.dayOfYear(on_day)}</span>
            </Row>
          ))}
          {by_law.map(({ kind, day, is_month, source }) => (
            <Row key={kind + day} soft={source}>
              {t(`meetings.year.dates.kind.${kind}`)}{" "}
              <span className="soft">· {is_month ? say.month(day) : say.dayOfYear(day)}</span>{" "}
              <Mark>{t("meetings.year.dates.by_law")}</Mark>
            </Row>
          ))}
        </Rows>
      )}
      {may["dates.add"] && (
        <details className="pad">
          <summary>{t("meetings.year.dates.add")}</summary>
          <Form
            command="dates.add"
            draft={`dates.add.${bodyId}`}
            initial={{ bodyId }}
            kind="plain"
            send={t("meetings.year.dates.add")}
            onDone={() => tell({ words: t("meetings.year.dates.added") })}
          >
            <ChoiceField
              name="kind"
              label={t("meetings.year.dates.kind")}
              options={kinds.map((value) => ({ value, words: t(`meetings.year.dates.kind.${value}`) }))}
              as="select"
              required
            />
            <DateField name="day" label={t("meetings.year.dates.day")} min={today()} required />
            <TextField name="name" label={t("meetings.year.dates.name")} hint={t("meetings.year.dates.name.hint")} />
            <TextField
              name="source"
              label={t("meetings.year.dates.source")}
              hint={t("meetings.year.dates.source.hint")}
              required
            />
          </Form>
        </details>
      )}
    </Sheet>
  )
}
