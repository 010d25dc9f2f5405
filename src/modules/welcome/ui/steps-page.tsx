import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { useWelcomeCrumbs } from "./crumbs.ts"
import { StepsField, type Written } from "./steps-field.tsx"

/** The steps of those who come from now on, in order; an emptied one is no step any more. */
export const StepsPage = () => {
  const { body } = useBody()
  const read = useRead("welcome.readPage", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return <Reading of={read}>{(it) => <Shown of={it} bodyId={body.id} />}</Reading>
}

const Shown = ({ of: { steps, hours }, bodyId }: { of: ReadOf<"welcome.readPage">; bodyId: string }) => {
  const t = useWords()
  const crumbs = useWelcomeCrumbs()
  return (
    <Page title={t("welcome.steps.title")} lead={t("welcome.steps.lead", { hours })} crumbs={crumbs}>
      <Sheet padded>
        <Form
          command="welcome.setSteps"
          draft={`welcome.setSteps ${bodyId}`}
          initial={{
            steps: steps.map(({ title, days, kind }) => ({ title, days, membership: kind === "membership" })),
          }}
          input={(values) => ({ bodyId, steps: sent((values["steps"] ?? []) as Written[]) })}
          send={t("welcome.save")}
          onDone={() => tell({ words: t("welcome.saved") })}
          sticks
        >
          <StepsField name="steps" label={t("welcome.steps.title")} hint={t("welcome.steps.membership.hint")} />
        </Form>
      </Sheet>
    </Page>
  )
}

/** The first is the first contact, counted in hours whatever stood beside it before it was moved there. */
const sent = (written: readonly Written[]) =>
  written
    .filter(({ title }) => title.trim())
    .map(({ title, days, membership }, index) =>
      index === 0 ? { title, days: 2, membership: false } : { title, days: days ?? 14, membership },
    )
