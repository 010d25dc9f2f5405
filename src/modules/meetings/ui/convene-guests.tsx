import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { EmailField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { wordOf } from "./convene-answers.tsx"
import type { Convocation } from "./convene-page.tsx"
import type { MeetingHead } from "./meeting-head.tsx"

/** Who is invited beside those of the type of meeting: of the directory, or from outside by name and address. */
export const Guests = ({ meeting, of }: { meeting: MeetingHead; of: Convocation }) => {
  const t = useWords()
  const guests = [...of.people, ...of.invitations].filter(({ is_guest }) => is_guest)
  return (
    <Sheet title={t("meetings.guests.title")} aside={t("meetings.guests.lead")}>
      {guests.length + of.withdrawn.length > 0 && (
        <Rows>
          {guests.map(({ person_id, name, means }) => (
            <Row
              key={person_id}
              soft={t(`meetings.convene.means.${means ?? "hand"}`)}
              end={
                <Act
                  command="guests.withdraw"
                  input={{ meetingId: meeting.id, personId: person_id }}
                  may={of.may}
                  {...(meeting.state === "preparing"
                    ? {}
                    : {
                        confirm: {
                          title: t("meetings.guests.withdraw.title", { name }),
                          words: t("meetings.guests.withdraw.words"),
                        },
                      })}
                >
                  {t("meetings.guests.withdraw")}
                  <span className="unseen">, {name}</span>
                </Act>
              }
            >
              {name}
            </Row>
          ))}
          {of.withdrawn.map((one) => (
            <Withdrawn key={one.person_id} of={one} />
          ))}
        </Rows>
      )}
      <div className="pad">
        <FromDirectory meetingId={meeting.id} />
        <FromOutside meetingId={meeting.id} />
      </div>
    </Sheet>
  )
}

/** Who is no longer expected, with what they had been sent: the proof stays. */
const Withdrawn = ({ of: one }: { of: Convocation["withdrawn"][number] }) => {
  const t = useWords()
  const say = useFigures()
  const told = one.state && t.named(`meetings.sending.${wordOf(one)}`, { at: one.sent_at ? say.ago(one.sent_at) : "" })
  const parts = [
    t("meetings.guests.withdrawn.at", { at: say.ago(one.withdrawn_at) }),
    one.convened_at
      ? t("meetings.guests.withdrawn.convened", { at: say.ago(one.convened_at) })
      : t("meetings.guests.withdrawn.held"),
    told && t("meetings.guests.withdrawn.told", { state: told }),
  ]
  return (
    <Row soft={parts.filter(Boolean).join(" · ")} end={<Mark>{t("meetings.guests.withdrawn")}</Mark>}>
      {one.name}
    </Row>
  )
}

const FromDirectory = ({ meetingId }: { meetingId: string }) => {
  const t = useWords()
  const [turn, setTurn] = useState(0)
  return (
    <details>
      <summary>{t("meetings.guests.directory")}</summary>
      <Form
        key={turn}
        command="guests.invite"
        draft={false}
        kind="plain"
        send={t("meetings.guests.invite")}
        input={({ person }) => ({ meetingId, who: { personId: person?.id } })}
        onDone={() => setTurn(turn + 1)}
      >
        <PickField name="person" label={t("meetings.guests.who")} required />
      </Form>
    </details>
  )
}

const FromOutside = ({ meetingId }: { meetingId: string }) => {
  const t = useWords()
  const [turn, setTurn] = useState(0)
  return (
    <details>
      <summary>{t("meetings.guests.outside")}</summary>
      <Form
        key={turn}
        command="guests.invite"
        draft={`guests.invite.outside ${meetingId}`}
        kind="plain"
        send={t("meetings.guests.invite")}
        input={({ given_name, family_name, email }) => ({ meetingId, who: { given_name, family_name, email } })}
        onDone={() => setTurn(turn + 1)}
      >
        <TextField name="given_name" label={t("meetings.guests.given_name")} required />
        <TextField name="family_name" label={t("meetings.guests.family_name")} required />
        <EmailField
          autoComplete="off"
          name="email"
          label={t("meetings.guests.email")}
          hint={t("meetings.guests.email.hint")}
          required
        />
      </Form>
    </details>
  )
}
