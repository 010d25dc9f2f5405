import { Act } from "../../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../../shell/api.ts"
import { Mark, Row, Rows } from "../../../../shell/sheet.tsx"
import { useWords } from "../../../../shell/use-words.ts"

type It = ReadOf<"votes.operation">
type Compared = ReadOf<"votes.meetingProxies">
type Line = Compared["lines"][number]
const wait = { kind: "wait" } as const
const marks = { new: wait, refused: wait, differs: wait, ended: wait, there: { kind: "good" }, here_only: {} } as const

/** What was handed in at the meeting, beside what is noted here: what is new is taken over at once, what differs is shown. */
export const MeetingProxies = ({ of: { operation, meeting, may } }: { of: It }) =>
  meeting && may["votes.takeOverProxies"] === true ? <Lines operationId={operation.id} may={may} /> : null

const Lines = ({ operationId, may }: { operationId: string; may: It["may"] }) => {
  const t = useWords()
  const { data } = useRead("votes.meetingProxies", { operationId }, { keepPrevious: true })
  const lines = data?.lines ?? []
  const hands = data?.may["attendance.handProxy"] === true
  if (!data || !lines.some(({ standing }) => hands || standing !== "here_only")) return null
  const fresh = lines.filter(({ standing }) => standing === "new")
  return (
    <section className="stack">
      <h3>{t("votes.proxies.meeting")}</h3>
      <Rows>
        {lines.map((one) => (
          <Row
            key={one.giver_id}
            soft={one.why ?? undefined}
            end={<Mark {...marks[one.standing]}>{t(`votes.proxies.meeting.${one.standing}`)}</Mark>}
            below={<LineAct of={data} line={one} operationId={operationId} />}
          >
            {t("votes.proxy.of", { giver: one.giver, holder: one.holder })}
          </Row>
        ))}
      </Rows>
      {fresh.length > 0 && (
        <Act
          command="votes.takeOverProxies"
          input={{
            operationId,
            proxies: fresh.map(({ giver_id, holder_id }) => ({ giverId: giver_id, holderId: holder_id })),
          }}
          may={may}
          kind="main"
          done={t("votes.proxies.meeting.done", { count: fresh.length })}
        >
          {t("votes.proxies.meeting.take", { count: fresh.length })}
        </Act>
      )}
    </section>
  )
}

/** What differs is withdrawn here; what was noted here alone is handed in at the meeting, where its quorum counts it. */
const LineAct = ({ of, line, operationId }: { of: Compared; line: Line; operationId: string }) => {
  const t = useWords()
  const { giver_id: giverId, holder_id: holderId, standing } = line
  if (standing === "here_only" && of.may["attendance.handProxy"] === true)
    return (
      <Act command="attendance.handProxy" input={{ meetingId: of.meeting_id!, giverId, holderId }} may={of.may}>
        {t("votes.proxies.meeting.hand")}
      </Act>
    )
  if (standing !== "ended" && standing !== "differs") return null
  return (
    <Act command="votes.withdrawProxy" input={{ operationId, giverId }} done={t("votes.proxy.withdrawn")}>
      {t("votes.proxy.withdraw_here")}
    </Act>
  )
}
