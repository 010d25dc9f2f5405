import { Act } from "../../../shell/act.tsx"
import { ChoiceField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { Convocation } from "./convene-page.tsx"

/** One's own answer, in the product as by the link of the letter. */
export const OwnAnswer = ({ of: mine }: { of: NonNullable<Convocation["mine"]> }) => {
  const t = useWords()
  const { may, invitation_id: invitationId, holders } = mine
  return (
    <Sheet title={t("meetings.own.title")} padded>
      <p>
        {t("meetings.answer.standing", {
          answer: mine.answer ?? "none",
          form: mine.form,
          holder: mine.holder_name ?? "",
        })}
      </p>
      <div className="bar">
        {mine.answer !== "present" && (
          <Act command="invitations.answer" input={{ invitationId, answer: "present" }} may={may} kind="plain">
            {t("meetings.letter.present")}
          </Act>
        )}
        {mine.answer !== "excused" && (
          <Act command="invitations.answer" input={{ invitationId, answer: "excused" }} may={may} kind="plain">
            {t("meetings.letter.excused", { form: mine.form })}
          </Act>
        )}
        <Act command="proxies.withdraw" input={{ invitationId }} may={may}>
          {t("meetings.answer.withdraw")}
        </Act>
      </div>
      {may["proxies.give"] && mine.answer !== "proxy" && holders.length > 0 && (
        <details>
          <summary>{t("meetings.letter.proxy")}</summary>
          <Form
            command="proxies.give"
            kind="plain"
            draft={false}
            send={t("meetings.letter.proxy")}
            input={({ holder }) => ({ invitationId, holderId: holder })}
          >
            <ChoiceField
              name="holder"
              label={t("meetings.answer.holder")}
              hint={t("meetings.answer.holder.hint", { cap: mine.cap })}
              as="select"
              options={holders.map(({ person_id, name }) => ({ value: person_id, words: name }))}
              required
            />
          </Form>
        </details>
      )}
    </Sheet>
  )
}
