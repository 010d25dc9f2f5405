import { Act } from "../../../shell/act.tsx"
import { ChoiceField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { Convocation } from "./convene-page.tsx"

type Stray = Convocation["strays"][number]

/** What calendars answered from addresses we do not know: one click when we can guess whose it is, a choice when not. */
export const Strays = ({ of }: { of: Convocation }) => {
  const t = useWords()
  return (
    <Sheet title={t("meetings.strays.title", { count: of.strays.length })}>
      <p className="pad soft">{t("meetings.strays.lead")}</p>
      <Rows>
        {of.strays.map((one) => (
          <OneStray key={one.id} of={one} invitations={of.invitations} />
        ))}
      </Rows>
    </Sheet>
  )
}

const OneStray = ({ of: one, invitations }: { of: Stray; invitations: Convocation["invitations"] }) => {
  const t = useWords()
  const say = useFigures()
  const soft = [
    one.attendee !== one.sender && t("meetings.strays.for", { attendee: one.attendee }),
    t("meetings.strays.received", { at: say.ago(one.received_at) }),
    one.note && `«\u00a0${one.note}\u00a0»`,
  ]
  return (
    <Row>
      {t("meetings.strays.line", { sender: one.sender, answer: one.answer })}
      <span className="soft under">{soft.filter(Boolean).join(" · ")}</span>
      <div className="bar">
        {one.guess_id && one.guess_name && (
          <Act
            command="strays.attribute"
            input={{ strayId: one.id, invitationId: one.guess_id }}
            kind="plain"
            done={t("meetings.strays.attributed")}
          >
            {t("meetings.strays.guess", { name: one.guess_name })}
          </Act>
        )}
        <Act command="strays.setAside" input={{ strayId: one.id }}>
          {t("meetings.strays.aside")}
          <span className="unseen">, {one.sender}</span>
        </Act>
      </div>
      <details>
        <summary className="button quiet">{t("meetings.strays.other")}</summary>
        <Form
          command="strays.attribute"
          draft={false}
          kind="plain"
          initial={{ strayId: one.id, invitationId: one.guess_id ?? "" }}
          send={t("meetings.strays.attribute")}
          onDone={() => tell({ words: t("meetings.strays.attributed") })}
        >
          <ChoiceField
            name="invitationId"
            label={t("meetings.strays.who")}
            options={invitations.map(({ id, name }) => ({ value: id, words: name }))}
            as="select"
            required
          />
        </Form>
      </details>
    </Row>
  )
}
