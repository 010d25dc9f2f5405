import { Act } from "../../../shell/act.tsx"
import { type InputOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { RichText } from "../../../shell/rich-text.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { type MeetingHead, MeetingPage, meetingPath, missingWords } from "./meeting-head.tsx"
import { MeetingHistory } from "./meeting-history.tsx"
import type { Minutes, MinutesRead } from "./held.ts"
import { MinutesPreview } from "./minutes-preview.tsx"
import { MinutesSide } from "./minutes-side.tsx"
import { SavedText } from "../../../shell/saved-text.tsx"
import { NotesField } from "./notes-field.tsx"

/** Where the minutes are written: the words of the scribe, around what was noted, and the paper as it will print. */
export const WritePage = () => {
  const meetingId = useParam("meetingId")
  const minutes = useRead("minutes.read", { meetingId })
  return (
    <Reading of={useRead("meetings.read", { meetingId })}>
      {({ meeting }) => <Reading of={minutes}>{(of) => <Write meeting={meeting} of={of} />}</Reading>}
    </Reading>
  )
}

const Write = ({ meeting, of }: { meeting: MeetingHead; of: MinutesRead }) => {
  const t = useWords()
  if (!of.minutes)
    return (
      <MeetingPage of={meeting} shown="write">
        <p>{t(of.meeting_state === "closed" ? "meetings.write.waiting" : "meetings.write.not_yet")}</p>
      </MeetingPage>
    )
  const { minutes, may } = of
  const mayWrite = may["minutes.write"]
  return (
    <MeetingPage
      of={meeting}
      shown="write"
      {...(mayWrite ? { missing: missingWords(minutes.missing, t), purpose: t("meetings.write.purpose") } : {})}
      side={<MinutesSide of={of} minutes={minutes} meetingId={meeting.id} />}
      {...(may["minutes.circulate"] ? { main: <Circulate meetingId={meeting.id} of={of} minutes={minutes} /> } : {})}
      {...(of.state === "draft"
        ? {}
        : {
            main: (
              <Link className="button main" to={meetingPath(meeting.id, "approve")}>
                {t("meetings.write.corrections")}
              </Link>
            ),
          })}
      history={<MeetingHistory of={meeting.id} zone={meeting.zone} />}
    >
      {mayWrite && <Words meetingId={meeting.id} of={of} minutes={minutes} />}
      <Sheet title={t("meetings.write.preview")} padded>
        <MinutesPreview of={minutes.paper} />
      </Sheet>
    </MeetingPage>
  )
}

const Words = ({ meetingId, of, minutes }: { meetingId: string; of: MinutesRead; minutes: Minutes }) => {
  const t = useWords()
  const part = (name: "opening" | "closing") => (
    <SavedText
      command="minutes.write"
      draft={`minutes.write.${name}.${meetingId}`}
      text={minutes[name]}
      label={t(`meetings.write.${name}`)}
      input={(mine, base) => ({ meetingId, [name]: mine, base: { [name]: base } }) as InputOf<"minutes.write">}
    />
  )
  return (
    <Sheet title={t("meetings.write.words")} padded>
      {part("opening")}
      <div id="points" className="stack">
        {minutes.items.map((item, index) =>
          item.hidden ? (
            <p key={item.id} className="soft">
              {index + 1}. {t("meetings.item.hidden")}
            </p>
          ) : of.may["agenda.note"] ? (
            <ItemNotes key={item.id} item={item} title={`${index + 1}. ${item.title}`} />
          ) : (
            <div key={item.id}>
              <b>
                {index + 1}. {item.title}
              </b>
              {item.notes && <RichText of={item.notes} />}
            </div>
          ),
        )}
      </div>
      {part("closing")}
    </Sheet>
  )
}

// What was postponed rarely has notes: its field waits to be asked for.
const ItemNotes = ({ item, title }: { item: Minutes["items"][number]; title: string }) => {
  const t = useWords()
  if (item.outcome !== "postponed" || item.notes)
    return <NotesField itemId={item.id} notes={item.notes} label={title} />
  return (
    <details>
      <summary>
        {title} <span className="soft">{t("meetings.minutes.postponed")}</span>
      </summary>
      <NotesField itemId={item.id} notes={item.notes} label={t("meetings.hold.notes")} />
    </details>
  )
}

const Circulate = ({ meetingId, of, minutes }: { meetingId: string; of: MinutesRead; minutes: Minutes }) => {
  const t = useWords()
  return (
    <Act
      command="minutes.circulate"
      input={{ meetingId }}
      may={of.may}
      kind="main"
      confirm={{
        title: t("meetings.write.circulate"),
        words: t("meetings.write.circulate.words", { count: minutes.readers }),
      }}
      done={t("meetings.write.circulated")}
    >
      {t("meetings.write.circulate")}
    </Act>
  )
}
