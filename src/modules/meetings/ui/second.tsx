import { Link } from "../../../shell/go.tsx"
import { Mark, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { MeetingRead } from "./agenda-list.tsx"
import { type MeetingHead, meetingPath } from "./meeting-head.tsx"

type SecondRead = NonNullable<MeetingRead["second"]>

/** That a meeting takes up again what another could not decide, from when it counts as such, and by what rule. */
export const Second = ({ of, meeting }: { of: SecondRead; meeting: MeetingHead }) => {
  const t = useWords()
  const say = useFigures()
  const { nth, items, earliest, is_too_soon } = of
  const days = of.lacked_on.map((day) => say.dayOnly(day)).join(", ")
  const rule = of.interval ?? ""
  const ruled = { rule, article: of.interval_article ?? "" }
  return (
    <Sheet title={t("meetings.second.title", { nth })} padded>
      {is_too_soon && earliest ? (
        <p>
          <Mark kind="bad">{t("meetings.second.mark")}</Mark>{" "}
          {t("meetings.second.early", { nth, days, day: say.dayOfYear(earliest), ...ruled })}{" "}
          {t("meetings.second.early.effect", { on: say.dayOfYear(meeting.starts) })}
        </p>
      ) : (
        <p>
          {t("meetings.second.lacked", { days, items, article: of.article ?? "" })}{" "}
          {earliest && t("meetings.second.from", { day: say.dayOfYear(earliest), ...ruled })}
        </p>
      )}
      {!earliest && (
        <p className="soft">
          {t("meetings.second.unknown")} <Link to="/secretariat/reglement">{t("meetings.second.answer")}</Link>
        </p>
      )}
      <p className="bar">
        {is_too_soon && <Link to={meetingPath(meeting.id, "move")}>{t("meetings.second.move")}</Link>}
        <Link to={meetingPath(of.first_id, "hold")}>{t("meetings.second.see")}</Link>
      </p>
    </Sheet>
  )
}
