import { Act } from "../../../shell/act.tsx"
import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { ChoiceField, LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useParam } from "../../../shell/go.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { type MeetingHead, MeetingPage } from "./meeting-head.tsx"
import { MeetingHistory } from "./meeting-history.tsx"
import { MinutesPreview } from "./minutes-preview.tsx"
import type { Minutes, MinutesRead } from "./held.ts"
import { MinutesSide } from "./minutes-side.tsx"

/** Where the minutes are read by those concerned, corrected in the open, and approved. */
export const ApprovePage = () => {
  const meetingId = useParam("meetingId")
  const minutes = useRead("minutes.read", { meetingId })
  return (
    <Reading of={useRead("meetings.read", { meetingId })}>
      {({ meeting }) => <Reading of={minutes}>{(of) => <Approve meeting={meeting} of={of} />}</Reading>}
    </Reading>
  )
}

const Approve = ({ meeting, of }: { meeting: MeetingHead; of: MinutesRead }) => {
  const t = useWords()
  if (!of.minutes || of.state === "draft")
    return (
      <MeetingPage of={meeting} shown="approve">
        <p>{t("meetings.approve.not_yet")}</p>
      </MeetingPage>
    )
  const { minutes } = of
  return (
    <MeetingPage
      of={meeting}
      shown="approve"
      side={<MinutesSide of={of} minutes={minutes} meetingId={meeting.id} />}
      history={<MeetingHistory of={meeting.id} zone={meeting.zone} />}
    >
      {of.state === "circulated" && <p>{t("meetings.approve.lead")}</p>}
      {(minutes.corrections.length > 0 || of.may["minutes.answerCorrection"]) && (
        <Corrections of={of} minutes={minutes} />
      )}
      <Sheet title={t("meetings.approve.text")} padded>
        <MinutesPreview of={minutes.paper} />
      </Sheet>
      {of.may["minutes.askCorrection"] && <Ask meetingId={meeting.id} minutes={minutes} />}
      {of.may["minutes.approve"] && <ByHand meeting={meeting} />}
    </MeetingPage>
  )
}

const Corrections = ({ of, minutes }: { of: MinutesRead; minutes: Minutes }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Sheet title={t("meetings.approve.corrections")}>
      {minutes.corrections.length === 0 && <Empty title={t("meetings.approve.none")} />}
      <Rows>
        {minutes.corrections.map((one) => (
          <Row
            key={one.id}
            soft={[
              one.item > 0 ? t("meetings.minutes.item", { n: one.item }) : null,
              one.name,
              say.ago(one.asked_at),
              one.answer,
            ]
              .filter(Boolean)
              .join(" · ")}
          >
            {one.text}{" "}
            <Mark kind={one.state === "taken" ? "good" : one.state === "declined" ? "bad" : "wait"}>
              {t(`meetings.approve.state.${one.state}`)}
            </Mark>
            {of.may["minutes.answerCorrection"] && <Answer of={of} correction={one} />}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const Answer = ({ of, correction }: { of: MinutesRead; correction: Minutes["corrections"][number] }) => {
  const t = useWords()
  return (
    <div className="bar">
      {correction.state !== "taken" && (
        <Act
          command="minutes.answerCorrection"
          input={{ correctionId: correction.id, taken: true }}
          may={of.may}
          kind="plain"
        >
          {t("meetings.approve.take")}
        </Act>
      )}
      {correction.state !== "declined" && (
        <details>
          <summary>{t("meetings.approve.decline")}</summary>
          <Form
            command="minutes.answerCorrection"
            kind="plain"
            draft={`minutes.answerCorrection.${correction.id}`}
            input={({ answer }) => ({ correctionId: correction.id, taken: false, answer: answer ?? "" })}
            send={t("meetings.approve.decline")}
          >
            <LongTextField name="answer" label={t("meetings.proposals.reason")} rows={2} required />
          </Form>
        </details>
      )}
    </div>
  )
}

const Ask = ({ meetingId, minutes }: { meetingId: string; minutes: Minutes }) => {
  const t = useWords()
  return (
    <Sheet title={t("meetings.approve.ask")} padded>
      <Form
        command="minutes.askCorrection"
        kind="plain"
        input={({ itemId, text }) => ({ meetingId, itemId: itemId || null, text: text ?? "" })}
        send={t("meetings.approve.ask.send")}
        onDone={() => tell({ words: t("meetings.approve.asked") })}
      >
        <ChoiceField
          name="itemId"
          label={t("meetings.approve.ask.item")}
          as="select"
          options={minutes.items.flatMap(({ id, title, hidden }, index) =>
            hidden ? [] : [{ value: id, words: `${index + 1}. ${title}` }],
          )}
        />
        <LongTextField
          name="text"
          label={t("meetings.approve.ask.text")}
          hint={t("meetings.approve.ask.hint")}
          required
        />
      </Form>
    </Sheet>
  )
}

/** Where an earlier meeting approved without an item for it: whoever writes the minutes records which one. */
const ByHand = ({ meeting }: { meeting: MeetingHead }) => {
  const t = useWords()
  const say = useFigures()
  const past = useRead("meetings.list", { bodyId: meeting.body_id, when: "past" })
  const later = (past.data?.meetings ?? []).filter(
    ({ id, starts, state }) =>
      id !== meeting.id && starts >= meeting.starts && (state === "open" || state === "closed"),
  )
  if (later.length === 0) return null
  return (
    <details>
      <summary>{t("meetings.approve.by_hand")}</summary>
      <Form
        command="minutes.approve"
        kind="plain"
        draft={false}
        input={({ inMeetingId }) => ({ meetingId: meeting.id, inMeetingId })}
        send={t("meetings.approve.by_hand.send")}
      >
        <ChoiceField
          name="inMeetingId"
          label={t("meetings.approve.by_hand.in")}
          as="select"
          required
          options={later.map(({ id, title, starts }) => ({ value: id, words: `${title}, ${say.dayOnly(starts)}` }))}
        />
      </Form>
    </details>
  )
}
