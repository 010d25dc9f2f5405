import { useState } from "react"
import { type ReadOf, useRead } from "../../../../shell/api.ts"
import { Form } from "../../../../shell/form.tsx"
import { Sheet } from "../../../../shell/sheet.tsx"
import { tell } from "../../../../shell/toast.tsx"
import { today, useWords } from "../../../../shell/use-words.ts"
import { nobody, type Office, ProclaimFields, proclamationOf } from "./proclaim-fields.tsx"

type It = ReadOf<"votes.read">

/** One act: the decision, the mandates and those they replace, the request to hand over, the letters. */
export const Proclaim = ({ of: { ballot, decision_said, minutes_of, contests } }: { of: It }) => {
  const t = useWords()
  const [known, setKnown] = useState(nobody)
  const waiting = contests.filter(({ settled_at }) => settled_at === null).length
  const isToDecide = decision_said !== null
  const useForeseen = (asked: Office, enabled: boolean) =>
    useRead("votes.foresee", { ballotId: ballot.id, ...asked }, { enabled, keepPrevious: true })
  return (
    <Sheet title={t("votes.proclaim")} padded>
      <p className="soft">{t("votes.proclaim.lead")}</p>
      {waiting > 0 && <p role="note">{t("votes.proclaim.contested", { count: waiting })}</p>}
      <Form
        command="votes.proclaim"
        draft={`votes.proclaim.${ballot.id}`}
        initial={{
          since: today(),
          text: decision_said,
          letter: t("votes.proclaim.letter.default"),
          othersLetter: t("votes.proclaim.others.default"),
        }}
        input={(values) => ({ ballotId: ballot.id, ...proclamationOf(values, known, isToDecide) })}
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
