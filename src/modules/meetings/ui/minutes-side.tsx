import { Link } from "../../../shell/go.tsx"
import { Facts, Mark } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { Minutes, MinutesRead } from "./held.ts"
import { meetingPath } from "./meeting-head.tsx"
import { MinutesFiles } from "./minutes-files.tsx"

/** State, reference, files. */
export const MinutesSide = ({ of, minutes, meetingId }: { of: MinutesRead; minutes: Minutes; meetingId: string }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <>
      <p>
        <Mark kind={of.state === "approved" ? "good" : of.state === "circulated" ? "info" : "wait"}>
          {t(`meetings.minutes.state.${of.state}`)}
        </Mark>
      </p>
      <Facts
        of={[
          minutes.reference !== null && [t("meetings.minutes.reference"), minutes.reference],
          minutes.circulated_at !== null && [t("meetings.minutes.circulated_at"), say.moment(minutes.circulated_at)],
          minutes.approved_at !== null && [t("meetings.minutes.approved_at"), say.moment(minutes.approved_at)],
          minutes.approved_in !== null && [
            t("meetings.minutes.approved_in"),
            <Link key="in" to={meetingPath(minutes.approved_in.id)}>
              {minutes.approved_in.title}
            </Link>,
          ],
        ]}
      />
      <MinutesFiles meetingId={meetingId} plain={minutes.plain} fileId={minutes.file_id} />
    </>
  )
}
