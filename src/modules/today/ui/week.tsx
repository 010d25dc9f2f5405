import type { ReadOf } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type EntryLine = ReadOf<"today.read">["week"][number]

/** The meetings of the seven days to come, one under the other. What has no hour waits at the left already. */
export const Week = ({ of }: { of: readonly EntryLine[] }) => {
  const t = useWords()
  const meetings = of.filter(({ kind, state }) => kind === "meeting" && state !== "cancelled")
  return (
    <section className="side stack" aria-labelledby="semaine">
      <h2 id="semaine">{t("today.week")}</h2>
      {meetings.length === 0 ? (
        <p className="soft">{t("today.week.none")}</p>
      ) : (
        <ol className="life">
          {meetings.map((entry) => (
            <Entry key={entry.id} of={entry} />
          ))}
        </ol>
      )}
      <p>
        <Link to="/agenda">{t("today.week.all")}</Link>
      </p>
    </section>
  )
}

const Entry = ({ of: { id, at, title, day, starts, place, outside, going } }: { of: EntryLine }) => {
  const t = useWords()
  const say = useFigures()
  const soft = [
    `${say.dayOfYear(day)}${starts ? `, ${say.hour(starts)}` : ""}`,
    outside && going.length > 0 ? t("calendar.going", { names: going.join(", ") }) : place,
  ]
  return (
    <li key={id}>
      <Link to={at}>{title}</Link>
      <br />
      <span className="soft">{soft.filter(Boolean).join(" · ")}</span>
    </li>
  )
}
