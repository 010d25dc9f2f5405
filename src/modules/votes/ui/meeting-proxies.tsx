import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Mark, Row, Rows } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

type It = ReadOf<"votes.operation">

/** What was handed in at the meeting, beside what is noted here: what is new is taken over at once, what differs is shown. */
export const MeetingProxies = ({ of: { operation, meeting, may } }: { of: It }) =>
  meeting && may["votes.takeOverProxies"] === true ? <Lines operationId={operation.id} may={may} /> : null

const Lines = ({ operationId, may }: { operationId: string; may: It["may"] }) => {
  const t = useWords()
  const { data } = useRead("votes.meetingProxies", { operationId }, { keepPrevious: true })
  const lines = data?.lines ?? []
  if (!lines.some(({ standing }) => standing !== "here_only")) return null
  const fresh = lines.filter(({ standing }) => standing === "new")
  return (
    <section className="stack">
      <h3>{t("votes.proxies.meeting")}</h3>
      <Rows>
        {lines.map((one) => (
          <Row
            key={one.giver_id}
            soft={one.why ?? undefined}
            end={
              <Mark
                {...(one.standing === "there"
                  ? { kind: "good" }
                  : one.standing === "here_only"
                    ? {}
                    : { kind: "wait" })}
              >
                {t(`votes.proxies.meeting.${one.standing}`)}
              </Mark>
            }
            below={
              (one.standing === "ended" || one.standing === "differs") && (
                <Act
                  command="votes.withdrawProxy"
                  input={{ operationId, giverId: one.giver_id }}
                  done={t("votes.proxy.withdrawn")}
                >
                  {t("votes.proxy.withdraw_here")}
                </Act>
              )
            }
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
