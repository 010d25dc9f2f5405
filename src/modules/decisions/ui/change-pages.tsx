import { useMemo } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { DateField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Decision = ReadOf<"decisions.read">["decision"]

/** Another decision takes its place. */
export const SupersedePage = () => <OfDecision>{(of) => <Supersede of={of} />}</OfDecision>
/** When it must be looked at again. */
export const ReviewPage = () => <OfDecision>{(of) => <Review of={of} />}</OfDecision>

const OfDecision = ({ children }: { children: (of: Decision) => React.ReactNode }) => (
  <Reading of={useRead("decisions.read", { decisionId: useParam("decisionId") })}>
    {({ decision }) => children(decision)}
  </Reading>
)

const useCrumbs = (of: Decision) => {
  const t = useWords()
  return [
    { words: t("decisions.list.title"), to: "/decisions" },
    { words: `${of.reference} · ${of.title}`, to: `/decisions/${of.id}` },
  ]
}

const Supersede = ({ of }: { of: Decision }) => {
  const t = useWords()
  const go = useGo()
  const more = useMemo(() => ({ bodyId: of.body_id }), [of.body_id])
  return (
    <Page title={t("decisions.supersede.title")} crumbs={useCrumbs(of)} lead={t("decisions.supersede.lead")}>
      <Form
        command="decisions.supersede"
        draft={`decisions.supersede.${of.id}`}
        input={({ by }) => ({ decisionId: of.id, byId: by?.id })}
        send={t("decisions.supersede")}
        onDone={() => go(`/decisions/${of.id}`)}
      >
        <PickField
          name="by"
          label={t("decisions.supersede.by")}
          hint={t("decisions.supersede.by.hint")}
          read="decisions.pick"
          more={more}
          required
        />
      </Form>
    </Page>
  )
}

const Review = ({ of }: { of: Decision }) => {
  const t = useWords()
  const go = useGo()
  return (
    <Page title={t("decisions.review.title")} crumbs={useCrumbs(of)} lead={t("decisions.review.lead")}>
      <Form
        command="decisions.setReview"
        draft={`decisions.setReview.${of.id}`}
        initial={{ on: of.review_on ?? "" }}
        input={({ on }) => ({ decisionId: of.id, on: on || null })}
        send={t("decisions.review.save")}
        onDone={() => go(`/decisions/${of.id}`)}
      >
        <DateField name="on" label={t("decisions.field.review")} hint={t("decisions.review.hint")} />
      </Form>
    </Page>
  )
}
