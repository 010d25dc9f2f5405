import { Fragment } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { ChoiceField, NumberField, TextField } from "../../../shell/fields.tsx"
import { Form, type FormValues, useFormValues } from "../../../shell/form.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { useWelcomeCrumbs } from "./crumbs.ts"

const MOST = 12

/** The steps of those who come from now on, in order; an emptied line is no step any more. */
export const StepsPage = () => {
  const { body } = useBody()
  const read = useRead("welcome.readPage", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return <Reading of={read}>{(it) => <Shown of={it} bodyId={body.id} />}</Reading>
}

const Shown = ({ of: { steps, hours }, bodyId }: { of: ReadOf<"welcome.readPage">; bodyId: string }) => {
  const t = useWords()
  const crumbs = useWelcomeCrumbs()
  const initial = Object.fromEntries(
    steps.flatMap(({ title, days }, index) => [
      [`title${index}`, title],
      [`days${index}`, days],
    ]),
  )
  return (
    <Page title={t("welcome.steps.title")} lead={t("welcome.steps.lead", { hours })} crumbs={crumbs}>
      <Sheet padded>
        <Form
          command="welcome.setSteps"
          draft={`welcome.setSteps ${bodyId}`}
          initial={{ ...initial, membership: String(steps.findIndex(({ kind }) => kind === "membership")) }}
          input={(values) => ({ bodyId, steps: stepsOf(values) })}
          send={t("welcome.save")}
          onDone={() => tell({ words: t("welcome.saved") })}
          sticks
        >
          <Fields />
        </Form>
      </Sheet>
    </Page>
  )
}

const Fields = () => {
  const t = useWords()
  const values = useFormValues()
  const written = Array.from({ length: MOST }, (_, index) => index).filter((index) => values[`title${index}`])
  const shown = Math.min(MOST, (written.at(-1) ?? 0) + 2)
  return (
    <>
      {Array.from({ length: shown }, (_, index) => (
        <Fragment key={index}>
          <TextField
            name={`title${index}`}
            label={t("welcome.steps.n", { n: index + 1 })}
            autoComplete="off"
            {...(index < 2 ? { required: true } : {})}
          />
          {index > 0 && written.includes(index) && (
            <NumberField
              name={`days${index}`}
              label={t("welcome.steps.days", { n: index + 1 })}
              unit={t("welcome.steps.unit")}
              min={1}
              max={365}
              required
            />
          )}
        </Fragment>
      ))}
      <ChoiceField
        name="membership"
        label={t("welcome.steps.membership")}
        hint={t("welcome.steps.membership.hint")}
        as="select"
        options={written.slice(1).map((index) => ({ value: String(index), words: String(values[`title${index}`]) }))}
      />
    </>
  )
}

const stepsOf = (values: FormValues) =>
  Array.from({ length: MOST }, (_, index) => index)
    .filter((index) => values[`title${index}`])
    .map((index, place) => ({
      title: values[`title${index}`],
      days: place === 0 ? 2 : (values[`days${index}`] ?? 14),
      membership: values["membership"] === String(index),
    }))
