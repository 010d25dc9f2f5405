import { Act } from "../../../shell/act.tsx"
import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { Link, useAddress } from "../../../shell/go.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import type { Convocation } from "./convene-page.tsx"
import type { MeetingHead } from "./meeting-head.tsx"

type Invited = Convocation["invitations"][number]

/** What became of each letter, and what each person answered; the letters that wait to be posted come first. */
export const Answers = ({ meeting, of }: { meeting: MeetingHead; of: Convocation }) => {
  const t = useWords()
  const { values, set } = useAddress()
  const wanted = values["reponse"]
  const lines = of.invitations.filter((one) => !wanted || matches(one, wanted))
  // A reminder goes by e-mail alone: two days before the meeting, a letter comes too late.
  const silent = of.invitations.filter(({ means, answer }) => means === "email" && answer === null).length
  const toPost = [...of.invitations, ...of.withdrawn].filter(
    ({ means, state }) => means === "post" && state === "waiting",
  )
  return (
    <>
      {toPost.length > 0 && of.may["meetings.convene"] && <ToPost meeting={meeting} of={toPost} />}
      <Sheet title={t("meetings.answers.title")} aside={t("meetings.answers.count", { count: of.invitations.length })}>
        <div className="pad bar">
          {(["", "none", "present", "excused", "proxy", "trouble"] as const).map((filter) => (
            <button
              key={filter}
              type="button"
              className={(wanted ?? "") === filter ? "chip on" : "chip"}
              aria-pressed={(wanted ?? "") === filter}
              onClick={() => set({ reponse: filter || undefined })}
            >
              {t(`meetings.answers.filter.${filter || "all"}`)}
            </button>
          ))}
        </div>
        {meeting.state === "convened" && silent > 0 && of.may["invitations.remind"] && (
          <div className="pad bar">
            <Act
              command="invitations.remind"
              input={{ meetingId: meeting.id }}
              may={of.may}
              kind="plain"
              done={t("meetings.answers.reminded")}
            >
              {t("meetings.answers.remind", { count: silent })}
            </Act>
          </div>
        )}
        {lines.length === 0 ? (
          <Empty title={t("meetings.answers.nobody")} />
        ) : (
          <Rows>
            {lines.map((one) => (
              <Line key={one.id} of={one} meeting={meeting} may={of.may["meetings.convene"]} />
            ))}
          </Rows>
        )}
      </Sheet>
    </>
  )
}

const Line = ({ of: one, meeting, may }: { of: Invited; meeting: MeetingHead; may: boolean }) => {
  const t = useWords()
  const say = useFigures()
  const isPast = meeting.state === "closed"
  return (
    <Row
      soft={
        <>
          {left(one, t, say)}
          {one.answer_note && (
            <>
              <br />« {one.answer_note} »
            </>
          )}
        </>
      }
      end={
        <>
          {one.answer ? (
            <Mark {...(one.answer === "present" ? { kind: "good" as const } : {})}>
              {t(`meetings.answers.${isPast ? "past." : ""}${one.answer}`, { holder: one.holder_name ?? "" })}
            </Mark>
          ) : may && meeting.state === "convened" ? (
            <Note of={one} />
          ) : (
            <Mark kind="wait">{t(isPast ? "meetings.answers.past.none" : "meetings.answers.none")}</Mark>
          )}
        </>
      }
    >
      {one.name} {!one.voting && <Mark>{t(one.is_guest ? "meetings.guests.guest" : "meetings.convene.no_vote")}</Mark>}{" "}
      {isTrouble(one) && (
        <>
          <Mark kind="bad">{t(`meetings.answers.trouble.${one.state as Trouble}`)}</Mark>{" "}
          <Link to={`/secretariat/courrier/${one.sending_id}`}>{t("meetings.answers.mend")}</Link>
        </>
      )}
    </Row>
  )
}

/** What the secretary was told by telephone. */
const Note = ({ of: { id } }: { of: Invited }) => {
  const t = useWords()
  return (
    <span className="bar">
      <Act command="invitations.answer" input={{ invitationId: id, answer: "present" }}>
        {t("meetings.answers.note.present")}
      </Act>
      <Act command="invitations.answer" input={{ invitationId: id, answer: "excused" }}>
        {t("meetings.answers.note.excused")}
      </Act>
    </span>
  )
}

type Posted = Pick<Invited, "sending_id" | "address" | "name">

const ToPost = ({ meeting, of }: { meeting: MeetingHead; of: readonly Posted[] }) => {
  const t = useWords()
  const sendingIds = of.map(({ sending_id }) => sending_id!)
  return (
    <Sheet title={t("meetings.post.title", { count: of.length })}>
      <Rows>
        {of.map((one) => (
          <Row
            key={one.sending_id}
            soft={one.address?.replaceAll("\n", ", ") || t("meetings.post.by_hand")}
            end={
              <Act command="sendings.post" input={{ bodyId: meeting.body_id, sendingIds: [one.sending_id!] }}>
                {t("meetings.post.done")}
              </Act>
            }
          >
            {one.name}
          </Row>
        ))}
      </Rows>
      <div className="pad bar">
        <a className="button" href={`/reunions/${meeting.id}/lettres.pdf`} target="_blank" rel="noreferrer">
          {t("meetings.post.print", { count: of.length })}
        </a>
        <Act command="sendings.post" input={{ bodyId: meeting.body_id, sendingIds }}>
          {t("meetings.post.all_done")}
        </Act>
      </div>
    </Sheet>
  )
}

const troubles = ["refused", "given_up", "unknown", "bounced"] as const
type Trouble = (typeof troubles)[number]
const isTrouble = ({ state }: Invited) => (troubles as readonly (string | null)[]).includes(state)

const matches = (one: Invited, wanted: string) =>
  wanted === "trouble" ? isTrouble(one) : wanted === "none" ? one.answer === null : one.answer === wanted

/** "Courriel accepté le 2 mai, 10 h · dario@lisle.example", with the server's words when there is trouble. */
const left = (one: Invited, t: Translate, say: ReturnType<typeof useFigures>): string =>
  [
    one.state
      ? t.named(`meetings.sending.${wordOf(one)}`, {
          at: one.sent_at ? say.ago(one.sent_at) : "",
        })
      : t("meetings.sending.none"),
    one.next_at && one.server_answer ? t("meetings.sending.again", { at: say.ago(one.next_at) }) : null,
    one.address?.replaceAll("\n", ", "),
    one.state === "accepted" || one.state === "printed" || isOurs(one) ? null : (one.bounce ?? one.server_answer),
  ]
    .filter(Boolean)
    .join(" · ")

/** The word for what became of a letter, under `meetings.sending`. */
export const wordOf = (one: Pick<Invited, "state" | "server_answer"> & { means: string | null }) =>
  one.means === "post" && one.state === "waiting"
    ? "to_post"
    : one.server_answer === "restored"
      ? "restored"
      : one.state

// No server said these: the application that was stopped while it sent, or the backup that was put back.
const isOurs = ({ server_answer }: Invited) => server_answer === "interrupted" || server_answer === "restored"
