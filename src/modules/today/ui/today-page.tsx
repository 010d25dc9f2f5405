import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Empty, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { WaitingRows } from "./waiting-rows.tsx"
import { Week } from "./week.tsx"

type Today = ReadOf<"today.read">

/** What waits for me, across everything, nearest first; my week beside it. */
export const TodayPage = () => <Reading of={useRead("today.read", {})}>{(of) => <TodayOf of={of} />}</Reading>

const TodayOf = ({ of: { today, waiting, could, week, first } }: { of: Today }) => {
  const t = useWords()
  const say = useFigures()
  const { person } = useSession()
  const begins = first.people || first.meeting
  const acts = waiting.filter(({ key }) => key !== "tasks.waiting")
  const tasks = waiting.filter(({ key }) => key === "tasks.waiting")
  const waits = waiting.length > 0
  const title = begins && !waits ? "today.title.first" : "today.title"
  return (
    <Page
      title={t(title, { name: person?.given_name ?? "", count: waiting.length })}
      crumbs={[{ words: say.dayOfYear(today) }]}
    >
      <div className="two">
        {begins && !waits && <FirstSteps of={first} />}
        {(acts.length > 0 || (tasks.length === 0 && !begins)) && (
          <Sheet title={t("today.waiting")}>
            {acts.length > 0 ? (
              <WaitingRows of={acts} today={today} />
            ) : (
              <Empty title={t("today.waiting.none")}>{t("today.waiting.none.lead")}</Empty>
            )}
          </Sheet>
        )}
        {tasks.length > 0 && (
          <Sheet title={t("today.tasks")} aside={<Link to="/taches">{t("today.tasks.all")}</Link>}>
            <WaitingRows of={tasks} today={today} />
          </Sheet>
        )}
        {/* What waits for somebody comes before what a new organisation lacks. */}
        {begins && waits && <FirstSteps of={first} />}
        <Week of={week} />
        {could.length > 0 && (
          <Sheet title={t("today.could")}>
            <WaitingRows of={could} today={today} />
          </Sheet>
        )}
      </div>
    </Page>
  )
}

const FirstSteps = ({ of: { people, meeting } }: { of: Today["first"] }) => {
  const t = useWords()
  return (
    <Sheet title={t("today.first")}>
      <Rows>
        {people && (
          <Row soft={t("today.first.people.lead")} end={button("/personnes/nouvelle", t("today.first.people.act"))}>
            <strong>{t("today.first.people")}</strong>
          </Row>
        )}
        {meeting && (
          <Row soft={t("today.first.meeting.lead")} end={button("/reunions/nouvelle", t("today.first.meeting.act"))}>
            <strong>{t("today.first.meeting")}</strong>
          </Row>
        )}
      </Rows>
    </Sheet>
  )
}

const button = (to: string, words: string) => (
  <Link className="button" to={to}>
    {words}
  </Link>
)
