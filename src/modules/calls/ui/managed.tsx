import { Act } from "../../../shell/act.tsx"
import { LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { It } from "./call-page.tsx"
import { Candidate } from "./candidate.tsx"

type One = NonNullable<It["managed"]>[number]

/** Every candidacy with what the rule says of it, for whoever admits and refuses. */
export const Managed = ({ of: { call, managed, shows, me } }: { of: It }) => {
  const t = useWords()
  if (!managed) return null
  return (
    <Sheet title={t(call.state === "closed" ? "calls.managed.closed" : "calls.candidates")}>
      <p className="pad soft">
        {managed.length === 0
          ? t("calls.candidates.none_yet")
          : t(call.state === "closed" ? "calls.managed.kept" : shows ? "calls.managed.shown" : "calls.managed.hidden")}
      </p>
      {me.candidacy && !me.candidacy.withdrawn_at && call.state !== "closed" && (
        <p className="pad">{t("calls.managed.own")}</p>
      )}
      <Rows>
        {managed.map((one) => (
          <Row key={one.id}>
            <Candidate
              of={call.state === "closed" ? { ...one, statement: "", photo_id: null } : one}
              marks={<AnswerMark of={one} />}
            >
              <Said of={one} />
              {call.state !== "closed" && !one.withdrawn_at && <Answer of={one} />}
            </Candidate>
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const AnswerMark = ({ of: { admitted, withdrawn_at } }: { of: One }) => {
  const t = useWords()
  if (withdrawn_at) return null
  if (admitted === null) return <Mark kind="wait">{t("calls.answer.none")}</Mark>
  return <Mark kind={admitted ? "good" : "bad"}>{t(admitted ? "calls.answer.admitted" : "calls.answer.refused")}</Mark>
}

/** When it came, what the rule says, and what was answered. */
const Said = ({ of: { stood_at, received_on, standing, reason } }: { of: One }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <>
      {standing && <p>{t(standing.fits ? "calls.rule.fits" : "calls.rule.against", { why: standing.why })}</p>}
      {standing?.cautions.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {reason && <p>{t("calls.reason.said", { reason })}</p>}
      <p className="soft">
        {received_on
          ? t("calls.received.paper", { day: say.day(received_on) })
          : t("calls.received", { at: say.moment(stood_at) })}
      </p>
    </>
  )
}

const Answer = ({ of: { id, admitted, standing, name, received_on } }: { of: One }) => {
  const t = useWords()
  const key = { candidacyId: id }
  const fits = standing?.fits ?? false
  return (
    <>
      <div className="bar">
        {admitted !== true && fits && (
          <Act command="calls.admit" input={key} kind="plain">
            {t("calls.admit.named", { name })}
          </Act>
        )}
        {received_on && (
          <Act
            command="calls.withdraw"
            input={key}
            confirm={{ title: t("calls.withdraw.title"), words: t("calls.withdraw.for", { name }) }}
          >
            {t("calls.withdraw.paper")}
          </Act>
        )}
      </div>
      {admitted !== true && !fits && (
        <details>
          <summary>{t("calls.admit.against", { name })}</summary>
          <Form
            command="calls.admit"
            draft={`calls.admit ${id}`}
            kind="plain"
            input={(values) => ({ ...key, reason: String(values["reason"] ?? "").trim() || null })}
            send={t("calls.admit")}
          >
            <LongTextField name="reason" label={t("calls.reason")} hint={t("calls.admit.reason.hint")} required />
          </Form>
        </details>
      )}
      {admitted !== false && (
        <details>
          <summary>{t("calls.refuse.named", { name })}</summary>
          <Form
            command="calls.refuse"
            draft={`calls.refuse ${id}`}
            kind="plain"
            input={(values) => ({ ...key, reason: String(values["reason"] ?? "") })}
            send={t("calls.refuse")}
          >
            <LongTextField name="reason" label={t("calls.reason")} hint={t("calls.refuse.reason.hint")} required />
          </Form>
        </details>
      )}
    </>
  )
}
