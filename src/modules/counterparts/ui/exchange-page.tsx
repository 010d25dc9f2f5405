import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { DateField, LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Sheet } from "../../../shell/sheet.tsx"
import { About } from "../../../shell/about.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { ExchangeMarks } from "./exchange-rows.tsx"

type Answer = ReadOf<"exchanges.read">

/** One exchange: who was there, what was said, what comes next; and the answer, of a request. */
export const ExchangePage = () => (
  <Reading of={useRead("exchanges.read", { exchangeId: useParam("exchangeId") })}>{(of) => <One of={of} />}</Reading>
)

const One = ({ of }: { of: Answer }) => {
  const t = useWords()
  const { exchange: e, may } = of
  const isLate = e.state === "waiting" && e.answer_due !== null && e.answer_due < today()
  return (
    <Page
      title={e.about}
      crumbs={[{ words: t("counterparts.place"), to: "/interlocuteurs" }, { words: t("exchanges.one") }]}
      lead={of.theirs.map(({ name }) => name).join(", ")}
      marks={<ExchangeMarks of={{ ...e, is_late: isLate }} />}
      side={<Side of={of} />}
      acts={<Acts of={of} />}
      history={<About kind="exchange" id={e.id} />}
    >
      {e.said && (
        <Sheet title={t("exchanges.field.said")} padded>
          <p className="prose pre">{e.said}</p>
        </Sheet>
      )}
      {e.state === "answered" && (
        <Sheet title={t("exchanges.answer")} padded>
          <p className="prose pre">{e.answer || t("exchanges.answer.none")}</p>
        </Sheet>
      )}
      {e.state === "waiting" && may["exchanges.answer"] && <Answering of={of} />}
      {e.state === "waiting" && may["exchanges.remind"] && <Reminding of={of} />}
    </Page>
  )
}

const Side = ({ of: { exchange: e, theirs, ours, matter, logged_by_name } }: { of: Answer }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Facts
      of={[
        [t("exchanges.field.kind"), t(`exchanges.kind.${e.kind}`)],
        [t("exchanges.field.on"), say.day(e.on_day)],
        [
          t("exchanges.field.theirs"),
          theirs.map(({ id, name }) => (
            <div key={id}>
              <Link to={`/interlocuteurs/${id}`}>{name}</Link>
            </div>
          )),
        ],
        ours.length > 0 && [t("exchanges.field.ours"), ours.map(({ name }) => name).join(", ")],
        matter && [
          t("exchanges.field.matter"),
          <Link key="matter" to={`/dossiers/${matter.id}`}>
            {matter.title}
          </Link>,
        ],
        e.next_step !== "" && [
          t("exchanges.field.next"),
          <>
            {e.next_step}
            {e.next_on && <div className="soft">{say.day(e.next_on)}</div>}
          </>,
        ],
        e.answer_due !== null && [t("exchanges.field.due"), say.day(e.answer_due)],
        e.reminded_on !== null && [
          t("exchanges.field.reminded"),
          t("exchanges.reminded", { day: say.dayOnly(e.reminded_on), count: e.reminders }),
        ],
        e.answered_on !== null && [t("exchanges.field.answered"), say.day(e.answered_on)],
        logged_by_name !== null && [
          t(e.by_mail ? "exchanges.by_mail" : "exchanges.field.logged"),
          `${logged_by_name}, ${say.ago(e.logged_at)}`,
        ],
      ]}
    />
  )
}

const Acts = ({ of: { exchange: e, theirs, may } }: { of: Answer }) => {
  const t = useWords()
  const go = useGo()
  const exchangeId = e.id
  return (
    <>
      {may["exchanges.correct"] && (
        <Link className="button" to={`/interlocuteurs/echanges/${exchangeId}/modifier`}>
          {t("exchanges.correct")}
        </Link>
      )}
      {e.state === "waiting" && (
        <Act
          command="exchanges.giveUp"
          input={{ exchangeId }}
          may={may}
          done={t("exchanges.given_up")}
          undo={() => ({ command: "exchanges.reopen", input: { exchangeId } })}
        >
          {t("exchanges.give_up")}
        </Act>
      )}
      {(e.state === "answered" || e.state === "given_up") && (
        <Act command="exchanges.reopen" input={{ exchangeId }} may={may}>
          {t("exchanges.reopen")}
        </Act>
      )}
      <Act
        command="exchanges.remove"
        input={{ exchangeId }}
        may={may}
        kind="danger"
        confirm={{ title: t("exchanges.remove.sure"), words: t("exchanges.remove.lead") }}
        onDone={() => {
          tell({ words: t("exchanges.removed") })
          go(theirs[0] ? `/interlocuteurs/${theirs[0].id}` : "/interlocuteurs")
        }}
      >
        {t("exchanges.remove")}
      </Act>
    </>
  )
}

const Answering = ({ of: { exchange } }: { of: Answer }) => {
  const t = useWords()
  return (
    <Sheet title={t("exchanges.answer.came")} padded>
      <Form
        command="exchanges.answer"
        initial={{ exchangeId: exchange.id, on: today() }}
        send={t("exchanges.answer.note")}
        onDone={() => tell({ words: t("exchanges.answered") })}
      >
        <LongTextField name="answer" label={t("exchanges.answer")} rows={3} />
        <DateField name="on" label={t("exchanges.field.answered")} min={exchange.on_day} max={today()} required />
      </Form>
    </Sheet>
  )
}

const Reminding = ({ of: { exchange, theirs } }: { of: Answer }) => {
  const t = useWords()
  const say = useFigures()
  const address = theirs.map(({ email }) => email).filter(Boolean)
  const subject = t("exchanges.remind.subject", { about: exchange.about })
  const words = t("exchanges.remind.body", { about: exchange.about, day: say.day(exchange.on_day) })
  return (
    <Sheet title={t("exchanges.remind.title")} padded>
      {address.length > 0 && (
        <p>
          <a
            className="button"
            href={`mailto:${address.join(",")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(words)}`}
          >
            {t("exchanges.remind.write")}
          </a>
        </p>
      )}
      <Form
        command="exchanges.remind"
        initial={{ exchangeId: exchange.id, due: inDays(7) }}
        draft={false}
        kind="plain"
        send={t("exchanges.remind")}
        onDone={() => tell({ words: t("exchanges.remind.done") })}
      >
        <DateField name="due" label={t("exchanges.remind.due")} min={today()} required />
      </Form>
    </Sheet>
  )
}

const inDays = (days: number) => Temporal.PlainDate.from(today()).add({ days }).toString()
