import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { ChoiceField, DateField, TextField, TimeField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Link, useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { KeyDates } from "./key-dates.tsx"
import { meetingPath } from "./meeting-head.tsx"

type Year = ReadOf<"year.read">
type Occasion = Year["rows"][number]

/** What the year of the body asks for now. */
export const YearPage = () => {
  const t = useWords()
  const { body } = useBody()
  const read = useRead("year.read", { bodyId: body?.id ?? "" }, { enabled: body !== undefined })
  const dates = useRead("dates.list", { bodyId: body?.id ?? "" }, { enabled: body !== undefined })
  if (!body) return <NotFound />
  return (
    <Page
      title={t("meetings.year.title")}
      crumbs={[{ words: t("meetings.list.title"), to: "/reunions" }]}
      lead={t("meetings.year.lead", { body: body.name })}
    >
      <Reading of={read}>{(year) => <Occasions of={year} bodyId={body.id} />}</Reading>
      {dates.data && <KeyDates of={dates.data} bodyId={body.id} />}
    </Page>
  )
}

const Occasions = ({ of, bodyId }: { of: Year; bodyId: string }) => {
  const t = useWords()
  const asked = of.rows.filter(({ dismissed }) => dismissed === null)
  const aside = of.rows.filter(({ dismissed }) => dismissed !== null)
  return (
    <>
      {asked.length === 0 ? (
        <Sheet>
          <Empty title={t("meetings.year.empty")}>{t("meetings.year.empty.lead")}</Empty>
        </Sheet>
      ) : (
        asked.map((one) => <OneOccasion key={`${one.key} ${one.from}`} of={one} year={of} bodyId={bodyId} />)
      )}
      {aside.length > 0 && (
        <Sheet title={t("meetings.year.dismissed")} aside={t("meetings.year.dismissed.lead")}>
          <Rows>
            {aside.map(({ key, from, title, dismissed }) => (
              <Row
                key={`${key} ${from}`}
                soft={dismissed}
                end={
                  of.may["year.dismiss"] && (
                    <Act command="year.recall" input={{ bodyId, occasion: key }}>
                      {t("meetings.year.recall")}
                    </Act>
                  )
                }
              >
                {title}
              </Row>
            ))}
          </Rows>
        </Sheet>
      )}
    </>
  )
}

const OneOccasion = ({ of, year, bodyId }: { of: Occasion; year: Year; bodyId: string }) => {
  const t = useWords()
  const say = useFigures()
  const aside = of.because_of
    ? t(`meetings.year.because.${of.because!}`, { day: say.dayOnly(of.because_of), month: say.month(of.because_of) })
    : t("meetings.year.until", { day: say.dayOfYear(of.to) })
  return (
    <div id={of.key}>
      <Sheet title={of.title} aside={aside}>
        <Rows>
          {of.items.map(({ title, purpose, minutes }) => (
            <Row
              key={title}
              soft={t(`meetings.purpose.${purpose}`)}
              end={<span className="soft">{say.lasting(minutes)}</span>}
            >
              {title}
            </Row>
          ))}
        </Rows>
        <div className="pad">
          {of.meeting_id ? (
            <p>
              <Mark kind="good">{t("meetings.year.taken")}</Mark>{" "}
              <Link to={meetingPath(of.meeting_id, "prepare")}>{t("meetings.poll.meeting")}</Link>
            </p>
          ) : (
            <>
              {year.may["year.take"] && <Take of={of} year={year} bodyId={bodyId} />}
              {year.may["year.dismiss"] && <Dismiss of={of} bodyId={bodyId} />}
            </>
          )}
        </div>
      </Sheet>
    </div>
  )
}

const Take = ({ of, year, bodyId }: { of: Occasion; year: Year; bodyId: string }) => {
  const t = useWords()
  const say = useFigures()
  const go = useGo()
  const options = [
    { value: "", words: t("meetings.year.new", { type: of.type_name ?? t("meetings.new.title") }) },
    ...year.meetings.map(({ id, title, starts }) => ({ value: id, words: `${title} · ${say.dayOfYear(starts)}` })),
  ]
  return (
    <details>
      <summary>{t("meetings.year.take")}</summary>
      <Form
        command="year.take"
        draft={`year.take.${bodyId}.${of.key}`}
        initial={{ meetingId: "", at: "19:30" }}
        input={(values) => ({
          bodyId,
          occasion: of.key,
          meetingId: values["meetingId"] || null,
          day: values["meetingId"] ? null : values["day"] || null,
          at: values["meetingId"] ? null : values["at"],
          place: values["place"] || null,
        })}
        send={t("meetings.new.send")}
        onDone={({ meetingId }) => go(meetingPath(meetingId, "prepare"))}
      >
        <ChoiceField name="meetingId" label={t("meetings.year.where")} as="radio" options={options} />
        <WhenNew until={of.to} />
      </Form>
    </details>
  )
}

const Dismiss = ({ of, bodyId }: { of: Occasion; bodyId: string }) => {
  const t = useWords()
  return (
    <details>
      <summary>{t("meetings.year.dismiss")}</summary>
      <Form
        command="year.dismiss"
        draft={`year.dismiss.${bodyId}.${of.key}`}
        initial={{ bodyId, occasion: of.key }}
        kind="plain"
        send={t("meetings.year.dismiss.send")}
      >
        <TextField
          name="reason"
          label={t("meetings.year.dismiss.reason")}
          hint={t("meetings.year.dismiss.reason.hint")}
          required
        />
      </Form>
    </details>
  )
}

const WhenNew = ({ until }: { until: string }) => {
  const t = useWords()
  const say = useFigures()
  const { meetingId } = useFormValues()
  if (meetingId) return null
  return (
    <>
      <DateField
        name="day"
        label={t("meetings.field.day")}
        hint={t("meetings.year.until", { day: say.dayOfYear(until) })}
        min={today()}
        required
      />
      <TimeField name="at" label={t("meetings.field.hour")} required />
      <TextField name="place" label={t("meetings.field.place")} />
    </>
  )
}
