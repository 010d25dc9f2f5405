import { useRead } from "../../../shell/api.ts"
import { Act } from "../../../shell/act.tsx"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { CheckField, ChoiceField, DateField, TextField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Link, useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { SeriesFields, ruleOfValues, valuesOfSeries } from "./series-fields.tsx"
import { seriesWords } from "./series-words.ts"

const useCrumbs = () => {
  const t = useWords()
  return [
    { words: t("meetings.list.title"), to: "/reunions" },
    { words: t("meetings.series.title"), to: "/reunions/series" },
  ]
}

/** The series of a body. */
export const SeriesListPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  const read = useRead("series.list", { bodyId: body?.id ?? "" }, { enabled: body !== undefined })
  if (!body) return <NotFound />
  const begin = (
    <Link className="button main" to="/reunions/series/nouvelle">
      {t("meetings.series.new")}
    </Link>
  )
  return (
    <Page
      title={t("meetings.series.title")}
      crumbs={useCrumbs().slice(0, 1)}
      lead={body.name}
      {...(read.data?.may["series.begin"] ? { main: begin } : {})}
    >
      <Reading of={read}>
        {({ rows }) => (
          <Sheet>
            {rows.length === 0 ? (
              <Empty title={t("meetings.series.empty")}>{t("meetings.series.empty.lead")}</Empty>
            ) : (
              <Rows>
                {rows.map((series) => (
                  <Row
                    key={series.id}
                    soft={seriesWords(series.described, t, say.hours)}
                    end={
                      series.next[0] ? (
                        <span className="soft">
                          {t("meetings.series.next", { day: say.dayOfYear(series.next[0]) })}
                        </span>
                      ) : undefined
                    }
                  >
                    <Link to={`/reunions/series/${series.id}`}>{series.title}</Link>
                    {series.outside && (
                      <>
                        {" "}
                        <Mark>{t("meetings.outside")}</Mark>
                      </>
                    )}
                  </Row>
                ))}
              </Rows>
            )}
          </Sheet>
        )}
      </Reading>
    </Page>
  )
}

/** A new series. */
export const NewSeriesPage = () => {
  const t = useWords()
  const go = useGo()
  const crumbs = useCrumbs()
  const { body } = useBody()
  const types = useRead("meetings.types", { bodyId: body?.id ?? "" }, { enabled: body !== undefined })
  if (!body) return <NotFound />
  return (
    <Page title={t("meetings.series.new")} crumbs={crumbs} lead={body.name}>
      <Reading of={types}>
        {({ rows }) => (
          <Form
            command="series.begin"
            draft={`series.begin.${body.id}`}
            initial={{
              every: "week",
              step: 1,
              at: "19:30",
              minutes: 90,
              from: today(),
              nth: "1",
              weekday: "1",
              outside: false,
            }}
            input={(values) => ({
              bodyId: body.id,
              title: values["title"],
              rule: ruleOfValues(values),
              typeId: values["typeId"] || null,
              place: values["place"] || null,
              link: values["link"] || null,
              outside: values["outside"],
              host: values["host"] || null,
            })}
            send={t("meetings.series.begin")}
            onDone={({ seriesId, made }) => {
              tell({ words: t("meetings.series.begun", { count: made }) })
              go(`/reunions/series/${seriesId}`)
            }}
          >
            <TextField name="title" label={t("meetings.field.title")} required />
            <CheckField
              name="outside"
              label={t("meetings.series.field.outside")}
              hint={t("meetings.series.field.outside.hint")}
            />
            <TypeOrHost types={rows} />
            <SeriesFields />
          </Form>
        )}
      </Reading>
    </Page>
  )
}

const TypeOrHost = ({ types }: { types: readonly { id: string; name: string }[] }) => {
  const t = useWords()
  const { outside } = useFormValues()
  return outside ? (
    <TextField name="host" label={t("meetings.series.field.host")} />
  ) : (
    <ChoiceField
      name="typeId"
      label={t("meetings.new.type")}
      as="select"
      options={types.map(({ id, name }) => ({ value: id, words: name }))}
    />
  )
}

/** One series: its next days, and how it changes. */
export const SeriesPage = () => {
  const t = useWords()
  const say = useFigures()
  const crumbs = useCrumbs()
  const seriesId = useParam("seriesId")
  return (
    <Reading of={useRead("series.read", { seriesId })}>
      {({ series, may }) => (
        <Page title={series.title} crumbs={crumbs} lead={seriesWords(series.described, t, say.hours)}>
          <Sheet title={t("meetings.series.days")}>
            {series.next.length === 0 ? (
              <Empty title={t("meetings.series.days.none")} />
            ) : (
              <Rows>
                {series.next.map((day) => (
                  <Row
                    key={day}
                    end={
                      <Act
                        command="series.skip"
                        input={{ seriesId, day: day.slice(0, 10) }}
                        may={may}
                        confirm={{
                          title: t("meetings.series.skip.title", { day: say.dayOfYear(day) }),
                          words: t("meetings.series.skip.lead"),
                        }}
                      >
                        {t("meetings.series.skip")}
                      </Act>
                    }
                  >
                    {say.day(day)}
                  </Row>
                ))}
              </Rows>
            )}
          </Sheet>
          {may["series.change"] && !series.ended_on && (
            <>
              <Sheet title={t("meetings.series.change")} padded>
                <p className="soft">{t("meetings.series.change.lead")}</p>
                <Form
                  command="series.change"
                  draft={`series.change.${seriesId}`}
                  initial={valuesOfSeries(series)}
                  input={(values) => ({
                    seriesId,
                    title: values["title"],
                    rule: ruleOfValues(values, series.rule.except?.dates),
                    place: values["place"] || null,
                    link: values["link"] || null,
                    host: values["host"] || null,
                  })}
                  send={t("meetings.item.save")}
                  onDone={() => tell({ words: t("meetings.series.changed") })}
                >
                  <TextField name="title" label={t("meetings.field.title")} required />
                  {series.outside && <TextField name="host" label={t("meetings.series.field.host")} />}
                  <SeriesFields />
                </Form>
              </Sheet>
              <Sheet title={t("meetings.series.end")} padded>
                <Form
                  command="series.end"
                  draft={false}
                  initial={{ on: today() }}
                  input={(values) => ({ seriesId, on: values["on"] })}
                  send={t("meetings.series.end.send")}
                  kind="plain"
                >
                  <DateField
                    name="on"
                    label={t("meetings.series.end.on")}
                    hint={t("meetings.series.end.hint")}
                    required
                  />
                </Form>
              </Sheet>
            </>
          )}
        </Page>
      )}
    </Reading>
  )
}
