import { useEffect } from "react"
import { useRead } from "../../../shell/api.ts"
import { Reading, Waiting } from "../../../shell/fault.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { type MeetingHead, meetingPath } from "./meeting-head.tsx"

/** Goes to the step where the meeting stands for who reads. */
export const CurrentStepPage = () => (
  <Reading of={useRead("meetings.read", { meetingId: useParam("meetingId") })}>
    {({ meeting }) => <Onwards of={meeting} />}
  </Reading>
)

const Onwards = ({ of: { id, outside, step } }: { of: MeetingHead }) => {
  const go = useGo()
  useEffect(() => {
    go(meetingPath(id, outside ? "prepare" : step), { replace: true })
  }, [go, id, outside, step])
  return <Waiting />
}
