import { useMemo } from "react"
import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { CheckField, DateField, LongTextField, NumberField, TextField, TimeField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useGo, useParam } from "../../../shell/go.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { MeetingRead } from "./agenda-list.tsx"
import { type MeetingHead, MeetingPage, meetingPath } from "./meeting-head.tsx"

/** Title, place, length, chair and scribe of a meeting. */
export const ChangePage = () => <OfMeeting>{(of) => <ChangeMeeting of={of} />}</OfMeeting>
/** Another day or hour. */
export const MovePage = () => <OfMeeting>{({ meeting }) => <MoveMeeting of={meeting} />}</OfMeeting>
/** The meeting will not take place. */
export const CancelPage = () => <OfMeeting>{({ meeting }) => <CancelMeeting of={meeting} />}</OfMeeting>

const OfMeeting = ({ children }: { children: (of: MeetingRead) => React.ReactNode }) => (
  <Reading of={useRead("meetings.read", { meetingId: useParam("meetingId") })}>{children}</Reading>
)

const useBack = (meetingId: string) => {
  const go = useGo()
  return () => go(meetingPath(meetingId, "prepare"))
}

const ChangeMeeting = ({ of: { meeting } }: { of: MeetingRead }) => {
  const t = useWords()
  const back = useBack(meeting.id)
  const more = useMemo(() => ({ bodyId: meeting.body_id }), [meeting.body_id])
  const pick = (id: string | null, words: string | null) => (id ? { picked: true, id, words } : null)
  return (
    <MeetingPage of={meeting} title={t("meetings.change.title")}>
      <Told of={meeting} />
      <Form
        command="meetings.change"
        draft={`meetings.change.${meeting.id}`}
        initial={{
          title: meeting.title,
          place: meeting.place ?? "",
          link: meeting.link ?? "",
          minutes: meeting.minutes,
          chair: pick(meeting.chair_id, meeting.chair_name),
          scribe: pick(meeting.scribe_id, meeting.scribe_name),
          proposeUntil: meeting.propose_until ?? "",
          confidential: meeting.confidential,
        }}
        input={(values) => ({
          meetingId: meeting.id,
          title: values["title"],
          place: values["place"] || null,
          link: values["link"] || null,
          minutes: values["minutes"],
          chairId: values["chair"]?.id ?? null,
          scribeId: values["scribe"]?.id ?? null,
          proposeUntil: values["proposeUntil"] || null,
          confidential: values["confidential"],
        })}
        send={t("meetings.item.save")}
        onDone={back}
        beside={
          <Link className="button quiet" to={meetingPath(meeting.id, "cancel")}>
            {t("meetings.prepare.cancel")}
          </Link>
        }
      >
        <TextField name="title" label={t("meetings.field.title")} required />
        <TextField name="place" label={t("meetings.field.place")} />
        <TextField name="link" label={t("meetings.field.link")} />
        <NumberField
          name="minutes"
          label={t("meetings.field.minutes")}
          unit={t("meetings.field.minutes.unit")}
          min={5}
          max={1440}
          required
        />
        {!meeting.outside && (
          <>
            <PickField name="chair" label={t("meetings.field.chair")} more={more} />
            <PickField name="scribe" label={t("meetings.field.scribe")} more={more} />
            <DateField
              name="proposeUntil"
              label={t("meetings.field.propose_until")}
              hint={t("meetings.field.propose_until.hint")}
            />
            <CheckField name="confidential" label={t("meetings.field.confidential")} />
          </>
        )}
      </Form>
    </MeetingPage>
  )
}

const MoveMeeting = ({ of: meeting }: { of: MeetingHead }) => {
  const t = useWords()
  const back = useBack(meeting.id)
  return (
    <MeetingPage of={meeting} title={t("meetings.move.title")}>
      <Told of={meeting} />
      <Form
        command="meetings.reschedule"
        draft={`meetings.reschedule.${meeting.id}`}
        initial={{ day: meeting.starts.slice(0, 10), at: meeting.starts.slice(11, 16) }}
        input={(values) => ({ meetingId: meeting.id, day: values["day"], at: values["at"] })}
        send={t("meetings.prepare.move")}
        beside={
          <Link className="button quiet" to={`/reunions/sondages/nouveau?reunion=${meeting.id}`}>
            {t("meetings.poll.new")}
          </Link>
        }
        onDone={() => {
          tell({ words: t("meetings.move.done") })
          back()
        }}
      >
        <DateField name="day" label={t("meetings.field.day")} required />
        <TimeField name="at" label={t("meetings.field.hour")} required />
      </Form>
    </MeetingPage>
  )
}

const CancelMeeting = ({ of: meeting }: { of: MeetingHead }) => {
  const t = useWords()
  const back = useBack(meeting.id)
  return (
    <MeetingPage of={meeting} title={t("meetings.cancel.title")}>
      <Told of={meeting} />
      <Form
        command="meetings.cancel"
        draft={`meetings.cancel.${meeting.id}`}
        input={(values) => ({ meetingId: meeting.id, reason: values["reason"] })}
        send={t("meetings.prepare.cancel")}
        onDone={back}
      >
        <LongTextField
          name="reason"
          label={t("meetings.cancel.reason")}
          hint={t("meetings.cancel.reason.hint")}
          rows={3}
          required
        />
      </Form>
    </MeetingPage>
  )
}

const Told = ({ of: { state } }: { of: MeetingHead }) => {
  const t = useWords()
  return state === "convened" ? <p className="restored">{t("meetings.change.told")}</p> : null
}
