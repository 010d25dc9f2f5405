import { useMemo } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { CallFields, type Choices, said } from "./fields.tsx"

/** A call is written: nobody sees it before it is published. */
export const NewPage = () => {
  const { body } = useBody()
  const choices = useRead("calls.choices", { bodyId: body?.id ?? "" }, { enabled: !!body })
  if (!body) return <NotFound />
  return <Reading of={choices}>{(data) => <New choices={data} bodyId={body.id} />}</Reading>
}

const New = ({ choices, bodyId }: { choices: Choices; bodyId: string }) => {
  const t = useWords()
  const go = useGo()
  const initial = useMemo(
    () => ({
      seats: 1,
      parity: "none",
      who: choices.usual.who,
      minMonths: choices.usual.waiting_months,
      endsAt: "20:00",
      statementMax: 2000,
      photo: true,
      shown: "at_close",
    }),
    [choices],
  )
  return (
    <Page
      title={t("calls.new")}
      lead={choices.body}
      crumbs={[{ words: t("calls.title"), to: "/appels" }, { words: t("calls.new") }]}
    >
      <Sheet padded>
        <Form
          command="calls.write"
          draft={`calls.write.${bodyId}`}
          initial={initial}
          input={(values) => ({ bodyId, ...said(values) })}
          send={t("calls.write")}
          onDone={({ callId }) => go(`/appels/${callId}`)}
        >
          <CallFields choices={choices} />
        </Form>
      </Sheet>
    </Page>
  )
}

/** The same, said again before it is published. */
export const ChangePage = () => {
  const it = useRead("calls.read", { callId: useParam("callId") })
  return <Reading of={it}>{(data) => <WithChoices of={data} />}</Reading>
}

const WithChoices = ({ of }: { of: ReadOf<"calls.read"> }) => {
  const choices = useRead("calls.choices", { bodyId: of.call.body_id })
  return <Reading of={choices}>{(data) => <Change of={of} choices={data} />}</Reading>
}

const Change = ({ of: { call }, choices }: { of: ReadOf<"calls.read">; choices: Choices }) => {
  const t = useWords()
  const go = useGo()
  const initial = useMemo(() => asValues(call), [call])
  return (
    <Page
      title={t("calls.change")}
      lead={call.body_name}
      crumbs={[
        { words: t("calls.title"), to: "/appels" },
        { words: call.title, to: `/appels/${call.id}` },
        { words: t("calls.change") },
      ]}
    >
      <Sheet padded>
        <Form
          command="calls.change"
          initial={initial}
          input={(values) => ({ callId: call.id, ...said(values) })}
          send={t("calls.save")}
          onDone={() => go(`/appels/${call.id}`)}
        >
          <CallFields choices={choices} />
        </Form>
      </Sheet>
    </Page>
  )
}

const asValues = (call: ReadOf<"calls.read">["call"]) => ({
  title: call.title,
  functionId: call.function_id ?? "outside",
  outside: call.outside ?? "",
  seats: call.seats,
  who: call.who,
  minMonths: call.min_months,
  parity: call.parity,
  least: call.least,
  endsOn: call.ends.slice(0, 10),
  endsAt: call.ends.slice(11, 16),
  statementMax: call.statement_max,
  photo: call.photo,
  shown: call.shown,
  text: call.written,
  ...Object.fromEntries(call.functions.map((key) => [`function ${key}`, true])),
})
