import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { markOf } from "./list-page.tsx"
import { meetingPath } from "./meeting-head.tsx"

const SHOWN = 3

/** On the page of a body: its next meetings, then its last ones. Nothing where one does not see them. */
export const BodyMeetings = ({ id: bodyId }: { id: string }) => {
  const t = useWords()
  const { data: coming } = useRead("meetings.list", { bodyId, when: "coming", limit: SHOWN })
  const { data: past } = useRead("meetings.list", { bodyId, when: "past", limit: SHOWN })
  if (!coming || !past || coming.meetings.length + past.meetings.length === 0) return null
  return (
    <Sheet
      title={t("meetings.list.title")}
      aside={<Link to={`/reunions?instance=${bodyId}`}>{t("meetings.of_body.all")}</Link>}
    >
      <Rows>
        {[...coming.meetings, ...past.meetings].map((line) => (
          <One key={line.id} of={line} />
        ))}
      </Rows>
    </Sheet>
  )
}

const One = ({ of }: { of: ReadOf<"meetings.list">["meetings"][number] }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Row
      soft={[say.dayOfYear(of.starts), say.hour(of.starts), of.place].filter(Boolean).join(" · ")}
      end={<Mark {...markOf(of.state)}>{of.outside ? t("meetings.outside") : t(`meetings.state.${of.state}`)}</Mark>}
    >
      <Link to={meetingPath(of.id)}>{of.title}</Link>
    </Row>
  )
}
