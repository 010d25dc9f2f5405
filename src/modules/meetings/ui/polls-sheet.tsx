import { useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

/** Dates that are being looked for, above the meetings. Nothing when none is. */
export const PollsSheet = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const say = useFigures()
  const { data } = useRead("polls.list", { bodyId })
  if (!data || data.rows.length === 0) return null
  return (
    <Sheet title={t("meetings.poll.title")}>
      <Rows>
        {data.rows.map(({ id, title, until, answered, mine }) => (
          <Row
            key={id}
            soft={[
              t("meetings.poll.count", { count: answered }),
              until && t("meetings.poll.letter.until", { day: say.dayOfYear(until) }),
            ]
              .filter(Boolean)
              .join(" · ")}
            end={mine ? undefined : <Mark kind="wait">{t("meetings.poll.mine")}</Mark>}
          >
            <Link to={`/reunions/sondages/${id}`}>{title}</Link>
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
