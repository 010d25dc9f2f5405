import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { useParam } from "../../../shell/go.tsx"
import { Law } from "../../../shell/law.tsx"
import { Facts, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { Answers } from "./convene-answers.tsx"
import { Guests } from "./convene-guests.tsx"
import { ConveneForm } from "./convene-form.tsx"
import { Second } from "./second.tsx"
import { Strays } from "./convene-strays.tsx"
import { MeetingPage, type MeetingHead, missingWords } from "./meeting-head.tsx"
import { MeetingHistory } from "./meeting-history.tsx"
import { OwnAnswer } from "./own-answer.tsx"

export type Convocation = ReadOf<"meetings.convocation">

/** Where a meeting is convened: until when, whom, what leaves; then what became of each letter, and who comes. */
export const ConvenePage = () => {
  const meetingId = useParam("meetingId")
  const convocation = useRead("meetings.convocation", { meetingId })
  return (
    <Reading of={useRead("meetings.read", { meetingId })}>
      {({ meeting }) => <Reading of={convocation}>{(of) => <Convene meeting={meeting} of={of} />}</Reading>}
    </Reading>
  )
}

const Convene = ({ meeting, of }: { meeting: MeetingHead; of: Convocation }) => {
  const t = useWords()
  const isToDo = meeting.state === "preparing" && of.may["meetings.convene"]
  const invites = of.may["guests.invite"] && !meeting.outside && ["preparing", "convened"].includes(meeting.state)
  return (
    <MeetingPage
      of={meeting}
      shown="convene"
      {...(isToDo ? { missing: missingWords(of.missing, t), purpose: t("meetings.missing.purpose") } : {})}
      side={<Side meeting={meeting} of={of} />}
      history={<MeetingHistory of={meeting.id} zone={meeting.zone} />}
    >
      {of.mine && meeting.state === "convened" && <OwnAnswer of={of.mine} />}
      {of.second && of.may["meetings.convene"] && <Second of={of.second} meeting={meeting} />}
      {isToDo && <ConveneForm meeting={meeting} of={of} />}
      {isToDo && <People of={of} />}
      {invites && isToDo && <Guests meeting={meeting} of={of} />}
      {of.changed_items > 0 && of.may["meetings.sendChanges"] && <Changed meeting={meeting} of={of} />}
      {of.strays.length > 0 && <Strays of={of} />}
      {!isToDo && of.invitations.length > 0 && <Answers meeting={meeting} of={of} />}
      {invites && !isToDo && <Guests meeting={meeting} of={of} />}
    </MeetingPage>
  )
}

/** What those convened have not seen yet. The rulebook’s word on urgency stands beside, since such an item is often not to be decided. */
const Changed = ({ meeting, of }: { meeting: MeetingHead; of: Convocation }) => {
  const t = useWords()
  return (
    <Sheet title={t("meetings.changed.title", { count: of.changed_items })} padded>
      <p>{of.urgency ? t("meetings.changed.urgency", { rule: of.urgency.words }) : t("meetings.changed.lead")}</p>
      <Act
        command="meetings.sendChanges"
        input={{ meetingId: meeting.id }}
        may={of.may}
        kind="plain"
        confirm={{
          title: t("meetings.changed.send", { count: of.counts.people }),
          words: t("meetings.changed.confirm"),
        }}
      >
        {t("meetings.changed.send", { count: of.counts.people })}
      </Act>
    </Sheet>
  )
}

const Side = ({ meeting, of }: { meeting: MeetingHead; of: Convocation }) => {
  const t = useWords()
  const { deadline, counts, quorum, proxies, answers } = of
  const isPreparing = meeting.state === "preparing"
  return (
    <>
      {isPreparing && deadline?.last_day && (
        <Law
          of={{
            words: t("meetings.convene.last_day"),
            last_day: deadline.last_day,
            rule: deadline.words,
            source:
              deadline.article ??
              (deadline.decided_by ? t("meetings.convene.decided_by", { text: deadline.decided_by }) : null),
            steps: deadline.steps,
            late: of.is_late,
          }}
        />
      )}
      {isPreparing && deadline && !deadline.last_day && <p className="soft">{t("meetings.convene.notice_unknown")}</p>}
      {isPreparing && !deadline && <p className="soft">{t("meetings.convene.no_notice")}</p>}
      {of.reasons.urgency && (
        <p>
          <Mark kind="wait">{t("meetings.letter.urgency.stamp")}</Mark> {of.reasons.urgency}
        </p>
      )}
      {of.reasons.irregular && (
        <p>
          <Mark kind="bad">{t("meetings.letter.irregular.stamp")}</Mark> {of.reasons.irregular}
        </p>
      )}
      <Facts
        of={[
          [
            t("meetings.convene.people"),
            t("meetings.convene.people.count", { count: counts.people, voting: counts.voting }),
          ],
          [t("meetings.convene.by_mail"), String(counts.by_mail)],
          counts.by_post > 0 && [t("meetings.convene.by_post"), String(counts.by_post)],
          quorum && [
            t("meetings.convene.quorum"),
            quorum.required ? t("meetings.convene.quorum.count", { count: quorum.required }) : quorum.words,
          ],
          proxies && [t("meetings.convene.proxies"), proxies.words],
          !isPreparing && [t("meetings.convene.present"), String(answers.present)],
          !isPreparing && [t("meetings.convene.excused"), String(answers.excused)],
          !isPreparing && answers.proxy > 0 && [t("meetings.convene.represented"), String(answers.proxy)],
          !isPreparing && [t("meetings.convene.silent"), String(answers.none)],
        ]}
      />
    </>
  )
}

const People = ({ of: { people } }: { of: Convocation }) => {
  const t = useWords()
  return (
    <Sheet title={t("meetings.convene.list")} aside={t("meetings.convene.list.count", { count: people.length })}>
      <Rows>
        {people.map((person) => (
          <Row
            key={person.person_id}
            soft={person.functions.join(", ")}
            end={
              <>
                {!person.voting && (
                  <Mark>{t(person.is_guest ? "meetings.guests.guest" : "meetings.convene.no_vote")}</Mark>
                )}{" "}
                <span className="soft">{t(`meetings.convene.means.${person.means ?? "hand"}`)}</span>
              </>
            }
          >
            {person.name}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
