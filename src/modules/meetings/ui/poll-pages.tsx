import { useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Act } from "../../../shell/act.tsx"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { ChoiceField, DateField, DateTimeField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useAddress, useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { meetingPath } from "./meeting-head.tsx"

type Poll = ReadOf<"polls.read">

/** Asks which of several dates suits. */
export const NewPollPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values } = useAddress()
  const meetingId = values["reunion"]
  const types = useRead("meetings.types", { bodyId: body?.id ?? "" }, { enabled: body !== undefined })
  const meeting = useRead("meetings.read", { meetingId: meetingId ?? "" }, { enabled: meetingId !== undefined })
  if (!body) return <NotFound />
  const title = meeting.data?.meeting.title
  return (
    <Page
      title={t("meetings.poll.new")}
      crumbs={[{ words: t("meetings.list.title"), to: "/reunions" }]}
      lead={meetingId && title ? t("meetings.poll.move.lead", { title }) : t("meetings.poll.new.lead")}
    >
      <Reading of={types}>
        {({ rows }) =>
          meetingId && !meeting.data ? null : (
            <NewPoll
              bodyId={meeting.data?.meeting.body_id ?? body.id}
              types={rows}
              {...(meetingId ? { meetingId } : {})}
              {...(title ? { title } : {})}
            />
          )
        }
      </Reading>
    </Page>
  )
}

const NewPoll = ({
  bodyId,
  types,
  meetingId,
  title,
}: {
  bodyId: string
  types: readonly { id: string; name: string }[]
  meetingId?: string
  title?: string
}) => {
  const t = useWords()
  const go = useGo()
  const [count, setCount] = useState(3)
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  return (
    <Form
      command="polls.open"
      draft={`polls.open.${meetingId ?? bodyId}`}
      initial={{ title: title ?? "", typeId: "" }}
      input={(values) => ({
        bodyId,
        meetingId: meetingId ?? null,
        typeId: values["typeId"] || null,
        title: values["title"],
        options: Array.from({ length: 30 }, (_, index) => String(values[`option${index + 1}`] ?? ""))
          .filter((one) => /T\d/.test(one))
          .map((one) => ({ day: one.slice(0, 10), at: one.slice(11, 16) })),
        until: values["until"] || null,
      })}
      send={t("meetings.poll.open")}
      onDone={({ pollId }) => {
        tell({ words: t("meetings.poll.opened") })
        go(`/reunions/sondages/${pollId}`)
      }}
    >
      <TextField name="title" label={t("meetings.field.title")} required />
      {!meetingId && (
        <ChoiceField
          name="typeId"
          label={t("meetings.new.type")}
          as="select"
          options={types.map(({ id, name }) => ({ value: id, words: name }))}
        />
      )}
      {numbers.map((n) => (
        <DateTimeField key={n} name={`option${n}`} label={t("meetings.poll.field.option", { n })} required={n < 3} />
      ))}
      {count < 30 && (
        <p>
          <button type="button" className="button" onClick={() => setCount(count + 1)}>
            {t("meetings.poll.field.more")}
          </button>
        </p>
      )}
      <DateField name="until" label={t("meetings.poll.field.until")} min={today()} />
    </Form>
  )
}

/** A poll: its dates with who can, one's own answer, and the choice. */
export const PollPage = () => {
  const t = useWords()
  return (
    <Reading of={useRead("polls.read", { pollId: useParam("pollId") })}>
      {(of) => (
        <Page
          title={of.poll.title}
          crumbs={[{ words: t("meetings.list.title"), to: "/reunions" }]}
          lead={t("meetings.poll.answered", { answered: of.people.length, asked: of.asked })}
          marks={of.poll.closed_at ? <Mark>{t("meetings.poll.closed")}</Mark> : undefined}
          acts={<PollActs of={of} />}
        >
          <Dates of={of} />
          {of.asks && of.may["polls.answer"] && <MyAnswer of={of} />}
          {of.people.length > 0 && <Grid of={of} />}
        </Page>
      )}
    </Reading>
  )
}

