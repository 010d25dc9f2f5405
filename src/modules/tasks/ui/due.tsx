import { Mark } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Dated = { due: string | null; is_late: boolean; state: "open" | "done" | "dropped" }

/** The day it is due, with its weekday, and how far away that is while it is open. */
export const Due = ({ of: { due, state } }: { of: Dated }) => {
  const t = useWords()
  const say = useFigures()
  if (!due) return <>{t("tasks.no_day")}</>
  return (
    <>
      <time dateTime={due}>{say.dayOfYear(due)}</time>
      {state === "open" && <span className="soft under">{say.relative(due)}</span>}
    </>
  )
}

/** Late, done or dropped, in a word; nothing for a task that simply waits. */
export const TaskMark = ({
  of: { is_late, state, confidential },
}: {
  of: { is_late: boolean; state: Dated["state"]; confidential?: boolean }
}) => {
  const t = useWords()
  return (
    <>
      {is_late && <Mark kind="bad">{t("tasks.late")}</Mark>}
      {state !== "open" && <Mark kind={state === "done" ? "good" : "wait"}>{t(`tasks.state.${state}`)}</Mark>}
      {confidential && <Mark>{t("tasks.confidential")}</Mark>}
    </>
  )
}
