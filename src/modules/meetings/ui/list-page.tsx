import { useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { PollsSheet } from "./polls-sheet.tsx"
import { meetingPath } from "./meeting-head.tsx"

type Line = ReadOf<"meetings.list">["meetings"][number]

/** The meetings of a body: those to come, or those past. */
export const ListPage = () => {
  const t = useWords()
  const { body } = useBody()
  const { values, set } = useAddress()
  const isPast = values["quand"] === "passees"
  const [limit, setLimit] = useState(50)
  const read = useRead(
    "meetings.list",
    { ...(body ? { bodyId: body.id } : {}), when: isPast ? "past" : "coming", limit },
    { keepPrevious: true },
  )
  const mayPrepare = read.data?.may["meetings.prepare"] === true
  const newOne = (
    <Link className="button main" to="/reunions/nouvelle">
      {t("meetings.list.new")}
    </Link>
  )
  const acts = (
    <>
      {tab(!isPast, t("meetings.list.coming"), () => set({ quand: undefined }))}
      {tab(isPast, t("meetings.list.past"), () => set({ quand: "passees" }))}
      <Link className="button quiet" to="/reunions/annee">
        {t("meetings.year.title")}
      </Link>
      <Link className="button quiet" to="/reunions/series">
        {t("meetings.series.title")}
      </Link>
    </>
  )
  return (
    <Page title={t("meetings.list.title")} lead={body?.name} acts={acts} {...(mayPrepare ? { main: newOne } : {})}>
      {body && !isPast && <PollsSheet bodyId={body.id} />}
      <Reading of={read}>
        {({ meetings }) =>
          meetings.length === 0 ? (
            <Sheet>
              <Empty title={t(isPast ? "meetings.list.empty.past" : "meetings.list.empty")}>
                {!isPast && t(mayPrepare ? "meetings.list.empty.lead" : "meetings.list.empty.member")}
              </Empty>
            </Sheet>
          ) : (
            <>
              {byMonth(meetings).map(([month, lines]) => (
                <Month key={month} month={month} lines={lines} />
              ))}
              {meetings.length === limit && limit < 200 && (
                <p>
                  <button type="button" className="button" onClick={() => setLimit(200)}>
                    {t("meetings.list.more")}
                  </button>
                </p>
              )}
            </>
          )
        }
      </Reading>
    </Page>
  )
}

const Month = ({ month, lines }: { month: string; lines: readonly Line[] }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Sheet title={say.month(`${month}-01`)}>
      <Rows>
        {lines.map((line) => (
          <Row
            key={line.id}
            soft={[say.dayOfYear(line.starts), say.hour(line.starts), line.place].filter(Boolean).join(" · ")}
            end={
              <Mark {...markOf(line.state)}>
                {line.outside ? t("meetings.outside") : t(`meetings.state.${line.state}`)}
              </Mark>
            }
          >
            <Link to={meetingPath(line.id)}>{line.title}</Link>
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const tab = (isCurrent: boolean, words: string, onClick: () => void) => (
  <button type="button" className={isCurrent ? "chip on" : "chip"} aria-pressed={isCurrent} onClick={onClick}>
    {words}
  </button>
)

/** The colour of a state, which its words say. */
export const markOf = (state: Line["state"]): { kind?: "good" | "wait" | "bad" | "info" } =>
  ({
    preparing: { kind: "wait" as const },
    convened: { kind: "good" as const },
    open: { kind: "info" as const },
    closed: {},
    cancelled: { kind: "bad" as const },
  })[state]

const byMonth = (meetings: readonly Line[]) => [...Map.groupBy(meetings, ({ starts }) => starts.slice(0, 7))]
