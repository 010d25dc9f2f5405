import { Act } from "../../../shell/act.tsx"
import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { TimeField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useAddress, useParam } from "../../../shell/go.tsx"
import { Empty, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { Held, HeldItem } from "./held.ts"
import { Outcome } from "./hold-outcome.tsx"
import { HoldItem } from "./hold-item.tsx"
import { HoldPeople } from "./hold-people.tsx"
import { OpenForm, QuorumFacts, useClock } from "./hold-room.tsx"
import { type MeetingHead, MeetingPage, meetingPath } from "./meeting-head.tsx"
import { MeetingHistory } from "./meeting-history.tsx"

/** Where a meeting is held: who is here, the quorum, one item at a time. */
export const HoldPage = () => {
  const meetingId = useParam("meetingId")
  const held = useRead("attendance.read", { meetingId })
  return (
    <Reading of={useRead("meetings.read", { meetingId })}>
      {({ meeting }) => <Reading of={held}>{(of) => <Hold meeting={meeting} of={of} />}</Reading>}
    </Reading>
  )
}

const views = ["point", "presences", "points"] as const

const Hold = ({ meeting, of }: { meeting: MeetingHead; of: Held }) => {
  const t = useWords()
  const { values, set } = useAddress()
  const isOpen = of.state === "open"
  const isBefore = of.state === "preparing" || of.state === "convened"
  const view = views.find((one) => one === values["vue"]) ?? (isBefore ? "presences" : isOpen ? "point" : "points")
  const current = currentOf(of, values["point"])
  const select = (itemId: string) => set({ point: itemId, vue: "point" })
  return (
    <MeetingPage
      of={meeting}
      shown="hold"
      side={<QuorumFacts of={of} />}
      {...(current && isOpen ? { main: <NextAct of={of} current={current} onGo={select} /> } : {})}
      {...(of.state === "closed" ? { main: <WriteLink of={of} /> } : {})}
      history={<MeetingHistory of={meeting.id} zone={meeting.zone} />}
    >
      {of.has_come && isBefore && of.may["meetings.open"] && <OpenForm meeting={meeting} of={of} />}
      {!of.has_come && isBefore && <p className="soft">{t("meetings.hold.not_today")}</p>}
      <nav className="bar" aria-label={t("meetings.hold.views")}>
        {views.map((one) => (
          <button
            key={one}
            type="button"
            className={one === view ? "chip on" : "chip"}
            aria-current={one === view ? "true" : undefined}
            onClick={() => set({ vue: one })}
          >
            {t(`meetings.hold.view.${one}`, { count: of.people.filter(({ here }) => here).length })}
          </button>
        ))}
      </nav>
      {view === "presences" && <HoldPeople of={of} bodyId={meeting.body_id} />}
      {view === "point" && (current ? <HoldItem key={current.id} of={of} item={current} /> : <NoItem />)}
      {view === "points" && <AllItems of={of} onGo={select} />}
    </MeetingPage>
  )
}

/** The item that was asked for; else the one that is open, else the first that is not done. */
const currentOf = ({ items }: Held, asked: string | undefined): HeldItem | undefined =>
  items.find(({ id }) => id === asked) ??
  items.find(({ opened_at, closed_at }) => opened_at && !closed_at) ??
  items.find(({ opened_at, outcome }) => !opened_at && !outcome) ??
  items[0]

const NextAct = ({ of, current, onGo }: { of: Held; current: HeldItem; onGo: (itemId: string) => void }) => {
  const t = useWords()
  const isOpen = current.opened_at !== null && current.closed_at === null
  const isLeft = ({ closed_at, outcome }: HeldItem) => !closed_at && !outcome
  const place = of.items.indexOf(current)
  const after = of.items.slice(place + 1).find(isLeft) ?? of.items.slice(0, place).find(isLeft)
  const next = isOpen ? after : current.closed_at ? after : current
  if (next)
    return (
      <Act command="agenda.start" input={{ itemId: next.id }} may={of.may} kind="main" onDone={() => onGo(next.id)}>
        {t(next === current ? "meetings.hold.start" : "meetings.hold.next", { n: of.items.indexOf(next) + 1 })}
      </Act>
    )
  return <CloseAct of={of} kind="main" />
}

export const CloseAct = ({ of, kind }: { of: Held; kind: "main" | "plain" }) => {
  const t = useWords()
  const left = of.items.filter(({ opened_at, outcome }) => !opened_at && !outcome).length
  if (!of.is_today && of.may["meetings.close"])
    return (
      <Form
        command="meetings.close"
        kind={kind}
        draft={false}
        send={t("meetings.hold.close")}
        input={({ at }) => ({ meetingId: of.meeting_id, at: at || null })}
      >
        <TimeField name="at" label={t("meetings.hold.closed_at")} required />
      </Form>
    )
  return (
    <Act
      command="meetings.close"
      input={{ meetingId: of.meeting_id }}
      may={of.may}
      kind={kind}
      done={t("meetings.hold.closed")}
      undo={() => ({ command: "meetings.reopen", input: { meetingId: of.meeting_id } })}
      {...(left > 0
        ? { confirm: { title: t("meetings.hold.close"), words: t("meetings.hold.close.left", { count: left }) } }
        : {})}
    >
      {t("meetings.hold.close")}
    </Act>
  )
}

const WriteLink = ({ of }: { of: Held }) => {
  const t = useWords()
  const isWritten = of.minutes_state === "circulated" || of.minutes_state === "approved"
  return (
    <>
      {of.may["agenda.note"] && (
        <Link className="button main" to={meetingPath(of.meeting_id, isWritten ? "approve" : "write")}>
          {t(isWritten ? "meetings.hold.read" : "meetings.hold.write")}
        </Link>
      )}
      {!isWritten && (
        <Act command="meetings.reopen" input={{ meetingId: of.meeting_id }} may={of.may}>
          {t("meetings.hold.reopen")}
        </Act>
      )}
    </>
  )
}

const NoItem = () => {
  const t = useWords()
  return (
    <Sheet>
      <Empty title={t("meetings.prepare.agenda.empty")} />
    </Sheet>
  )
}

const AllItems = ({ of, onGo }: { of: Held; onGo: (itemId: string) => void }) => {
  const t = useWords()
  const clock = useClock(of)
  const say = useFigures()
  return (
    <Sheet
      title={t("meetings.prepare.agenda")}
      aside={of.state === "open" ? <CloseAct of={of} kind="plain" /> : undefined}
    >
      <Rows numbered>
        {of.items.map((item, index) => (
          <Row
            key={item.id}
            n={index + 1}
            soft={[
              item.hidden ? null : item.presenter_name,
              ...item.decisions.map(({ number }) => t("meetings.hold.decision", { number })),
            ]
              .filter(Boolean)
              .join(" · ")}
            end={item.opened_at ? clock(item.opened_at) : say.lasting(item.minutes)}
          >
            {item.hidden ? (
              t("meetings.item.hidden")
            ) : (
              <button type="button" className="linklike" onClick={() => onGo(item.id)}>
                {item.title}
              </button>
            )}{" "}
            <Outcome of={item} />
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
