import { ChoiceField, LongTextField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { Convocation } from "./convene-page.tsx"
import type { MeetingHead } from "./meeting-head.tsx"

/** What leaves, to whom, and the one act. Late, it asks how the delay is owned up to before anything leaves. */
export const ConveneForm = ({ meeting, of }: { meeting: MeetingHead; of: Convocation }) => {
  const t = useWords()
  const { counts } = of
  return (
    <Sheet title={t("meetings.convene.title")} padded>
      <p>
        {t("meetings.convene.leaves", { mail: counts.by_mail, post: counts.by_post })}{" "}
        <a href={`/reunions/${meeting.id}/courriel`} target="_blank" rel="noreferrer">
          {t("meetings.convene.see_mail")}
        </a>
        {" · "}
        <a href={`/reunions/${meeting.id}/ordre-du-jour.pdf`} target="_blank" rel="noreferrer">
          {t("meetings.convene.see_pdf")}
        </a>
      </p>
      <Form
        command="meetings.convene"
        send={t("meetings.convene.send", { count: of.people.length })}
        sticks
        initial={{ how: of.urgency ? "" : "irregular", second: "", reason: "" }}
        input={(values) => ({
          meetingId: meeting.id,
          people: of.people.length,
          ...(of.is_late && values["how"] === "urgency" ? { urgencyReason: values["reason"] } : {}),
          ...(isIrregular(of, values) ? { irregularReason: values["reason"] } : {}),
          ...(values["second"] === "ordinary" ? { asOrdinary: true } : {}),
        })}
      >
        {of.is_late && <Late of={of} />}
        {of.second?.is_too_soon && <TooSoon />}
        <Reason of={of} />
      </Form>
    </Sheet>
  )
}

const Late = ({ of }: { of: Convocation }) => {
  const t = useWords()
  const say = useFigures()
  const { urgency, deadline } = of
  const options = [
    ...(urgency
      ? [
          {
            value: "urgency",
            words: t("meetings.convene.urgency"),
            hint: t("meetings.convene.urgency.hint", { rule: urgency.words }),
          },
        ]
      : []),
    { value: "irregular", words: t("meetings.convene.irregular"), hint: t("meetings.convene.irregular.hint") },
  ]
  return (
    <>
      <p role="note">
        <strong>
          {deadline?.late
            ? t("meetings.convene.late", { day: say.dayOfYear(deadline.last_day!) })
            : t("meetings.convene.late_by_post", { day: say.dayOfYear(deadline!.last_day_by_post!) })}
        </strong>
      </p>
      {urgency ? (
        <ChoiceField name="how" label={t("meetings.convene.how")} options={options} as="radio" required />
      ) : (
        // No rule of urgency here: there is one way left, and nothing to choose.
        <p>
          {t("meetings.convene.irregular")}
          <span className="soft under">{t("meetings.convene.irregular.hint")}</span>
        </p>
      )}
    </>
  )
}

/** A second convocation before its day: a meeting like another, or an irregularity owned up to. */
const TooSoon = () => {
  const t = useWords()
  const options = (["ordinary", "irregular"] as const).map((value) => ({
    value,
    words: t(`meetings.convene.second.${value}`),
    hint: t(value === "ordinary" ? "meetings.convene.second.ordinary.hint" : "meetings.convene.irregular.hint"),
  }))
  return <ChoiceField name="second" label={t("meetings.convene.second.how")} options={options} as="radio" required />
}

/** One reason for both: it is one convocation. */
const Reason = ({ of }: { of: Convocation }) => {
  const t = useWords()
  const values = useFormValues()
  if (!of.is_late && !isIrregular(of, values)) return null
  return (
    <LongTextField
      name="reason"
      label={t("meetings.convene.reason")}
      hint={t("meetings.convene.reason.hint")}
      required
    />
  )
}

const isIrregular = ({ is_late, second }: Convocation, values: Record<string, unknown>) =>
  (is_late && values["how"] === "irregular") || (second?.is_too_soon === true && values["second"] === "irregular")
