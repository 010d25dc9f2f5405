import type { ReactNode } from "react"
import type { AnswerOf, InputOf, ReadOf } from "../../../shell/api.ts"
import { CheckField, TextField } from "../../../shell/fields.tsx"
import { Form, type FormValues } from "../../../shell/form.tsx"
import { useGo } from "../../../shell/go.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Of = { of: ReadOf<"bodies.read"> }
type Command = "bodies.move" | "bodies.merge" | "bodies.split"

/** What changes the tree around a body, for whoever may: it goes elsewhere, goes on in another, or becomes several. */
export const BodyMoves = ({ of }: Of) => (
  <>
    {of.may["bodies.move"] && <Moving of={of} />}
    {of.may["bodies.merge"] && of.body.parent_id && <Merging of={of} />}
    {of.may["bodies.split"] && of.body.parent_id && <Splitting of={of} />}
  </>
)

const Moving = ({ of: { body } }: Of) => {
  const t = useWords()
  return (
    <Change
      command="bodies.move"
      title={t("secretariat.move")}
      lead={t("secretariat.move.lead")}
      input={(values) => ({ bodyId: body.id, underId: values["underId"]?.id })}
      done={() => t("secretariat.move.done")}
    >
      <BodyField name="underId" label={t("secretariat.move.under")} />
    </Change>
  )
}

const Merging = ({ of: { body } }: Of) => {
  const t = useWords()
  return (
    <Change
      command="bodies.merge"
      title={t("secretariat.merge")}
      lead={t("secretariat.merge.lead", { name: body.name })}
      input={(values) => ({
        bodyId: body.id,
        intoId: values["intoId"]?.id,
        people: idsOf(values["people"]),
        mandates: values["mandates"] === true,
      })}
      done={() => t("secretariat.merge.done")}
      then={({ intoId }) => intoId}
    >
      <BodyField name="intoId" label={t("secretariat.merge.into")} />
      <PeopleField bodyId={body.id} />
      <CheckField name="mandates" label={t("secretariat.merge.mandates")} />
    </Change>
  )
}

const Splitting = ({ of: { body } }: Of) => {
  const t = useWords()
  return (
    <Change
      command="bodies.split"
      title={t("secretariat.split")}
      lead={t("secretariat.split.lead", { name: body.name })}
      input={({ name, code, founderId, people, closes }) => ({
        bodyId: body.id,
        into: [{ name: String(name ?? ""), code: String(code ?? ""), founderId: founderId?.id, people: idsOf(people) }],
        closes: closes === true,
      })}
      done={({ name }) => t("secretariat.split.done", { name: String(name) })}
      then={({ bodyIds }) => bodyIds[0]!}
    >
      <TextField name="name" label={t("secretariat.bodies.name")} required />
      <TextField name="code" label={t("secretariat.bodies.code")} hint={t("secretariat.bodies.code.hint")} required />
      <PickField name="founderId" label={t("secretariat.bodies.founder")} more={{ bodyId: body.id }} required />
      <PeopleField bodyId={body.id} />
      <CheckField name="closes" label={t("secretariat.split.closes", { name: body.name })} />
    </Change>
  )
}

/** Folded until it is wanted; `then`: the body whose page comes after. */
const Change = <Name extends Command>({
  command,
  title,
  lead,
  input,
  done,
  then,
  children,
}: {
  command: Name
  title: string
  lead: string
  input: (values: FormValues) => InputOf<Name>
  done: (values: FormValues) => string
  then?: (answer: AnswerOf<Name>) => string
  children: ReactNode
}) => {
  const go = useGo()
  return (
    <details className="pad">
      <summary>{title}</summary>
      <p>{lead}</p>
      <Form
        command={command}
        draft={false}
        input={input}
        kind="plain"
        send={title}
        onDone={(answer, values) => {
          tell({ words: done(values) })
          if (then) go(`/secretariat/instances/${then(answer)}`)
        }}
      >
        {children}
      </Form>
    </details>
  )
}

const BodyField = ({ name, label }: { name: string; label: string }) => (
  <PickField
    name={name}
    label={label}
    read="bodies.tree"
    row={(one: ReadOf<"bodies.tree">["rows"][number]) => ({ id: one.id, words: one.name, soft: one.path.join(" · ") })}
    required
  />
)

const PeopleField = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  return (
    <PickField
      name="people"
      label={t("secretariat.merge.people")}
      hint={t("secretariat.merge.people.hint")}
      more={{ bodyId }}
      many
    />
  )
}

const idsOf = (picked: { id: string }[] = []): string[] => picked.map(({ id }) => id)
