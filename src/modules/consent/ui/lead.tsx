import { Act } from "../../../shell/act.tsx"
import { LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { It } from "./election-page.tsx"
import { NoteFor } from "./note-for.tsx"
import { ProposeForm } from "./propose-form.tsx"

/** What whoever moves the election on does at this step. */
export const Lead = ({ of }: { of: It }) => {
  const t = useWords()
  const { election, may } = of
  const { step } = election
  if (!may["consent.close"] || step === "elected" || step === "closed") return null
  return (
    <Sheet title={t("consent.lead")} padded>
      <p>{t(`consent.lead.${step}`)}</p>
      {step === "role" && <Open of={of} />}
      {step === "nominations" && <Reveal of={of} />}
      {step === "reasons" && (
        <Act command="consent.openChanges" input={{ electionId: election.id }} kind="main">
          {t("consent.openChanges")}
        </Act>
      )}
      {step === "changes" && <Settle of={of} />}
      {step === "proposal" && <ProposeForm of={of} />}
      {step === "consent" && <Round of={of} />}
      <NoteFor of={of} />
      <Close of={of} />
    </Sheet>
  )
}

const Open = ({ of: { election, meeting } }: { of: It }) => {
  const t = useWords()
  const confirm = { title: t("consent.open.title"), words: t("consent.open.words") }
  const present = meeting?.present ?? 0
  return (
    <>
      {meeting && present === 0 && <p className="soft">{t("consent.open.nobody_yet")}</p>}
      <div className="bar">
        {present > 0 && (
          <Act
            command="consent.open"
            input={{ electionId: election.id, among: "present" }}
            kind="main"
            confirm={confirm}
          >
            {t("consent.open.present", { count: present })}
          </Act>
        )}
        <Act
          command="consent.open"
          input={{ electionId: election.id, among: "roll" }}
          kind={present > 0 ? "plain" : "main"}
          confirm={confirm}
        >
          {t("consent.open")}
        </Act>
      </div>
    </>
  )
}

const Reveal = ({ of: { election, participants } }: { of: It }) => {
  const t = useWords()
  const missing = participants.filter(({ named }) => !named).length
  if (missing === participants.length) return null
  return (
    <Act
      command="consent.reveal"
      input={{ electionId: election.id, evenIfMissing: missing > 0 }}
      kind={missing > 0 ? "plain" : "main"}
      confirm={{
        title: t("consent.reveal.title"),
        words: t(missing > 0 ? "consent.reveal.missing" : "consent.reveal.words", { count: missing }),
      }}
    >
      {t("consent.reveal")}
    </Act>
  )
}

const Settle = ({ of: { election, participants } }: { of: It }) => {
  const t = useWords()
  const missing = participants.filter(({ named, turned }) => named && !turned).length
  return (
    <Act
      command="consent.closeChanges"
      input={{ electionId: election.id, evenIfMissing: missing > 0 }}
      kind={missing > 0 ? "plain" : "main"}
      {...(missing > 0
        ? {
            confirm: {
              title: t("consent.closeChanges.title"),
              words: t("consent.closeChanges.missing", { count: missing }),
            },
          }
        : {})}
    >
      {t("consent.closeChanges")}
    </Act>
  )
}

/** The consent round: elected, waiting no longer, mended, or somebody else. */
const Round = ({ of }: { of: It }) => {
  const t = useWords()
  const { election, current, participants } = of
  const { id: proposalId, answers, person_id, went_on_reason, name } = current!
  const key = { electionId: election.id, proposalId }
  const objections = answers.filter(({ answer }) => answer === "objection").length
  const missing = participants.filter((one) => !one.answered && one.person_id !== person_id).length
  const accepts = answers.some((one) => one.person_id === person_id && one.answer === "consent")
  return (
    <>
      {objections > 0 && <output>{t("consent.objections.open", { count: objections })}</output>}
      {objections === 0 && accepts && (missing === 0 || went_on_reason) && (
        <Act
          command="consent.elect"
          input={key}
          kind="main"
          confirm={{ title: t("consent.elect.title", { name }), words: t("consent.elect.words") }}
        >
          {t("consent.elect", { name })}
        </Act>
      )}
      {missing > 0 && !went_on_reason && (
        <details>
          <summary>{t("consent.goOn", { count: missing })}</summary>
          <Form
            command="consent.goOn"
            draft={`consent.goOn ${proposalId}`}
            kind="plain"
            input={(values) => ({ ...key, reason: String(values["reason"] ?? "") })}
            send={t("consent.goOn.send")}
          >
            <LongTextField name="reason" label={t("consent.reason")} hint={t("consent.goOn.hint")} rows={2} required />
          </Form>
        </details>
      )}
      <details>
        <summary>{t("consent.mend")}</summary>
        <p className="soft">{t("consent.mend.lead")}</p>
        <ProposeForm of={of} mends={current!} />
      </details>
      <details>
        <summary>{t("consent.another")}</summary>
        <p className="soft">{t("consent.another.lead")}</p>
        <ProposeForm of={of} />
      </details>
    </>
  )
}

const Close = ({ of: { election } }: { of: It }) => {
  const t = useWords()
  if (election.step === "role")
    return (
      <Act
        command="consent.close"
        input={{ electionId: election.id }}
        kind="danger"
        confirm={{ title: t("consent.close.title"), words: t("consent.close.draft") }}
      >
        {t("consent.give_up")}
      </Act>
    )
  return (
    <details>
      <summary>{t("consent.close")}</summary>
      <Form
        command="consent.close"
        draft={`consent.close ${election.id}`}
        kind="plain"
        input={(values) => ({ electionId: election.id, reason: String(values["reason"] ?? "") })}
        send={t("consent.close")}
      >
        <LongTextField name="reason" label={t("consent.reason")} hint={t("consent.close.hint")} rows={2} required />
      </Form>
    </details>
  )
}
