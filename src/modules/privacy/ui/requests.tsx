import { type ReadOf, useRead } from "../../../shell/api.ts"
import { ChoiceField, LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"

type Line = ReadOf<"privacy.requests">["rows"][number]

/** What was asked by right, and what was answered. `quiet`: nothing at all while nothing was asked. */
export const Requests = ({
  asked,
  quiet = false,
  withNames = false,
}: {
  asked: { personId?: string; bodyId?: string }
  quiet?: boolean
  withNames?: boolean
}) => {
  const t = useWords()
  const { data } = useRead("privacy.requests", asked)
  if (!data || (quiet && data.rows.length === 0)) return null
  return (
    <Sheet title={t("privacy.requests")}>
      {data.rows.length === 0 ? (
        <Empty title={t("privacy.requests.none")}>{t("privacy.requests.none.lead")}</Empty>
      ) : (
        <Rows>
          {data.rows.map((one) => (
            <Request key={one.id} of={one} withName={withNames} />
          ))}
        </Rows>
      )}
    </Sheet>
  )
}

const Request = ({ of, withName }: { of: Line; withName: boolean }) => {
  const t = useWords()
  const say = useFigures()
  const isLate = of.state === "open" && of.due < today()
  return (
    <Row
      soft={[
        t("privacy.request.received", { day: say.day(of.received_on) }),
        of.state === "open"
          ? t("privacy.request.due", { day: say.day(of.due) })
          : of.closed_on && t("privacy.request.closed", { day: say.day(of.closed_on) }),
        of.words,
        of.answer,
        of.extended_reason && t("privacy.request.extended", { reason: of.extended_reason }),
      ]
        .filter(Boolean)
        .join(" · ")}
      end={
        <Mark kind={isLate ? "bad" : of.state === "open" ? "wait" : of.state === "answered" ? "good" : "info"}>
          {t(isLate ? "privacy.request.late" : `privacy.request.${of.state}`)}
        </Mark>
      }
    >
      {withName && (
        <>
          <Link to={`/personnes/${of.person_id}/vie-privee`}>{of.name}</Link>
          {" · "}
        </>
      )}
      {t(`privacy.kind.${of.kind}`)}
      {of.state === "open" && of.may_close && !withName && <Answering of={of} />}
    </Row>
  )
}

const Answering = ({ of }: { of: Line }) => {
  const t = useWords()
  return (
    <>
      <details className="pad">
        <summary>{t("privacy.request.answer")}</summary>
        <Form
          command="privacy.closeRequest"
          draft={`privacy.close.${of.id}`}
          initial={{ requestId: of.id, state: "answered" }}
          kind="plain"
          send={t("privacy.request.answer")}
        >
          <ChoiceField
            name="state"
            label={t("privacy.request.state")}
            options={(["answered", "declined"] as const).map((value) => ({
              value,
              words: t(`privacy.request.${value}`),
            }))}
            required
          />
          <LongTextField name="answer" label={t("privacy.request.answer.words")} required />
        </Form>
      </details>
      {!of.extended_reason && of.due >= today() && (
        <details className="pad">
          <summary>{t("privacy.request.extend")}</summary>
          <Form
            command="privacy.extendRequest"
            draft={`privacy.extend.${of.id}`}
            initial={{ requestId: of.id }}
            kind="plain"
            send={t("privacy.request.extend")}
          >
            <LongTextField name="reason" label={t("privacy.request.extend.reason")} required />
          </Form>
        </details>
      )}
    </>
  )
}
