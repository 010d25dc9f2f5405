import { useState } from "react"
import { useRead } from "../../../shell/api.ts"
import { LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useWords } from "../../../shell/use-words.ts"
import { ItemField, nobody, type Office, ProclaimFields, proclamationOf } from "../../votes/ui/contract.tsx"
import type { It } from "./election-page.tsx"

/** One act: the decision, the mandate and those it replaces, the request to hand over, the letters. */
export const Proclaim = ({ of: { election, decision_said, minutes_of } }: { of: It }) => {
  const t = useWords()
  const [known, setKnown] = useState(nobody)
  const isToDecide = decision_said !== null
  const useForeseen = (asked: Office, enabled: boolean) =>
    useRead("consent.foresee", { electionId: election.id, ...asked }, { enabled, keepPrevious: true })
  return (
    <Sheet title={t("votes.proclaim")} padded>
      <p className="soft">{t("votes.proclaim.lead")}</p>
      <Form
        command="consent.proclaim"
        draft={`consent.proclaim.${election.id}`}
        initial={{
          since: today(),
          text: decision_said,
          letter: t("consent.proclaim.letter.default"),
          othersLetter: t("consent.proclaim.others.default"),
        }}
        input={(values) => ({ electionId: election.id, ...proclamationOf(values, known, isToDecide) })}
        send={t("votes.proclaim")}
        onDone={() => tell({ words: t("votes.proclaim.done") })}
      >
        <ProclaimFields
          useForeseen={useForeseen}
          known={known}
          isToDecide={isToDecide}
          minutesOf={minutes_of}
          onKnown={setKnown}
        />
      </Form>
    </Sheet>
  )
}

/** The decision alone: of a role that is only a name, or by somebody who records no mandates. */
export const Decide = ({ of: { election, decision_said, minutes_of } }: { of: It }) => {
  const t = useWords()
  return (
    <Sheet title={t("votes.decision")} padded>
      <p className="soft">{t("consent.decide.lead")}</p>
      <Form
        command="consent.decide"
        draft={`consent.decide.${election.id}`}
        initial={{ electionId: election.id, text: decision_said }}
        kind="plain"
        send={t("votes.decide")}
        onDone={() => tell({ words: t("votes.decided") })}
      >
        <LongTextField name="text" label={t("votes.decide.text")} rows={5} required />
        <ItemField of={minutes_of} />
      </Form>
    </Sheet>
  )
}
