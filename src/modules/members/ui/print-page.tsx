import { useState } from "react"
import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound } from "../../../shell/fault.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Page } from "../../../shell/page.tsx"
import { type Pick, PickField } from "../../../shell/pick-field.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { useMembersCrumbs } from "./crumbs.ts"

/** What is printed of members: cards, the list for a member without e-mail, labels, an attendance sheet. */
export const PrintPage = () => {
  const t = useWords()
  const crumbs = useMembersCrumbs()
  const { body } = useBody()
  const { data } = useRead("applications.list", { bodyId: body?.id ?? "", limit: 1 }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  const keeps = Boolean(data)
  const papers = [
    ["list", "/membres/liste.pdf", true],
    ["sheet", "/membres/presences.pdf", true],
    ["labels", "/membres/etiquettes.pdf", keeps],
    ["labels_post", "/membres/etiquettes.pdf?qui=courrier", keeps],
    ["cards", "/membres/cartes.pdf", keeps],
  ] as const
  return (
    <Page title={t("members.page.print")} lead={body.name} crumbs={crumbs}>
      <Sheet>
        <Rows>
          {papers.map(
            ([key, path, shown]) =>
              shown && (
                <Row key={key} soft={t(`members.print.${key}.lead`)}>
                  <a
                    href={`${path}${path.includes("?") ? "&" : "?"}bodyId=${body.id}`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {t(`members.print.${key}`)}
                  </a>
                </Row>
              ),
          )}
        </Rows>
      </Sheet>
      {keeps && <OneCard bodyId={body.id} />}
    </Page>
  )
}

const OneCard = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const [sent, setSent] = useState(0)
  return (
    <Sheet title={t("members.card.one")} padded>
      <Form
        key={sent}
        command="members.sendCards"
        draft={false}
        input={(values) => ({ bodyId, personIds: values["who"] ? [values["who"].id] : [] })}
        send={t("members.card.send")}
        kind="plain"
        onDone={() => setSent(sent + 1)}
        beside={<OnPaper bodyId={bodyId} />}
      >
        <PickField name="who" label={t("members.card.who")} more={{ bodyId }} required />
      </Form>
      {sent > 0 && <output>{t("members.card.sent")}</output>}
    </Sheet>
  )
}

const OnPaper = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const who = useFormValues()["who"] as Pick | undefined
  return who ? (
    <a
      className="button"
      href={`/membres/cartes.pdf?bodyId=${bodyId}&personne=${who.id}`}
      target="_blank"
      rel="noreferrer"
    >
      {t("members.card.print")}
    </a>
  ) : null
}
