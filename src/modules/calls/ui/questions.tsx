import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { ChoiceField, LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { It } from "./call-page.tsx"

type Asked = ReadOf<"calls.questions">
type Line = Asked["rows"][number]
const ALL = "all"
const AT_ONCE = 50

/** What the candidates are asked, and what each answers. */
export const Questions = ({ of: { call, candidates } }: { of: It }) => {
  const t = useWords()
  const [limit, setLimit] = useState(AT_ONCE)
  const { data } = useRead("calls.questions", { callId: call.id, limit }, { keepPrevious: true })
  const there = (candidates ?? []).filter(({ withdrawn_at }) => !withdrawn_at)
  if (!data || (there.length === 0 && data.rows.length === 0)) return null
  return (
    <Sheet title={t("calls.questions")}>
      {data.rows.length > 0 && (
        <Rows>
          {data.rows.map((one) => (
            <Row key={one.id}>
              <Question of={one} may={data.may} />
            </Row>
          ))}
        </Rows>
      )}
      {data.next !== null && limit < 200 && (
        <button type="button" className="button" onClick={() => setLimit(200)}>
          {t("shell.list.more")}
        </button>
      )}
      {there.length > 0 && (
        <div className="pad">
          <details>
            <summary>{t("calls.ask.title")}</summary>
            <Form
              command="calls.ask"
              kind="plain"
              initial={{ to: ALL }}
              input={(values) => ({
                callId: call.id,
                candidacyId: values["to"] === ALL ? null : String(values["to"]),
                text: String(values["text"] ?? ""),
              })}
              send={t("calls.ask")}
              onDone={() => tell({ words: t("calls.ask.done") })}
            >
              <ChoiceField
                name="to"
                label={t("calls.ask.to")}
                required
                as="select"
                options={[
                  { value: ALL, words: t("calls.ask.all") },
                  ...there.map(({ id, name, place }) => ({
                    value: id,
                    words: place === null ? name : t("calls.ask.one", { place, name }),
                  })),
                ]}
              />
              <LongTextField name="text" label={t("calls.ask.text")} hint={t("calls.ask.hint")} required />
            </Form>
          </details>
        </div>
      )}
    </Sheet>
  )
}

const Question = ({ of, may }: { of: Line; may: Asked["may"] }) => {
  const t = useWords()
  const say = useFigures()
  const key = { questionId: of.id }
  return (
    <div className="stack">
      <p className="reading call-text">
        <strong>{of.text}</strong>
      </p>
      <p className="soft">
        {t("calls.question.by", {
          by: of.by.trim() || t("calls.erased"),
          to: of.to_name ?? t("calls.ask.all.short"),
          at: say.moment(of.asked_at),
        })}{" "}
        {of.state !== "shown" && (
          <Mark kind={of.state === "aside" ? "bad" : "wait"}>{t(`calls.question.${of.state}`)}</Mark>
        )}
      </p>
      {of.reason && <p>{t("calls.reason.said", { reason: of.reason })}</p>}
      {of.answers.map((one) => (
        <blockquote key={one.by + one.text}>
          <strong>{one.by}</strong>
          <p className="reading call-text">{one.text}</p>
        </blockquote>
      ))}
      {of.mine_to_answer && <Answer of={of} />}
      {may["calls.letThrough"] && of.state !== "shown" && (
        <Act command="calls.letThrough" input={key} kind="plain">
          {t("calls.question.show")}
        </Act>
      )}
      {may["calls.setAside"] && of.state !== "aside" && (
        <details>
          <summary>{t("calls.question.set_aside")}</summary>
          <Form
            command="calls.setAside"
            draft={`calls.setAside ${of.id}`}
            kind="plain"
            input={(values) => ({ ...key, reason: String(values["reason"] ?? "") })}
            send={t("calls.question.set_aside")}
          >
            <LongTextField name="reason" label={t("calls.reason")} hint={t("calls.question.reason.hint")} required />
          </Form>
        </details>
      )}
    </div>
  )
}

const Answer = ({ of: { id, answers } }: { of: Line }) => {
  const t = useWords()
  const mine = answers.find((one) => one.mine)
  return (
    <details open={!mine}>
      <summary>{t(mine ? "calls.question.answer.again" : "calls.question.answer")}</summary>
      <Form
        command="calls.answer"
        draft={`calls.answer ${id}`}
        kind="plain"
        initial={{ text: mine?.text ?? "" }}
        input={(values) => ({ questionId: id, text: String(values["text"] ?? "") })}
        send={t("calls.question.send")}
        onDone={() => tell({ words: t("calls.question.sent") })}
      >
        <LongTextField name="text" label={t("calls.question.text")} required />
      </Form>
    </details>
  )
}
