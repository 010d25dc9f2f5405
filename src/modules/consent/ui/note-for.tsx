import { useId, useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { AnswerFields, answerSaid } from "./asked.tsx"
import type { It } from "./election-page.tsx"
import { PersonField, personSaid } from "./person-field.tsx"

/** Types for somebody in the room who has no phone: it says by whom. */
export const NoteFor = ({ of }: { of: It }) => {
  const t = useWords()
  const id = useId()
  const [forId, setForId] = useState("")
  const asked = silentIn(of)
  const who = asked.find(({ person_id }) => person_id === forId)
  if (asked.length === 0) return null
  return (
    <details>
      <summary>{t("consent.note")}</summary>
      <div className="stack">
        <p className="soft">{t("consent.note.lead")}</p>
        <div className="field">
          <label htmlFor={id}>{t("consent.note.who")}</label>
          <select id={id} className="input" value={who ? forId : ""} onChange={(event) => setForId(event.target.value)}>
            <option value="">{t("shell.field.choose")}</option>
            {asked.map(({ person_id, name }) => (
              <option key={person_id} value={person_id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        {who && <Note key={forId} of={of} who={who} onDone={() => setForId("")} />}
      </div>
    </details>
  )
}

type Silent = { person_id: string; name: string }

/** Those who have not spoken at this step; the person proposed last, once it is their turn. */
const silentIn = ({ election, participants, current, me }: It): Silent[] => {
  const others = participants.filter(({ person_id, name }) => person_id !== me.person_id && name)
  if (election.step === "nominations") return others.filter(({ named }) => !named)
  if (election.step === "changes") return others.filter(({ named, turned }) => named && !turned)
  if (election.step !== "consent" || !current) return []
  const silent = participants.filter(({ answered, person_id }) => !answered && person_id !== current.person_id)
  const isTurn = silent.length === 0 || current.went_on_reason !== null
  const hasAnswered = current.answers.some(({ person_id }) => person_id === current.person_id)
  return [
    ...silent.filter(({ person_id, name }) => person_id !== me.person_id && name),
    ...(isTurn && !hasAnswered && current.person_id !== me.person_id ? [current] : []),
  ]
}

const Note = ({ of, who, onDone }: { of: It; who: Silent; onDone: () => void }) => {
  const t = useWords()
  const { election, current, nominations } = of
  const key = { electionId: election.id, forId: who.person_id }
  const done = () => {
    tell({ words: t("consent.note.done", { name: who.name }) })
    onDone()
  }
  if (election.step === "consent")
    return (
      <Form
        command="consent.answer"
        draft={false}
        kind="plain"
        input={(values) => ({ ...key, proposalId: current!.id, ...answerSaid(values) })}
        send={t("consent.note.send", { name: who.name })}
        onDone={done}
      >
        <AnswerFields own={who.person_id === current!.person_id} />
      </Form>
    )
  const isChange = election.step === "changes"
  const named = nominations?.find(({ person_id }) => person_id === who.person_id)
  return (
    <>
      {isChange && (
        <div className="bar">
          <Act command="consent.keepNomination" input={key} onDone={done}>
            {t("consent.note.keeps", { name: named?.nominee ?? "" })}
          </Act>
        </div>
      )}
      <Form
        command={isChange ? "consent.changeNomination" : "consent.nominate"}
        draft={false}
        kind="plain"
        input={(values) => ({
          ...key,
          nomineeId: personSaid(values, "nomineeId"),
          reasons: String(values["reasons"] ?? ""),
        })}
        send={t("consent.note.send", { name: who.name })}
        onDone={done}
      >
        <PersonField of={of} name="nomineeId" label={t("consent.note.whom")} />
        <LongTextField name="reasons" label={t("consent.note.why")} rows={4} required />
      </Form>
    </>
  )
}
