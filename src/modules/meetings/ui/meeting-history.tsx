import { useId } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { WhoSees } from "../../../shell/who-sees.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { wallTime } from "../../../kernel/words/dates.ts"

type Day = ReadOf<"meetings.history">["days"][number]

/** What happened around a meeting, day by day, from the journal. */
export const MeetingHistory = ({ of: meetingId, zone }: { of: string; zone: string }) => {
  const t = useWords()
  const id = useId()
  const read = useRead("meetings.history", { meetingId })
  return (
    <section aria-labelledby={id} className="stack">
      <h2 id={id}>{t("shell.history")}</h2>
      <Reading of={read}>
        {({ days }) => (
          <>
            {days.length === 0 && <p className="soft">{t("shell.history.empty")}</p>}
            {days.slice(0, shown).map((day) => (
              <OneDay key={day.day} of={day} zone={zone} />
            ))}
            {days.length > shown && (
              <details>
                <summary>{t("meetings.history.before", { count: days.length - shown })}</summary>
                <div className="stack">
                  {days.slice(shown).map((day) => (
                    <OneDay key={day.day} of={day} zone={zone} />
                  ))}
                </div>
              </details>
            )}
          </>
        )}
      </Reading>
      <WhoSees kind="meeting" id={meetingId} />
    </section>
  )
}

// The day it was held, and what came of it since; how it was prepared is looked for less.
const shown = 2
// More titles than that are the agenda again.
const few = 3

const OneDay = ({ of: { day, lines }, zone }: { of: Day; zone: string }) => {
  const t = useWords()
  const say = useFigures()
  const hour = (at: string) => say.hour(wallTime(at, zone))
  return (
    <div className="stack tight">
      <h3>{say.day(day)}</h3>
      <ol className="life">
        {lines.map(({ name, by, count, first, last, items }) => {
          const event = t.named(`event.${name}`)
          const what = count > 1 ? t("meetings.history.times", { event, count }) : event
          const [from, to] = [hour(first), hour(last)]
          return (
            <li key={`${name} ${by}`}>
              {by ? t("meetings.history.by", { what, who: by }) : what}
              <span className="soft under">
                {[
                  from === to ? to : t("meetings.history.between", { from, to }),
                  items.length > few ? null : items.join(", "),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
