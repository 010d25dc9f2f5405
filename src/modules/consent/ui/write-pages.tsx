import { useMemo } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { asValues, type Choices, ElectionFields, said } from "./fields.tsx"

const usual = { electorate: "rulebook" }

/** An election without candidate is prepared: nobody else sees it before its nominations open. */
export const NewPage = () => {
  const { body } = useBody()
  const choices = useRead("consent.choices", { bodyId: body?.id ?? "" }, { enabled: !!body })
  if (!body) return <NotFound />
  return <Reading of={choices}>{(data) => <New choices={data} />}</Reading>
}

const New = ({ choices }: { choices: Choices }) => {
  const t = useWords()
  const go = useGo()
  return (
    <Page
      title={t("consent.new")}
      lead={choices.body}
      crumbs={[{ words: t("consent.title"), to: "/elections-sans-candidat" }, { words: t("consent.new") }]}
    >
      <p className="soft reading">{t("consent.new.lead")}</p>
      <Sheet padded>
        <Form
          command="consent.prepare"
          draft={`consent.prepare.${choices.body_id}`}
          initial={usual}
          input={(values) => ({ bodyId: choices.body_id, ...said(values) })}
          send={t("consent.prepare")}
          onDone={({ electionId }) => go(`/elections-sans-candidat/${electionId}`)}
        >
          <ElectionFields choices={choices} />
        </Form>
      </Sheet>
    </Page>
  )
}

/** The same, said again before its nominations open. */
export const ChangePage = () => {
  const it = useRead("consent.read", { electionId: useParam("electionId") })
  return <Reading of={it}>{(data) => <WithChoices of={data} />}</Reading>
}

const WithChoices = ({ of }: { of: ReadOf<"consent.read"> }) => {
  const choices = useRead("consent.choices", { bodyId: of.election.body_id })
  return <Reading of={choices}>{(data) => <Change of={of} choices={data} />}</Reading>
}

const Change = ({ of, choices }: { of: ReadOf<"consent.read">; choices: Choices }) => {
  const t = useWords()
  const go = useGo()
  const { election } = of
  const to = `/elections-sans-candidat/${election.id}`
  const initial = useMemo(() => asValues(of), [of])
  return (
    <Page
      title={t("consent.change")}
      lead={election.body_name}
      crumbs={[
        { words: t("consent.title"), to: "/elections-sans-candidat" },
        { words: election.what, to },
        { words: t("consent.change") },
      ]}
    >
      <Sheet padded>
        <Form
          command="consent.change"
          initial={initial}
          input={(values) => ({ electionId: election.id, ...said(values) })}
          send={t("consent.save")}
          onDone={() => go(to)}
        >
          <ElectionFields choices={choices} />
        </Form>
      </Sheet>
    </Page>
  )
}
