import { useMemo, useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { CheckField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { CandidacyFields, saidBy } from "./candidacy-fields.tsx"
import type { It } from "./call-page.tsx"
import { Candidate } from "./candidate.tsx"

/** Oneself in this call: one may stand or reads why not; what one sent, what was answered, and the way back. */
export const Mine = ({ of }: { of: It }) => {
  const t = useWords()
  const { call, me } = of
  const stands = me.candidacy && !me.candidacy.withdrawn_at
  if (call.state === "draft" || (call.state === "cancelled" && !me.candidacy)) return null
  if (!me.candidacy && call.state !== "open") return null
  return (
    <Sheet title={t("calls.mine")} padded>
      {me.candidacy && <Sent of={of} candidacy={me.candidacy} />}
      {!stands &&
        call.state === "open" &&
        // Whoever manages the call came for something else.
        (of.managed ? (
          <details>
            <summary>{t("calls.stand.too")}</summary>
            <Stand of={of} />
          </details>
        ) : (
          <Stand of={of} />
        ))}
    </Sheet>
  )
}

const Stand = ({ of: { call, me, managed } }: { of: It }) => {
  const t = useWords()
  if (me.standing && !me.standing.fits)
    return (
      <>
        <p>{t("calls.not_eligible", { why: me.standing.why })}</p>
        <p className="soft">{t("calls.not_eligible.wrong")}</p>
      </>
    )
  return (
    <>
      <p className="soft">{t("calls.stand.lead", { why: me.standing?.why ?? "" })}</p>
      {me.standing?.cautions.map((one) => (
        <p key={one}>{one}</p>
      ))}
      <Form
        command="calls.stand"
        input={(values) => ({ callId: call.id, ...saidBy(values), accepts: values["accepts"] === true })}
        send={t("calls.stand")}
        sticks={!managed}
      >
        <CandidacyFields call={call} />
        <CheckField name="accepts" label={t("calls.field.accepts")} hint={t(`calls.field.accepts.${call.shown}`)} />
      </Form>
    </>
  )
}

type Own = NonNullable<It["me"]["candidacy"]>

const Sent = ({ of, candidacy }: { of: It; candidacy: Own }) => {
  const t = useWords()
  const say = useFigures()
  const [changing, setChanging] = useState(false)
  const { call } = of
  const key = { candidacyId: candidacy.id }
  if (candidacy.withdrawn_at)
    return <output>{t("calls.withdrawn.on", { at: say.moment(candidacy.withdrawn_at) })}</output>
  return (
    <>
      <output>{t("calls.stands.since", { at: say.moment(candidacy.changed_at ?? candidacy.stood_at) })}</output>
      <Answer of={candidacy} isOpen={call.state === "open"} />
      {changing && call.state === "open" ? (
        <Change of={of} candidacy={candidacy} onDone={() => setChanging(false)} />
      ) : (
        <Candidate of={candidacy} />
      )}
      <div className="bar">
        {call.state === "open" && !changing && (
          <button type="button" className="button" onClick={() => setChanging(true)}>
            {t("calls.candidacy.change")}
          </button>
        )}
        {call.state !== "cancelled" && (
          <Act
            command="calls.withdraw"
            input={key}
            kind="danger"
            confirm={{
              title: t("calls.withdraw.title"),
              words: t(call.state === "closed" ? "calls.withdraw.drawn" : "calls.withdraw.words"),
            }}
          >
            {t("calls.withdraw")}
          </Act>
        )}
      </div>
    </>
  )
}

const Answer = ({ of: { admitted, reason }, isOpen }: { of: Own; isOpen: boolean }) => {
  const t = useWords()
  if (admitted === null) return <p>{t(isOpen ? "calls.mine.open" : "calls.mine.waits")}</p>
  if (admitted) return <p>{t("calls.mine.admitted")}</p>
  return <output>{t("calls.mine.refused", { reason: reason ?? "" })}</output>
}

const Change = ({ of: { call }, candidacy, onDone }: { of: It; candidacy: Own; onDone: () => void }) => {
  const t = useWords()
  const { statement, photo } = candidacy
  const initial = useMemo(() => ({ statement, photoId: photo }), [statement, photo])
  return (
    <Form
      command="calls.changeCandidacy"
      initial={initial}
      input={(values) => ({ candidacyId: candidacy.id, ...saidBy(values) })}
      send={t("calls.save")}
      onDone={onDone}
    >
      <CandidacyFields call={call} />
    </Form>
  )
}
