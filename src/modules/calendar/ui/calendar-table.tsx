import { Act } from "../../../shell/act.tsx"
import type { ReadOf } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { type Span, weeksOf } from "./span.ts"

export type EntryLine = ReadOf<"calendar.between">["entries"][number]

/** Seven columns from Monday to Sunday. On a phone the days stand one under the other, and empty ones are left out. */
export const CalendarTable = ({ of: span, entries }: { of: Span; entries: readonly EntryLine[] }) => {
  const say = useFigures()
  const byDay = Map.groupBy(entries, ({ day }) => day)
  const weeks = weeksOf(span)
  return (
    <table className={`calendar ${span.kind}`} aria-labelledby="titre">
      <thead>
        <tr>
          {weeks[0]!.map((day) => (
            <th key={day} scope="col">
              {say.day(day).split(" ")[0]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <Day key={day} day={day} of={span} entries={byDay.get(day) ?? []} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Day = ({ day, of: span, entries }: { day: string; of: Span; entries: readonly EntryLine[] }) => {
  const say = useFigures()
  const isOther = span.kind === "month" && day.slice(0, 7) !== span.around.slice(0, 7)
  const classes = [day === today() && "now", isOther && "other", entries.length === 0 && "none"].filter(Boolean)
  return (
    <td className={classes.join(" ")}>
      <time dateTime={day} aria-current={day === today() ? "date" : undefined}>
        <span className="short" aria-hidden="true">
          {Number(day.slice(8))}
        </span>
        <span className="long">{say.dayOfYear(day)}</span>
      </time>
      {entries.length > 0 && (
        <ul>
          {entries.map((entry) => (
            <EntryItem key={`${entry.kind} ${entry.id}`} of={entry} inFull={span.kind === "week"} />
          ))}
        </ul>
      )}
    </td>
  )
}

const EntryItem = ({ of: entry, inFull }: { of: EntryLine; inFull: boolean }) => {
  const t = useWords()
  const say = useFigures()
  const { kind, title, starts, minutes, state, count } = entry
  const isOff = state === "cancelled" || (kind === "task" && state === "done")
  const words =
    kind === "meeting"
      ? title
      : kind === "dues" || kind === "reminder"
        ? t(`calendar.kind.${kind}`, { count })
        : t("calendar.named", { kind: t(`calendar.kind.${kind}`), title })
  return (
    <li className={["entry", kind, isOff && "off"].filter(Boolean).join(" ")}>
      <Link to={entry.at}>
        {starts && <span className="at">{inFull ? say.hours(starts, endOf(starts, minutes)) : say.hour(starts)} </span>}
        <span>{words}</span>
      </Link>
      <Details of={entry} inFull={inFull} />
      {inFull && <Answer of={entry} />}
    </li>
  )
}

/** One's answer, given from here until the meeting opens. */
const Answer = ({ of: { kind, state, invitation_id, answer } }: { of: EntryLine }) => {
  const t = useWords()
  if (kind !== "meeting" || state !== "convened" || !invitation_id) return null
  return (
    <span className="bar">
      {answer !== "present" && (
        <Act command="invitations.answer" input={{ invitationId: invitation_id, answer: "present" }}>
          {t("calendar.answer.come")}
        </Act>
      )}
      {answer !== "excused" && (
        <Act command="invitations.answer" input={{ invitationId: invitation_id, answer: "excused" }}>
          {t("calendar.answer.excuse")}
        </Act>
      )}
    </span>
  )
}

const Details = ({ of: entry, inFull }: { of: EntryLine; inFull: boolean }) => {
  const t = useWords()
  const { kind, state, outside, going, answer, invitation_id, place, body_name } = entry
  const isMeeting = kind === "meeting"
  const said = [
    state === "cancelled" && t("calendar.state.cancelled"),
    isMeeting && state === "preparing" && !outside && t("calendar.state.preparing"),
    kind === "task" && state === "done" && t("calendar.state.done"),
    isMeeting && outside && (going.length > 0 || entry.day >= today()) && goingWords(going, t),
    isMeeting && state === "convened" && invitation_id && t(`calendar.answer.${answer ?? "none"}`),
    inFull && isMeeting && place,
    inFull && body_name,
  ].filter(Boolean)
  return said.length > 0 ? <span className="soft">{said.join(" · ")}</span> : null
}

const goingWords = (going: readonly string[], t: ReturnType<typeof useWords>) =>
  going.length > 0 ? t("calendar.going", { names: going.join(", ") }) : t("calendar.going.nobody")

// Wall times: the end is told by the same clock, past midnight included.
const endOf = (starts: string, minutes: number) =>
  new Date(Date.parse(`${starts.slice(0, 16)}:00Z`) + minutes * 60_000).toISOString().slice(0, 16)
