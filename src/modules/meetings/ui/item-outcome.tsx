import { Link } from "../../../shell/go.tsx"
import { RichText } from "../../../shell/rich-text.tsx"
import { Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { Held, HeldItem } from "./held.ts"
import { Outcome } from "./hold-outcome.tsx"
import { useClock } from "./hold-room.tsx"
import { meetingPath } from "./meeting-head.tsx"

/** What came of an item that was held: when, what was said, decided and given to do, and where it went on. */
export const ItemOutcome = ({ of, item }: { of: Held; item: HeldItem }) => {
  const t = useWords()
  const say = useFigures()
  const clock = useClock(of)
  if (item.hidden) return null
  const isWritten = of.minutes_state === "circulated" || of.minutes_state === "approved"
  return (
    <>
      <Sheet title={t("meetings.item.came")} aside={<Outcome of={item} />} padded>
        <Facts
          of={[
            item.opened_at !== null && [
              t("meetings.hold.time"),
              item.closed_at
                ? t("meetings.history.between", { from: clock(item.opened_at), to: clock(item.closed_at) })
                : clock(item.opened_at),
            ],
            item.from !== null && [
              t("meetings.item.from"),
              <Link key="from" to={meetingPath(item.from.meeting_id)}>
                {t("meetings.item.of_meeting", { title: item.from.title, day: say.dayOfYear(item.from.starts) })}
              </Link>,
            ],
            item.again !== null && [
              t("meetings.item.again"),
              <Link key="again" to={meetingPath(item.again.meeting_id)}>
                {t("meetings.item.of_meeting", { title: item.again.title, day: say.dayOfYear(item.again.starts) })}
              </Link>,
            ],
            item.about_meeting_id !== null && [
              t("meetings.approve.text"),
              <Link key="about" to={meetingPath(item.about_meeting_id, "approve")}>
                {t("meetings.hold.approval.read")}
              </Link>,
            ],
          ]}
        />
        {item.notes ? <RichText of={item.notes} /> : <p className="soft">{t("meetings.item.no_notes")}</p>}
      </Sheet>
      {item.decisions.length > 0 && (
        <Sheet title={t("meetings.hold.decisions")}>
          <Rows>
            {item.decisions.map(({ id, number, text, adopted }) => (
              <Row
                key={id}
                soft={t("meetings.hold.decision", { number })}
                end={
                  <Mark kind={adopted ? "good" : "bad"}>
                    {t(adopted ? "meetings.hold.adopted" : "meetings.hold.rejected")}
                  </Mark>
                }
              >
                <Link to={`/decisions/${id}`}>{text}</Link>
              </Row>
            ))}
          </Rows>
        </Sheet>
      )}
      {item.tasks.length > 0 && (
        <Sheet title={t("meetings.hold.tasks")}>
          <Rows>
            {item.tasks.map(({ id, what, owner_name, due, state }) => (
              <Row
                key={id}
                soft={[owner_name ?? t("meetings.hold.task.nobody"), due && say.dayOfYear(due)]
                  .filter(Boolean)
                  .join(" · ")}
                end={state === "open" ? null : <Mark kind="good">{t(`meetings.item.task.${state}`)}</Mark>}
              >
                <Link to={`/taches/${id}`}>{what}</Link>
              </Row>
            ))}
          </Rows>
        </Sheet>
      )}
      <p>
        <Link className="button" to={meetingPath(of.meeting_id, isWritten ? "approve" : "hold")}>
          {t(isWritten ? "meetings.item.to_minutes" : "meetings.item.to_meeting")}
        </Link>
      </p>
    </>
  )
}
