import type { ReadOf } from "../../../shell/api.ts"
import { DateField, LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useWords } from "../../../shell/use-words.ts"
import { OutcomeForm } from "../../texts/ui/contract.tsx"

type TextRead = ReadOf<"texts.read">

export const mayLeaveOtherwise = ({ missing, may }: TextRead) => "texts.lodge" in missing && may["texts.lodge"] === true

/** It left by nothing of ours: handed over, or from somebody's own mailbox. */
export const LeftOtherwise = ({ of: { text } }: { of: TextRead }) => {
  const t = useWords()
  return (
    <details>
      <summary>{t("letters.left_otherwise")}</summary>
      <Form
        command="texts.lodge"
        initial={{ on: today() }}
        input={(values) => ({ textId: text.id, on: values["on"] || null, note: values["note"] || null })}
        send={t("texts.lodge.sent")}
        kind="plain"
        onDone={() => tell({ words: t("texts.lodge.done") })}
      >
        <DateField name="on" label={t("texts.lodge.on")} />
        <LongTextField name="note" label={t("texts.lodge.note")} rows={2} />
      </Form>
    </details>
  )
}

/** The answer: the letter that came, or what was heard of it otherwise. */
export const Answer = ({ of, registers }: { of: TextRead; registers: boolean }) => {
  const t = useWords()
  const { text, outcomes, may } = of
  const mayNote = outcomes.length > 0 && may["texts.noteOutcome"]
  if (!registers && !mayNote) return null
  return (
    <Sheet title={t("letters.answer")} padded>
      {registers && (
        <p>
          <Link className="button" to={`/courrier/arrivees/nouvelle?repond=${text.id}`}>
            {t("letters.register_answer")}
          </Link>
        </p>
      )}
      {mayNote && (
        <details>
          <summary>{t(text.state === "sent" ? "letters.answered_otherwise" : "letters.what_came_of_it")}</summary>
          <OutcomeForm of={of} kind="plain" />
        </details>
      )}
    </Sheet>
  )
}
