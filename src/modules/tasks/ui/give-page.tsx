import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Waiting } from "../../../shell/fault.tsx"
import { CheckField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useAddress, useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { useSession } from "../../../shell/session.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { TaskFields, taskOf } from "./task-fields.tsx"

/** A task for somebody, or for oneself. Where it comes from is in the address: ?decision=, ?reunion=, ?point=, ?dossier=. */
export const GivePage = () => {
  const t = useWords()
  const go = useGo()
  const { body } = useBody()
  const { person } = useSession()
  const { values } = useAddress()
  const matterId = values["dossier"]
  const matter = useRead("matters.read", { matterId: matterId ?? "" }, { enabled: Boolean(matterId) }).data
  if (!body || !person) return <NotFound />
  if (matterId && !matter) return <Waiting />
  return (
    <Page title={t("tasks.new.title")} crumbs={[{ words: t("tasks.place"), to: "/taches" }]} lead={body.name}>
      <Form
        command="tasks.give"
        draft={`tasks.give.${body.id}.${values["decision"] ?? values["point"] ?? values["reunion"] ?? values["dossier"] ?? ""}`}
        initial={{
          owner: { picked: true, id: person.id, words: person.name },
          matter: matter && { picked: true, id: matter.matter.id, words: matter.matter.title },
        }}
        input={(fields) => ({
          ...taskOf(fields),
          bodyId: body.id,
          confidential: fields["confidential"] === true,
          decisionId: values["decision"],
          meetingId: values["reunion"],
          itemId: values["point"],
        })}
        send={t("tasks.new.send")}
        onDone={({ taskId }) => {
          tell({ words: t("tasks.new.done") })
          go(values["decision"] ? `/decisions/${values["decision"]}` : `/taches/${taskId}`)
        }}
      >
        <TaskFields bodyId={body.id} />
        <CheckField
          name="confidential"
          label={t("tasks.field.confidential")}
          hint={t("tasks.field.confidential.hint")}
        />
      </Form>
    </Page>
  )
}
