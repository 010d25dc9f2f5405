import { useCommand, type ReadOf } from "../../../shell/api.ts"
import { refusalWords } from "../../../shell/fault.tsx"
import { Link } from "../../../shell/go.tsx"
import { Reorder } from "../../../shell/reorder.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

export type MeetingRead = ReadOf<"meetings.read">
export type ItemLine = MeetingRead["items"][number]
export type Proposal = MeetingRead["proposals"][number]

/** The agenda with its running clock; whoever orders it drags its lines, or moves them by keyboard. */
export const AgendaList = ({ of, act }: { of: MeetingRead; act?: React.ReactNode }) => {
  const t = useWords()
  const say = useFigures()
  const aside = t("meetings.prepare.agenda.aside", {
    count: of.items.length,
    length: say.lasting(of.total),
    ends: say.hour(of.ends),
  })
  const mayOrder =
    of.may["agenda.order"] && of.items.length > 1 && of.meeting.state !== "closed" && of.meeting.state !== "cancelled"
  return (
    <div id="ordre-du-jour">
      <Sheet title={t("meetings.prepare.agenda")} {...(of.items.length > 0 ? { aside } : {})}>
        {of.items.length === 0 ? (
          <Empty title={t("meetings.prepare.agenda.empty")}>{t("meetings.prepare.agenda.empty.lead")}</Empty>
        ) : mayOrder ? (
          <Ordered of={of} />
        ) : (
          <Rows numbered>
            {of.items.map((item, index) => (
              <Row key={item.id} n={index + 1} soft={<Soft of={item} />} end={<Time of={item} />}>
                <Title of={item} meetingId={of.meeting.id} />
              </Row>
            ))}
          </Rows>
        )}
        {act && <div className="pad bar">{act}</div>}
      </Sheet>
    </div>
  )
}

const Ordered = ({ of }: { of: MeetingRead }) => {
  const t = useWords()
  const { send } = useCommand("agenda.order")
  const order = async (itemIds: readonly string[]) => {
    try {
      await send({ meetingId: of.meeting.id, itemIds: [...itemIds] })
    } catch (error) {
      tell({ words: refusalWords(error, t), bad: true })
    }
  }
  return (
    <Reorder
      items={of.items}
      idOf={({ id }) => id}
      nameOf={({ title }) => title ?? t("meetings.item.hidden")}
      onMove={(ids) => void order(ids)}
    >
      {(item, index) => (
        <div className="agenda-line">
          <span className="n">{index + 1}</span>
          <span>
            <Title of={item} meetingId={of.meeting.id} />
            <span className="soft under">
              <Soft of={item} />
            </span>
          </span>
          <span className="time">
            <Time of={item} />
          </span>
        </div>
      )}
    </Reorder>
  )
}

const Title = ({ of: item, meetingId }: { of: ItemLine; meetingId: string }) => {
  const t = useWords()
  if (item.hidden) return <>{t("meetings.item.hidden")}</>
  return (
    <>
      <Link to={itemPath(meetingId, item.id)}>{item.title}</Link>
      {item.confidential && (
        <>
          {" "}
          <Mark kind="info">{t("meetings.item.confidential")}</Mark>
        </>
      )}
      {item.added_after && (
        <>
          {" "}
          <Mark kind="wait">{t("meetings.item.added_after")}</Mark>
        </>
      )}
    </>
  )
}

const Soft = ({ of: item }: { of: ItemLine }) => {
  const t = useWords()
  return [
    t(`meetings.purpose.${item.purpose}`),
    item.presenter_name,
    item.papers.length > 0 && t("meetings.item.papers", { count: item.papers.length }),
    item.matter_title,
    item.automatic && t("meetings.item.automatic"),
  ]
    .filter(Boolean)
    .join(" · ")
}

const Time = ({ of: item }: { of: ItemLine }) => {
  const t = useWords()
  const say = useFigures()
  return t("meetings.item.time", { begins: say.hour(item.begins), length: say.lasting(item.minutes) })
}

export const itemPath = (meetingId: string, itemId: string): string => `/reunions/${meetingId}/points/${itemId}`
