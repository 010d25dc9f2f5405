import type { ReadOf } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Row, Rows } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { TaskMark } from "./due.tsx"

type Line = ReadOf<"tasks.list">["rows"][number]

/** A few tasks as lines, for the page of what they came from. */
export const TaskRows = ({ of }: { of: readonly Line[] }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Rows>
      {of.map((task) => (
        <Row
          key={task.id}
          soft={[
            task.owner_name ?? t("tasks.nobody"),
            task.due ? t("tasks.due_on", { day: say.dayOfYear(task.due) }) : t("tasks.no_day"),
          ].join(" · ")}
          end={<TaskMark of={task} />}
        >
          <Link to={`/taches/${task.id}`}>{task.what}</Link>
        </Row>
      ))}
    </Rows>
  )
}