const PollActs = ({ of: { poll, may } }: { of: Poll }) => {
  const t = useWords()
  return (
    <>
      {poll.meeting_id && (
        <Link className="button" to={meetingPath(poll.meeting_id, "prepare")}>
          {t("meetings.poll.meeting")}
        </Link>
      )}
      {!poll.closed_at && (
        <Act
          command="polls.close"
          input={{ pollId: poll.id }}
          may={may}
          confirm={{ title: t("meetings.poll.close"), words: t("meetings.poll.close.lead") }}
        >
          {t("meetings.poll.close")}
        </Act>
      )}
    </>
  )
}

const Dates = ({ of: { poll, options, may } }: { of: Poll }) => {
  const t = useWords()
  const say = useFigures()
  const go = useGo()
  const best = Math.max(...options.map(weight))
  return (
    <Sheet>
      <Rows>
        {options.map((option) => (
          <Row
            key={option.id}
            soft={t("meetings.poll.option.figures", { yes: option.yes, if_needed: option.if_needed, no: option.no })}
            end={
              poll.closed_at ? undefined : (
                <Act
                  command="polls.choose"
                  input={{ pollId: poll.id, optionId: option.id }}
                  may={may}
                  kind={best > 0 && weight(option) === best ? "main" : "plain"}
                  confirm={{
                    title: t("meetings.poll.choose.title", { day: say.dayAndHour(option.starts) }),
                    words: t("meetings.poll.choose.lead"),
                  }}
                  onDone={({ meetingId }) => meetingId && go(meetingPath(meetingId, "prepare"))}
                >
                  {t("meetings.poll.choose")}
                </Act>
              )
            }
          >
            {say.dayAndHour(option.starts)}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const weight = ({ yes, if_needed }: { yes: number; if_needed: number }) => yes * 1000 + if_needed

const MyAnswer = ({ of: { poll, options, people, me } }: { of: Poll }) => {
  const t = useWords()
  const say = useFigures()
  const mine = people.find(({ person_id }) => person_id === me)?.answers ?? []
  const initial = Object.fromEntries(
    options.map(({ id }) => [id, mine.find(({ option_id }) => option_id === id)?.answer ?? "no"]),
  )
  return (
    <Sheet title={t("meetings.poll.my")} padded>
      <Form
        command="polls.answer"
        draft={`polls.answer.${poll.id}`}
        initial={initial}
        input={(values) => ({
          pollId: poll.id,
          answers: options.map(({ id }) => ({ optionId: id, answer: values[id] })),
        })}
        send={t("meetings.poll.send")}
        kind="plain"
      >
        {options.map(({ id, starts }) => (
          <ChoiceField
            key={id}
            name={id}
            label={say.dayAndHour(starts)}
            required
            options={(["yes", "if_needed", "no"] as const).map((value) => ({
              value,
              words: t(`meetings.poll.answer.${value}`),
            }))}
          />
        ))}
      </Form>
    </Sheet>
  )
}

const Grid = ({ of: { options, people } }: { of: Poll }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Sheet title={t("meetings.poll.grid")}>
      <div className="table-scroll">
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">{t("meetings.poll.person")}</th>
              {options.map(({ id, starts }) => (
                <th key={id} scope="col">
                  {say.dayAndMonth(starts)}, {say.hour(starts)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map(({ person_id, name, answers }) => (
              <tr key={person_id}>
                <th scope="row">{name}</th>
                {options.map(({ id }) => {
                  const answer = answers.find(({ option_id }) => option_id === id)?.answer
                  return (
                    <td key={id}>
                      <Mark {...(answer && answer !== "no" ? { kind: answer === "yes" ? "good" : "wait" } : {})}>
                        {t(`meetings.poll.answer.${answer ?? "none"}`)}
                      </Mark>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}
