import { useMemo } from "react"
import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading, Waiting } from "../../../shell/fault.tsx"
import { CheckField, ChoiceField, DateField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useAddress, useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { useSession } from "../../../shell/session.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { MatterField } from "../../matters/ui/contract.tsx"
import { LetterFields, saidIn } from "./letter-fields.tsx"

/** A letter: to whom, about what. ?a= a counterpart, ?dossier= a matter. */
export const NewPage = () => {
  const t = useWords()
  const go = useGo()
  const { body } = useBody()
  const { person } = useSession()
  const { values } = useAddress()
  const bodyId = body?.id ?? ""
  const kinds = useRead("texts.kinds", { bodyId }, { enabled: Boolean(body) })
  const toId = values["a"]
  const to = useRead("counterparts.read", { counterpartId: toId ?? "" }, { enabled: Boolean(toId) }).data?.counterpart
  const matterId = values["dossier"]
  const matter = useRead("matters.read", { matterId: matterId ?? "" }, { enabled: Boolean(matterId) }).data?.matter
  const more = useMemo(() => ({ bodyId }), [bodyId])
  if (!body) return <NotFound />
  if ((toId && !to) || (matterId && !matter)) return <Waiting />
  const picked = to && { picked: true, id: to.id, words: to.full_name }
  return (
    <Reading of={kinds}>
      {({ kinds: all, may }) => {
        const models = all.find(({ kind }) => kind === "letter")?.models ?? []
        if (!may["texts.begin"]) return <NotFound />
        return (
          <Page
            title={t("letters.new")}
            lead={body.name}
            crumbs={[{ words: t("letters.place"), to: "/courrier" }, { words: t("letters.new") }]}
          >
            <Sheet padded>
              <Form
                command="letters.begin"
                draft={`letters.begin.${bodyId}.${toId ?? matterId ?? ""}`}
                initial={{
                  author: person && { picked: true, id: person.id, words: person.name },
                  matter: matter && { picked: true, id: matter.id, words: matter.title },
                  ...(to?.nature === "person" ? { contact: picked } : { outside: picked }),
                }}
                input={(said) => ({
                  bodyId,
                  title: String(said["title"] ?? ""),
                  authorId: said["author"]?.id ?? null,
                  matterId: said["matter"]?.id ?? null,
                  modelId: said["model"] || null,
                  confidential: said["confidential"] === true,
                  dueOn: said["dueOn"] || null,
                  ...saidIn(said),
                })}
                send={t("letters.begin")}
                onDone={({ textId }) => go(`/textes/${String(textId)}/ecrire`)}
              >
                <TextField name="title" label={t("letters.field.subject")} required />
                <PickField name="author" label={t("letters.field.author")} more={more} />
                {models.length > 0 && (
                  <ChoiceField
                    name="model"
                    label={t("texts.field.model")}
                    as="select"
                    options={models.map(({ id, name }) => ({ value: id, words: name }))}
                  />
                )}
                <LetterFields bodyId={bodyId} />
                <MatterField name="matter" label={t("texts.field.matter")} bodyId={bodyId} of="title" />
                <DateField name="dueOn" label={t("texts.field.due")} />
                <CheckField
                  name="confidential"
                  label={t("texts.field.confidential")}
                  hint={t("texts.field.confidential.hint")}
                />
              </Form>
            </Sheet>
          </Page>
        )
      }}
    </Reading>
  )
}
