import { Act } from "../../../shell/act.tsx"
import { ChoiceField, TextField, TimeField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Facts, Mark, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { wallTime } from "../../../kernel/words/dates.ts"
import type { Held } from "./held.ts"
import { type MeetingHead, meetingPath } from "./meeting-head.tsx"

/** An instant on the clock of the room. */
export const useClock = ({ zone }: Pick<Held, "zone">): ((at: string) => string) => {
  const say = useFigures()
  return (at) => say.hour(wallTime(at, zone))
}

/** "24 présents · quorum 22", with how it was counted and how it changed. */
export const QuorumFacts = ({ of }: { of: Held }) => {
  const t = useWords()
  const clock = useClock(of)
  const { quorum } = of
  const asks = quorum.required > 0
  return (
    <>
      <p>
        <Mark {...(asks ? { kind: quorum.reached ? "good" : "bad" } : {})}>
          {t(asks ? "meetings.hold.quorum" : "meetings.hold.present", {
            count: quorum.present,
            represented: quorum.represented,
            required: quorum.required,
          })}
        </Mark>
      </p>
      <OutOfTime of={of} />
      {quorum.rule.asked && <p className="soft">{t("meetings.minutes.quorum.unknown")}</p>}
      {quorum.second.words && <Second of={of} />}
      {quorum.second.too_soon && !quorum.reached && <p>{quorum.second.too_soon}</p>}
      {quorum.waiver && <p>{t("meetings.minutes.quorum.waived", { reason: quorum.waiver })}</p>}
      <div className="law">
        <details>
          <summary className="soft">{t("meetings.hold.how")}</summary>
          <ol>
            {quorum.explanation.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {quorum.rule.source && <p className="soft">{quorum.rule.source}</p>}
        </details>
        {of.over_time.length > 1 && (
          <details>
            <summary className="soft">{t("meetings.hold.over_time")}</summary>
            <ol>
              {of.over_time.map(({ at, counted, reached }) => (
                <li key={at}>
                  {t("meetings.hold.over_time.line", { at: clock(at), counted, reached: String(reached) })}
                </li>
              ))}
            </ol>
          </details>
        )}
      </div>
      <Facts
        of={[
          of.opened_at !== null && [t("meetings.hold.opened_at"), clock(of.opened_at)],
          of.closed_at !== null && [t("meetings.hold.closed_at"), clock(of.closed_at)],
          of.majority.words !== null && [t("meetings.hold.majority"), of.majority.words],
          of.proxies_rule.words !== null && [t("meetings.hold.proxies"), of.proxies_rule.words],
        ]}
      />
      {of.state === "open" && asks && !quorum.reached && <Waiver of={of} />}
    </>
  )
}

/** What the meeting must say first: that it was urgent, or that its convocation was irregular. */
const OutOfTime = ({ of }: { of: Held }) => {
  const t = useWords()
  const { urgency, irregular, recognised_by } = of.convened_out_of_time
  return (
    <>
      {urgency && (
        <p>
          <Mark kind="wait">{t("meetings.letter.urgency.stamp")}</Mark>{" "}
          {recognised_by ? t("meetings.letter.urgency.recognised", { reason: urgency, rule: recognised_by }) : urgency}
        </p>
      )}
      {irregular && (
        <p>
          <Mark kind="bad">{t("meetings.letter.irregular.stamp")}</Mark> {irregular}
        </p>
      )}
    </>
  )
}

/** The meeting it takes up again, and the way back when the wrong one was named. */
const Second = ({ of: { quorum, meeting_id, may, state } }: { of: Held }) => {
  const t = useWords()
  const { words, first_id, named } = quorum.second
  return (
    <>
      <p>{words}</p>
      <p>
        {first_id && <Link to={meetingPath(first_id, "hold")}>{t("meetings.hold.second.see")}</Link>}{" "}
        {named && state === "open" && (
          <Act command="meetings.nameFirst" input={{ meetingId: meeting_id, firstId: null }} may={may}>
            {t("meetings.hold.second.not")}
          </Act>
        )}
      </p>
    </>
  )
}

/** The number lacks: a second convocation that was not found by itself, or a reason that the rulebook does not know. */
const Waiver = ({ of }: { of: Held }) => {
  if (!of.may["meetings.waiveQuorum"]) return null
  return (
    <>
      {!of.quorum.second.words && <NameFirst of={of} />}
      <WrittenReason of={of} />
    </>
  )
}

const NameFirst = ({ of }: { of: Held }) => {
  const t = useWords()
  const say = useFigures()
  const { asked, before } = of.quorum.second
  if (asked)
    return (
      <p className="soft">
        {t("meetings.hold.second.asked")} <Link to="/secretariat/reglement">{t("meetings.hold.second.answer")}</Link>
      </p>
    )
  if (before.length === 0) return null
  return (
    <details>
      <summary>{t("meetings.hold.second.name")}</summary>
      <Form
        command="meetings.nameFirst"
        kind="plain"
        draft={false}
        send={t("meetings.hold.second.send")}
        input={({ firstId }) => ({ meetingId: of.meeting_id, firstId })}
      >
        <ChoiceField
          name="firstId"
          label={t("meetings.hold.second.which")}
          as="select"
          required
          options={before.map(({ id, title, starts }) => ({ value: id, words: `${title}, ${say.dayOnly(starts)}` }))}
        />
      </Form>
    </details>
  )
}

const WrittenReason = ({ of }: { of: Held }) => {
  const t = useWords()
  if (of.quorum.waiver)
    return (
      <Act command="meetings.waiveQuorum" input={{ meetingId: of.meeting_id, reason: null }} may={of.may}>
        {t("meetings.hold.waive.not")}
      </Act>
    )
  return (
    <details>
      <summary>{t("meetings.hold.waive")}</summary>
      <Form
        command="meetings.waiveQuorum"
        kind="plain"
        send={t("meetings.hold.waive.send")}
        input={({ reason }) => ({ meetingId: of.meeting_id, reason })}
      >
        <TextField
          name="reason"
          label={t("meetings.hold.waive.reason")}
          hint={t("meetings.hold.waive.hint")}
          required
        />
      </Form>
    </details>
  )
}

/** Opens the meeting: who chairs, who writes. */
export const OpenForm = ({ meeting, of }: { meeting: MeetingHead; of: Held }) => {
  const t = useWords()
  const picked = (id: string | null, words: string | null) => (id && words ? { picked: true, id, words } : null)
  return (
    <Sheet title={t("meetings.hold.open.title")} padded>
      <Form
        command="meetings.open"
        initial={{
          chair: picked(meeting.chair_id, meeting.chair_name),
          scribe: picked(meeting.scribe_id, meeting.scribe_name),
        }}
        input={({ chair, scribe, at }) => ({
          meetingId: of.meeting_id,
          chairId: chair?.id,
          scribeId: scribe?.id ?? null,
          at: at || null,
        })}
        send={t("meetings.hold.open")}
        // The form goes with the act: whoever acts by the keyboard is back at the title, not nowhere.
        onDone={() => document.getElementById("titre")?.focus()}
      >
        <PickField name="chair" label={t("meetings.field.chair")} more={{ bodyId: meeting.body_id }} required />
        <PickField name="scribe" label={t("meetings.field.scribe")} more={{ bodyId: meeting.body_id }} />
        <TimeField name="at" label={t("meetings.hold.open.at")} hint={t("meetings.hold.open.at.hint")} />
      </Form>
    </Sheet>
  )
}
