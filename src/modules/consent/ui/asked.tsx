import { useMemo, useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { ChoiceField, LongTextField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { Criteria } from "./criteria.tsx"
import type { It } from "./election-page.tsx"
import { PersonField, personSaid } from "./person-field.tsx"
import { Quote } from "./quote.tsx"

/** What is asked of somebody now, or what they said at this step; nothing else, on a phone that goes from hand to hand. */
export const Asked = ({ of }: { of: It }) => {
  const { election, me } = of
  if (me.asked === "name") return <Name of={of} />
  if (election.step === "nominations" && me.nomination) return <Named of={of} />
  if (election.step === "changes" && me.nomination) return <Turn of={of} />
  if (me.asked === "last") return <Last of={of} />
  if (me.asked === "answer") return <Answer of={of} />
  if (election.step === "consent" && me.answer) return <Answered of={of} />
  return null
}

/** Said before anybody writes: who will read it. */
const Openly = () => {
  const t = useWords()
  return <p className="openly">{t("consent.openly")}</p>
}

const Name = ({ of, onDone }: { of: It; onDone?: () => void }) => {
  const t = useWords()
  return (
    <Sheet title={t("consent.name.title")} padded>
      <Openly />
      <Criteria of={of.election.criteria} />
      <NominationForm of={of} {...(onDone ? { onDone } : {})} />
    </Sheet>
  )
}

const NominationForm = ({ of, onDone }: { of: It; onDone?: () => void }) => {
  const t = useWords()
  const { election, me } = of
  const { nomination, person_id } = me
  const initial = useMemo(() => nominationValues(of, nomination), [of, nomination])
  return (
    <Form
      command="consent.nominate"
      draft={`consent.nominate ${election.id} ${person_id}`}
      initial={initial}
      input={(values) => ({
        electionId: election.id,
        nomineeId: personSaid(values, "nomineeId"),
        reasons: String(values["reasons"] ?? ""),
      })}
      send={t("consent.name")}
      onDone={() => {
        tell({ words: t("consent.name.done") })
        onDone?.()
      }}
      sticks
    >
      <PersonField of={of} name="nomineeId" label={t("consent.whom")} />
      <LongTextField name="reasons" label={t("consent.why")} hint={t("consent.why.hint")} rows={5} required />
    </Form>
  )
}

const nominationValues = ({ participants }: It, nomination: It["me"]["nomination"]) => {
  if (!nomination) return {}
  const { nominee_id, nominee, reasons } = nomination
  return participants.some(({ person_id }) => person_id === nominee_id)
    ? { nomineeId: nominee_id, reasons }
    : { nomineeId: "other", other: { picked: true, id: nominee_id, words: nominee }, reasons }
}

const Named = ({ of }: { of: It }) => {
  const t = useWords()
  const [again, setAgain] = useState(false)
  const { nominee, reasons, noted_by } = of.me.nomination!
  if (again) return <Name of={of} onDone={() => setAgain(false)} />
  return (
    <Sheet title={t("consent.named.title")} padded>
      <output>{t("consent.named.waits")}</output>
      <Quote by={nominee} note={noted_by && t("consent.noted_by", { name: noted_by })}>
        {reasons}
      </Quote>
      <div className="bar">
        <button type="button" className="button" onClick={() => setAgain(true)}>
          {t("consent.name.again")}
        </button>
      </div>
    </Sheet>
  )
}

/** The change round: one keeps to whom one named, or changes once. */
const Turn = ({ of }: { of: It }) => {
  const t = useWords()
  const { election, me } = of
  const { nominee, to, to_reasons, turned_at } = me.nomination!
  if (to)
    return (
      <Sheet title={t("consent.turn.title")} padded>
        <output>{t("consent.turn.changed", { from: nominee, to })}</output>
        <Quote by={to}>{to_reasons ?? ""}</Quote>
      </Sheet>
    )
  return (
    <Sheet title={t("consent.turn.title")} padded>
      {turned_at ? (
        <output>{t("consent.turn.kept", { name: nominee })}</output>
      ) : (
        <p>{t("consent.turn.lead", { name: nominee })}</p>
      )}
      {!turned_at && (
        <div className="bar">
          <Act command="consent.keepNomination" input={{ electionId: election.id }} kind="main">
            {t("consent.keep", { name: nominee })}
          </Act>
        </div>
      )}
      <details>
        <summary>{t("consent.turn")}</summary>
        <div className="stack">
          <p className="openly">{t("consent.turn.once")}</p>
          <Form
            command="consent.changeNomination"
            draft={`consent.changeNomination ${election.id} ${me.person_id}`}
            kind="plain"
            input={(values) => ({
              electionId: election.id,
              nomineeId: personSaid(values, "nomineeId"),
              reasons: String(values["reasons"] ?? ""),
            })}
            send={t("consent.turn")}
          >
            <PersonField of={of} name="nomineeId" label={t("consent.whom.instead")} />
            <LongTextField name="reasons" label={t("consent.why.instead")} rows={4} required />
          </Form>
        </div>
      </details>
    </Sheet>
  )
}

const Last = ({ of }: { of: It }) => {
  const t = useWords()
  const { participants, current } = of
  const waits = participants.filter(({ person_id, answered }) => !answered && person_id !== current!.person_id).length
  return (
    <Sheet title={t("consent.accept.title")} padded>
      <output>{t("consent.accept.last", { count: waits })}</output>
    </Sheet>
  )
}

const Answer = ({ of, onDone }: { of: It; onDone?: () => void }) => {
  const t = useWords()
  const { election, current, me } = of
  const isMe = current!.person_id === me.person_id
  return (
    <Sheet title={isMe ? t("consent.accept.title") : t("consent.answer.title", { name: current!.name })} padded>
      <p className="openly">{t("consent.answer.openly")}</p>
      <Form
        command="consent.answer"
        draft={`consent.answer ${current!.id} ${me.person_id}`}
        input={(values) => ({ electionId: election.id, proposalId: current!.id, ...answerSaid(values) })}
        send={t("consent.answer")}
        onDone={() => onDone?.()}
        sticks
      >
        <AnswerFields own={isMe} />
      </Form>
    </Sheet>
  )
}

export const AnswerFields = ({ own }: { own: boolean }) => {
  const t = useWords()
  const values = useFormValues()
  return (
    <>
      <ChoiceField
        name="answer"
        label={t("consent.answer.label")}
        required
        as="radio"
        options={[
          {
            value: "consent",
            words: t(own ? "consent.answer.accept" : "consent.answer.consent"),
            hint: t(own ? "consent.answer.accept.hint" : "consent.answer.consent.hint"),
          },
          {
            value: "objection",
            words: t(own ? "consent.answer.decline" : "consent.answer.objection"),
            hint: t(own ? "consent.answer.decline.hint" : "consent.answer.objection.hint"),
          },
        ]}
      />
      {values["answer"] === "objection" && (
        <LongTextField name="objection" label={t("consent.objection.why")} rows={4} required />
      )}
    </>
  )
}

export const answerSaid = (values: Record<string, unknown>) => ({
  answer: values["answer"] as "consent",
  objection: values["answer"] === "objection" ? String(values["objection"] ?? "") : null,
})

const Answered = ({ of }: { of: It }) => {
  const t = useWords()
  const [again, setAgain] = useState(false)
  const { answer, objection } = of.me.answer!
  if (again) return <Answer of={of} onDone={() => setAgain(false)} />
  return (
    <Sheet title={t("consent.answered.title")} padded>
      <output>{t(`consent.answered.${answer}`)}</output>
      {answer === "objection" && <Quote>{objection ?? ""}</Quote>}
      <div className="bar">
        <button type="button" className="button" onClick={() => setAgain(true)}>
          {t(answer === "objection" ? "consent.objection.lift" : "consent.answer.again")}
        </button>
      </div>
    </Sheet>
  )
}
