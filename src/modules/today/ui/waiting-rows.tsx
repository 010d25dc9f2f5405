import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import type { CommandName, ReadOf } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Mark, Row, Rows } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { byKind } from "./kinds.ts"

type WaitingThing = ReadOf<"today.read">["waiting"][number]

/** One line each: what to do, until when, what it lacks, and the way there. */
export const WaitingRows = ({ of, today }: { of: readonly WaitingThing[]; today: string }) => (
  <Rows>
    {byKind(of).flatMap(({ key, shown, rest }) => [
      ...shown.map((thing) => <One key={`${thing.key} ${thing.at}`} of={thing} today={today} />),
      ...(rest.length > 0 ? [<Rest key={key} of={rest} today={today} />] : []),
    ])}
  </Rows>
)

/** How many more there are of a kind; it opens them. */
const Rest = ({ of, today }: { of: readonly WaitingThing[]; today: string }) => {
  const t = useWords()
  const [isOpen, open] = useState(false)
  if (isOpen) return of.map((thing) => <One key={thing.at} of={thing} today={today} />)
  return (
    <Row>
      <button type="button" className="button quiet" onClick={() => open(true)}>
        {t("today.kind.more", { count: of.length })}
      </button>
    </Row>
  )
}

const One = ({ of: thing, today }: { of: WaitingThing; today: string }) => {
  const t = useWords()
  const say = useFigures()
  const bodies = useSession().bodies ?? []
  const body = bodies.length > 1 ? bodies.find(({ id }) => id === thing.body_id)?.name : undefined
  // This year goes without saying.
  const dayOf = (day: string) => (day.slice(0, 4) === today.slice(0, 4) ? say.dayOfYear(day) : say.day(day))
  const facts = Object.fromEntries(
    Object.entries(thing.facts ?? {}).map(([name, value]) => [name, isDay(value) ? dayOf(value) : value]),
  )
  const sentence = t.named(thing.key, facts)
  const isLate = Boolean(thing.due && thing.due < today)
  const soft = [
    thing.due && <Due key="due" day={thing.due} today={today} />,
    thing.missing &&
      t(thing.missing.length > 0 ? "today.missing" : "today.missing.none", { count: thing.missing.length }),
    body,
  ].filter(Boolean)
  return (
    <Row
      soft={
        soft.length > 0 && (
          <>
            {soft.map((part, index) => (
              <span key={index}>
                {index > 0 && " · "}
                {part}
              </span>
            ))}
            {isLate && (
              <>
                {" "}
                <Mark kind="bad">{t("today.late.mark", { days: daysFrom(thing.due!, today) })}</Mark>
              </>
            )}
          </>
        )
      }
      end={
        <span className="bar">
          {thing.acts?.map(({ command, input, words }) => (
            <Act key={words} command={command as CommandName} input={input as never} kind="plain">
              {t.named(words)}
              <span className="unseen">, {sentence}</span>
            </Act>
          ))}
          {!thing.acts && (
            <Link className="button" to={thing.at} aria-label={`${t.named(thing.act)}, ${sentence}`}>
              {t.named(thing.act)}
            </Link>
          )}
        </span>
      }
    >
      <Link to={thing.at}>{sentence}</Link>
    </Row>
  )
}

const Due = ({ day, today }: { day: string; today: string }) => {
  const t = useWords()
  const say = useFigures()
  if (day < today) return t("today.late", { day: say.dayOfYear(day) })
  if (day === today) return t("today.due.today")
  return daysFrom(today, day) === 1 ? t("today.due.tomorrow") : t("today.due", { day: say.dayOfYear(day) })
}

const isDay = (value: string | number): value is string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)
const daysFrom = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
