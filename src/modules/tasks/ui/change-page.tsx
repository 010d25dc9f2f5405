import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { TaskFields, taskOf } from "./task-fields.tsx"

export const ChangePage = () => (
  <Reading of={useRead("tasks.read", { taskId: useParam("taskId") })}>{(of) => <ChangeTask of={of} />}</Reading>
)

const ChangeTask = ({ of: { task, owner, helpers } }: { of: ReadOf<"tasks.read"> }) => {
  const t = useWords()
  const go = useGo()
  const page = `/taches/${task.id}`
  return (
    <Page
      title={t("tasks.change.title")}
      crumbs={[
        { words: t("tasks.place"), to: "/taches" },
        { words: task.what, to: page },
      ]}
    >
      <Form
        command="tasks.change"
        draft={`tasks.change.${task.id}`}
        initial={{
          what: task.what,
          owner: owner && picked(owner),
          helpers: helpers.map(picked),
          due: task.due ?? "",
          note: task.note,
          // One that the reader does not see keeps its place without its name.
          matter: task.matter_id && { picked: true, id: task.matter_id, words: task.matter_title ?? "…" },
        }}
        input={(values) => ({ taskId: task.id, ...taskOf(values) })}
        send={t("tasks.save")}
        onDone={() => go(page)}
      >
        <TaskFields bodyId={task.body_id} />
      </Form>
    </Page>
  )
}

const picked = ({ id, name }: { id: string; name: string }) => ({ picked: true, id, words: name })
