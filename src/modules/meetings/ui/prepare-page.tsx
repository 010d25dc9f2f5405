import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Facts } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { ThingGrants } from "../../mandates/ui/contract.tsx"
import { AgendaList, type MeetingRead, itemPath } from "./agenda-list.tsx"
import { MeetingPage, meetingPath, missingWords } from "./meeting-head.tsx"
import { Proposals } from "./proposals.tsx"
import { Second } from "./second.tsx"
import { MeetingHistory } from "./meeting-history.tsx"

/** Where a meeting is prepared: what is missing, its agenda, what was proposed, what happened. */
export const PreparePage = () => (
  <Reading of={useRead("meetings.read", { meetingId: useParam("meetingId") })}>{(of) => <Prepare of={of} />}</Reading>
)

const Prepare = ({ of }: { of: MeetingRead }) => {
  const t = useWords()
  const { meeting, may, missing } = of
  const prepares = may["agenda.add"] && meeting.state !== "closed" && meeting.state !== "cancelled"
  const isShown = prepares && meeting.state === "preparing" && !meeting.outside
  return (
    <MeetingPage
      of={meeting}
      shown="prepare"
      {...(isShown ? { missing: missingWords(missing, t), purpose: t("meetings.missing.purpose") } : {})}
      {...(isShown
        ? {
            main: (
              <Link className="button main" to={meetingPath(meeting.id, "convene")}>
                {t("meetings.prepare.next")}
              </Link>
            ),
          }
        : {})}
      side={<Side of={of} />}
      history={<MeetingHistory of={meeting.id} zone={meeting.zone} />}
    >
      {meeting.cancel_reason && <p>{t("meetings.head.cancelled", { reason: meeting.cancel_reason })}</p>}
      {isShown && of.second && <Second of={of.second} meeting={meeting} />}
      <AgendaList of={of} act={<AgendaActs of={of} />} />
      <Proposals of={of} />
    </MeetingPage>
  )
}

const AgendaActs = ({ of: { meeting, may, propose_until } }: { of: MeetingRead }) => {
  const t = useWords()
  const say = useFigures()
  const isDone = meeting.state === "closed" || meeting.state === "cancelled"
  return (
    <>
      {may["agenda.add"] && !isDone && (
        <Link className="button" to={itemPath(meeting.id, "nouveau")}>
          {t("meetings.prepare.add")}
        </Link>
      )}
      {may["agenda.propose"] && !may["agenda.add"] && (
        <>
          <Link className="button" to={`${meetingPath(meeting.id)}/proposer`}>
            {t("meetings.prepare.propose")}
          </Link>
          <span className="soft">{t("meetings.prepare.propose.until", { day: say.dayOfYear(propose_until) })}</span>
        </>
      )}
    </>
  )
}

const Side = ({ of: { meeting, type, may, propose_until } }: { of: MeetingRead }) => {
  const t = useWords()
  const say = useFigures()
  const mayChange = may["meetings.change"] && (meeting.state === "preparing" || meeting.state === "convened")
  return (
    <>
      <Facts
        of={[
          [t("meetings.fact.body"), meeting.body_name],
          type && [t("meetings.fact.type"), type.name],
          !meeting.outside && [t("meetings.fact.chair"), meeting.chair_name ?? t("meetings.fact.none")],
          !meeting.outside && [t("meetings.fact.scribe"), meeting.scribe_name ?? t("meetings.fact.none")],
          !meeting.outside && [
            t("meetings.fact.propose_until"),
            t("meetings.prepare.propose.until", { day: say.dayOfYear(propose_until) }),
          ],
        ]}
      />
      {mayChange && (
        <div className="bar">
          <Link className="button" to={meetingPath(meeting.id, "change")}>
            {t("meetings.prepare.change")}
          </Link>
          <Link className="button" to={meetingPath(meeting.id, "move")}>
            {t("meetings.prepare.move")}
          </Link>
        </div>
      )}
      {!meeting.outside && <ThingGrants thing="meeting" id={meeting.id} bodyId={meeting.body_id} />}
    </>
  )
}
