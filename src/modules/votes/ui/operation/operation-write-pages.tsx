import { useMemo } from "react"
import { type ReadOf, useRead } from "../../../../shell/api.ts"
import { useBody } from "../../../../shell/body.ts"
import { NotFound, Reading } from "../../../../shell/fault.tsx"
import { Form } from "../../../../shell/form.tsx"
import { useGo, useParam } from "../../../../shell/go.tsx"
import { Page } from "../../../../shell/page.tsx"
import { Sheet } from "../../../../shell/sheet.tsx"
import { useWords } from "../../../../shell/use-words.ts"
import { OperationFields, operationSaid } from "./operation-fields.tsx"

/** A voting operation begins: its roll, its proxies, its tellers; the votes are added to it. */
export const NewOperationPage = () => {
  const { body } = useBody()
  const choices = useRead("votes.choices", { bodyId: body?.id ?? "" }, { enabled: !!body })
  if (!body) return <NotFound />
  return <Reading of={choices}>{(data) => <New choices={data} bodyId={body.id} name={body.name} />}</Reading>
}

const New = ({ choices, bodyId, name }: { choices: ReadOf<"votes.choices">; bodyId: string; name: string }) => {
  const t = useWords()
  const go = useGo()
  const initial = useMemo(
    () => ({
      electorate: "rulebook",
      onDay: choices.today,
      proxiesEach: choices.proxies ?? 0,
      needed: 2,
      challengeDays: choices.challenge_days,
    }),
    [choices],
  )
  return (
    <Page
      title={t("votes.operation.new")}
      lead={name}
      crumbs={[{ words: t("votes.title"), to: "/votes" }, { words: t("votes.operation.new") }]}
    >
      <Sheet padded>
        <p className="soft">{t("votes.operation.lead")}</p>
        <Form
          command="votes.prepareOperation"
          draft={`votes.prepareOperation.${bodyId}`}
          initial={initial}
          input={(values) => ({ bodyId, ...operationSaid(values) })}
          send={t("votes.operation.prepare")}
          onDone={({ operationId }) => go(`/votes/operations/${operationId}`)}
        >
          <OperationFields choices={choices} bodyId={bodyId} />
        </Form>
      </Sheet>
    </Page>
  )
}

/** The same, said again before its first vote opens. */
export const ChangeOperationPage = () => {
  const it = useRead("votes.operation", { operationId: useParam("operationId") })
  return <Reading of={it}>{(data) => <WithChoices of={data} />}</Reading>
}

const WithChoices = ({ of }: { of: ReadOf<"votes.operation"> }) => {
  const choices = useRead("votes.choices", { bodyId: of.operation.body_id })
  return <Reading of={choices}>{(data) => <Change of={of} choices={data} />}</Reading>
}

const Change = ({
  of: { operation, meeting },
  choices,
}: {
  of: ReadOf<"votes.operation">
  choices: ReadOf<"votes.choices">
}) => {
  const t = useWords()
  const go = useGo()
  const at = `/votes/operations/${operation.id}`
  const initial = useMemo(
    () => ({
      title: operation.title,
      electorate: operation.electorate,
      onDay: operation.on_day,
      meeting: meeting && { picked: true, id: meeting.id, words: meeting.title },
      proxiesEach: operation.proxies_each,
      needed: operation.needed,
      challengeDays: operation.challenge_days,
      ...Object.fromEntries(operation.functions.map((key) => [`function ${key}`, true])),
    }),
    [operation, meeting],
  )
  return (
    <Page
      title={t("votes.operation.change")}
      lead={operation.body_name}
      crumbs={[
        { words: t("votes.title"), to: "/votes" },
        { words: operation.title, to: at },
        { words: t("votes.operation.change") },
      ]}
    >
      <Sheet padded>
        <Form
          command="votes.changeOperation"
          initial={initial}
          input={(values) => ({ operationId: operation.id, ...operationSaid(values) })}
          send={t("votes.save")}
          onDone={() => go(at)}
        >
          <OperationFields choices={choices} bodyId={operation.body_id} />
        </Form>
      </Sheet>
    </Page>
  )
}
