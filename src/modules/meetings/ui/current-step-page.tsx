import { useEffect } from "react"
import { useRead } from "../../../shell/api.ts"
import { Reading, Waiting } from "../../../shell/fault.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { type MeetingHead, meetingPath } from "./meeting-head.tsx"

/** Goes to the step where the meeting stands. */
export const CurrentStepPage = () => (
  <Reading of={useRead("meetings.read", { meetingId: useParam("meetingId") })}>
    {({ meeting, may }) => <Onwards of={meeting} step={may["agenda.order"] ? meeting.step : forReaders(meeting)} />}
  </Reading>
)

// Who prepares nothing reads the agenda until the minutes are there.
const forReaders = ({ step }: MeetingHead) => (step === "approve" ? "approve" : "prepare")

const Onwards = ({ of: meeting, step }: { of: MeetingHead; step: MeetingHead["step"] }) => {
  const go = useGo()
  useEffect(() => {
    go(meetingPath(meeting.id, meeting.outside ? "prepare" : step), { replace: true })
  }, [go, meeting.id, meeting.outside, step])
  return <Waiting />
}
