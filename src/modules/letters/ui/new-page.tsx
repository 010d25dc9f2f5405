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
import { picked } from "./incoming-fields.tsx"
import { LetterFields, saidIn } from "./letter-fields.tsx"

/** A letter: to whom, about what. ?a= a counterpart, ?dossier= a matter, ?repond= a letter that came. */
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
  const answersId = values["repond"]
  const came = useRead("incoming.read", { incomingId: answersId ?? "" }, { enabled: Boolean(answersId) }).data
  const more = useMemo(() => ({ bodyId }), [bodyId])
  if (!body) return <NotFound />
  if ((toId && !to) || (matterId && !matter) || (answersId && !came)) return <Waiting />
  return (
    <Reading of={kinds}>
      {({ kinds: all, may }) => {
        const models = all.find(({ kind }) => kind === "letter")?.models ?? []
        if (!may["texts.begin"]) return <NotFound />
        return (
          <Page
            title={t("letters.new")}
            lead={came ? t("letters.answers", { reference: came.letter.reference }) : body.name}
            crumbs={[{ words: t("letters.place"), to: "/courrier" }, { words: t("letters.new") }]}
          >
            <Sheet padded>
              <Form
                command="letters.begin"
                draft={`letters.begin.${bodyId}.${toId ?? matterId ?? answersId ?? ""}`}
                initial={{
                  author: person && { picked: true, id: person.id, words: person.name },
                  matter: matter && { picked: true, id: matter.id, words: matter.title },
                  ...(came && {
                    title: came.letter.about,
                    outside: picked(came.letter.outside_id, came.outside_name),
                    contact: picked(came.letter.contact_id, came.contact_name),
                    matter: picked(came.letter.matter_id, came.matter_title),
                    theirReference: came.letter.their_reference,
                    theirDay: came.letter.written_on,
                    confidential: came.letter.confidential,
                    answers: came.letter.id,
                    ...(came.letter.outside_id || came.letter.contact_id ? {} : { address: came.letter.sender }),
                  }),
                  ...(to && { [to.nature === "person" ? "contact" : "outside"]: picked(to.id, to.full_name) }),
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
