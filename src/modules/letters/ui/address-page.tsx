import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { picked } from "./incoming-fields.tsx"
import { LetterFields, saidIn } from "./letter-fields.tsx"

/** Whom a letter is for, and how they are addressed. */
export const AddressPage = () => {
  const t = useWords()
  const go = useGo()
  const textId = useParam("textId")
  return (
    <Reading of={useRead("letters.read", { textId })}>
      {({ text, letter, papers }) => (
        <Page
          title={t("letters.address")}
          crumbs={[
            { words: t("letters.place"), to: "/courrier" },
            { words: text.title, to: `/textes/${text.id}` },
          ]}
        >
          <Sheet padded>
            <Form
              command="letters.address"
              initial={
                letter
                  ? {
                      outside: picked(letter.outside_id, letter.outside_name),
                      contact: picked(letter.contact_id, letter.contact_name),
                      address: letter.lines.join("\n"),
                      email: letter.email,
                      called: letter.called,
                      closing: letter.closing,
                      theirReference: letter.their_reference,
                      theirDay: letter.their_day,
                      answerDue: letter.answer_due,
                      byHand: letter.by_hand,
                      answers: letter.answers_id,
                      files: papers,
                    }
                  : {}
              }
              input={(values) => ({ textId, ...saidIn(values) })}
              send={t("letters.address.save")}
              onDone={() => go(`/textes/${textId}`)}
            >
              <LetterFields bodyId={text.body_id} />
            </Form>
          </Sheet>
        </Page>
      )}
    </Reading>
  )
}
