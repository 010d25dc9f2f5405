import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Reading } from "../../../shell/fault.tsx"
import { ChoiceField, DateField, TextField, TimeField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useGo } from "../../../shell/go.tsx"
import { NotFound } from "../../../shell/fault.tsx"
import { Page } from "../../../shell/page.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { meetingPath } from "./meeting-head.tsx"

type Types = ReadOf<"meetings.types">["rows"]

/** A meeting begins with a type, a day, an hour and a place; its agenda comes from the type. */
export const NewPage = () => {
  const t = useWords()
  const { body } = useBody()
  const types = useRead("meetings.types", { bodyId: body?.id ?? "" }, { enabled: body !== undefined })
  if (!body) return <NotFound />
  return (
    <Page
      title={t("meetings.new.title")}
      crumbs={[{ words: t("meetings.list.title"), to: "/reunions" }]}
      lead={body.name}
      acts={
        <Link className="button quiet" to="/reunions/sondages/nouveau">
          {t("meetings.new.poll")}
        </Link>
      }
      beside={
        <Link className="soft" to="/secretariat/types">
          {t("meetings.types.link")}
        </Link>
      }
    >
      <Reading of={types}>{({ rows }) => <NewMeeting bodyId={body.id} types={rows} />}</Reading>
    </Page>
  )
}

const NewMeeting = ({ bodyId, types }: { bodyId: string; types: Types }) => {
  const t = useWords()
  const say = useFigures()
  const go = useGo()
  const options = [
    ...types.map((type) => ({
      value: type.id,
      words: type.name,
      hint: t("meetings.new.type.hint", { count: type.agenda.length, length: say.lasting(type.minutes) }),
    })),
    { value: "", words: t("meetings.new.type.none") },
  ]
  return (
    <Form
      command="meetings.prepare"
      draft={`meetings.prepare.${bodyId}`}
      initial={{ typeId: types[0]?.id ?? "", at: "19:30" }}
      input={(values) => ({
        bodyId,
        typeId: values["typeId"] || null,
        title: values["title"] || null,
        day: values["day"],
        at: values["at"],
        place: values["place"] || null,
        link: values["link"] || null,
      })}
      send={t("meetings.new.send")}
      onDone={({ meetingId }) => go(meetingPath(meetingId, "prepare"))}
    >
      <ChoiceField name="typeId" label={t("meetings.new.type")} options={options} as="radio" required={false} />
      <DateField name="day" label={t("meetings.field.day")} min={today()} required />
      <TimeField name="at" label={t("meetings.field.hour")} required />
      <TextField name="place" label={t("meetings.field.place")} />
      <TextField name="link" label={t("meetings.field.link")} />
      <TextField name="title" label={t("meetings.field.title")} hint={t("meetings.field.title.hint")} />
    </Form>
  )
}
