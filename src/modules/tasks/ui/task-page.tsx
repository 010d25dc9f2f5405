import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useParam } from "../../../shell/go.tsx"
import { Linked } from "../../../shell/linked.tsx"
import { Page } from "../../../shell/page.tsx"
import { Facts, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { About } from "../../../shell/about.tsx"
import { Due, TaskMark } from "./due.tsx"

type Answer = ReadOf<"tasks.read">

/** A task: who does it, by when, where it comes from, and what was said about it. */
export const TaskPage = () => (
  <Reading of={useRead("tasks.read", { taskId: useParam("taskId") })}>{(of) => <OneTask of={of} />}</Reading>
)

const OneTask = ({ of }: { of: Answer }) => {
  const t = useWords()
  const { task, may } = of
  return (
    <Page
      title={task.what}
      crumbs={[{ words: t("tasks.place"), to: "/taches" }]}
      lead={task.body_name}
      marks={<TaskMark of={task} />}
      main={<MainAct of={of} />}
      side={<TaskFacts of={of} />}
      acts={<OtherActs of={of} />}
      history={<About kind="task" id={task.id} />}
    >
      {task.note && (
        <Sheet padded>
          <p className="lines">
            <Linked of={task.note} />
          </p>
        </Sheet>
      )}
      <Notes of={of} />
      {may["tasks.note"] && <AddNote taskId={task.id} />}
    </Page>
  )
}

const MainAct = ({ of: { task, may } }: { of: Answer }) => {
  const t = useWords()
  const input = { taskIds: [task.id] }
  if (task.state === "open" && !task.owner_id)
    return (
      <>
        <Act command="tasks.take" input={{ taskId: task.id }} may={may} kind="main" done={t("tasks.taken")}>
          {t("tasks.take")}
        </Act>
        {may["tasks.change"] && (
          <Link className="button" to={`/taches/${task.id}/modifier`}>
            {t("tasks.entrust")}
          </Link>
        )}
      </>
    )
  return task.state === "open" ? (
    <Act
      command="tasks.finish"
      input={input}
      may={may}
      kind="main"
      done={t("tasks.finished", { count: 1 })}
      undo={() => ({ command: "tasks.reopen", input })}
    >
      {t("tasks.finish")}
    </Act>
  ) : (
    <Act command="tasks.reopen" input={input} may={may} kind="plain">
      {t("tasks.reopen")}
    </Act>
  )
}

const OtherActs = ({ of: { task, may } }: { of: Answer }) => {
  const t = useWords()
  const input = { taskIds: [task.id] }
  if (task.state !== "open") return null
  return (
    <>
      {may["tasks.change"] && (
        <Link className="button" to={`/taches/${task.id}/modifier`}>
          {t("tasks.change")}
        </Link>
      )}
      <Act
        command="tasks.drop"
        input={input}
        may={may}
        done={t("tasks.dropped", { count: 1 })}
        undo={() => ({ command: "tasks.reopen", input })}
      >
        {t("tasks.drop")}
      </Act>
    </>
  )
}

const TaskFacts = ({ of: { task, owner, helpers } }: { of: Answer }) => {
  const t = useWords()
  const say = useFigures()
  const person = ({ id, name }: { id: string; name: string }) => (
    <Link key={id} to={`/personnes/${id}`}>
      {name}
    </Link>
  )
  return (
    <Facts
      of={[
        [t("tasks.field.owner"), owner ? person(owner) : t("tasks.nobody")],
        helpers.length > 0 && [t("tasks.field.helpers"), helpers.map((one, index) => [index > 0 && ", ", person(one)])],
        [t("tasks.field.due"), <Due key="due" of={task} />],
        task.decision_id !== null && [
          t("tasks.field.decision"),
          <Link key="decision" to={`/decisions/${task.decision_id}`}>
            {task.decision_number} · {task.decision_title}
          </Link>,
        ],
        task.meeting_id !== null &&
          task.meeting_title !== null && [
            t("tasks.field.meeting"),
            <Link key="meeting" to={`/reunions/${task.meeting_id}`}>
              {task.meeting_title}
              {task.meeting_starts && `, ${say.dayOnly(task.meeting_starts)}`}
            </Link>,
          ],
        task.matter_id !== null && [
          t("tasks.field.matter"),
          <Link key="matter" to={`/dossiers/${task.matter_id}`}>
            {task.matter_title}
          </Link>,
        ],
        task.given_by !== null && [t("tasks.field.given_by"), task.given_by],
        task.done_by_name !== null &&
          task.done_at !== null && [
            t(`tasks.closed_by.${task.state === "dropped" ? "dropped" : "done"}`),
            `${task.done_by_name}, ${say.ago(task.done_at)}`,
          ],
      ]}
    />
  )
}

const Notes = ({ of: { notes } }: { of: Answer }) => {
  const t = useWords()
  const say = useFigures()
  if (notes.length === 0) return null
  return (
    <Sheet title={t("tasks.notes")}>
      <Rows>
        {notes.map(({ id, text, at, by }) => (
          <Row key={id} soft={[by, say.ago(at)].filter(Boolean).join(" · ")}>
            <span className="lines">{text}</span>
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}

const AddNote = ({ taskId }: { taskId: string }) => {
  const t = useWords()
  return (
    <Form
      command="tasks.note"
      draft={`tasks.note.${taskId}`}
      input={({ text }) => ({ taskId, text })}
      send={t("tasks.note.send")}
      kind="plain"
    >
      <LongTextField name="text" label={t("tasks.note")} rows={2} required />
    </Form>
  )
}
