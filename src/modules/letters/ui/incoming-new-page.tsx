import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading, Waiting } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { useAddress, useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useWords } from "../../../shell/use-words.ts"
import { IncomingFields, picked, toldIn } from "./incoming-fields.tsx"

/** A letter that came. ?repond= the letter of ours that it answers. */
export const IncomingNewPage = () => {
  const t = useWords()
  const go = useGo()
  const { body } = useBody()
  const { values } = useAddress()
  const answersId = values["repond"]
  const ours = useRead("letters.read", { textId: answersId ?? "" }, { enabled: Boolean(answersId) }).data
  const list = useRead("letters.list", { bodyId: body?.id ?? "", limit: 1 }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  if (answersId && !ours) return <Waiting />
  return (
    <Reading of={list}>
      {({ may }) =>
        may["incoming.register"] ? (
          <Page
            title={t("incoming.new")}
            lead={ours ? t("incoming.answers", { title: ours.text.title }) : body.name}
            crumbs={[{ words: t("letters.place"), to: "/courrier" }, { words: t("incoming.new") }]}
          >
            <Sheet padded>
              <Form
                command="incoming.register"
                draft={`incoming.register.${body.id}.${answersId ?? ""}`}
                initial={{
                  receivedOn: today(),
                  ...(ours?.letter && {
                    about: ours.text.title,
                    outside: picked(ours.letter.outside_id, ours.letter.outside_name),
                    contact: picked(ours.letter.contact_id, ours.letter.contact_name),
                    sender: ours.letter.outside_id || ours.letter.contact_id ? null : ours.letter.lines[0],
                  }),
                }}
                input={(said) => ({ bodyId: body.id, answersId: answersId ?? null, ...toldIn(said) })}
                send={t("incoming.register")}
                sticks
                onDone={({ incomingId }) => {
                  tell({ words: t("incoming.registered") })
                  go(`/courrier/arrivees/${String(incomingId)}`)
                }}
              >
                <IncomingFields bodyId={body.id} />
              </Form>
            </Sheet>
          </Page>
        ) : (
          <NotFound />
        )
      }
    </Reading>
  )
}
