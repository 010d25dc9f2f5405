import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { CheckField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { useWelcomeCrumbs } from "./crumbs.ts"

/** What those one welcomes see of oneself, beside the name: nothing until one says so. */
export const DetailsPage = () => {
  const t = useWords()
  const go = useGo()
  const crumbs = useWelcomeCrumbs()
  const { body } = useBody()
  const read = useRead("newcomers.board", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return (
    <Reading of={read}>
      {({ details }) => (
        <Page title={t("welcome.details.title")} lead={t("welcome.details.lead")} crumbs={crumbs}>
          <Sheet padded>
            <Form
              command="welcome.showDetails"
              initial={details}
              input={(values) => ({ email: values["email"] === true, phone: values["phone"] === true })}
              send={t("welcome.save")}
              onDone={() => {
                tell({ words: t("welcome.saved") })
                go("/arrivants")
              }}
            >
              <CheckField name="phone" label={t("welcome.details.phone")} />
              <CheckField name="email" label={t("welcome.details.email")} />
            </Form>
          </Sheet>
        </Page>
      )}
    </Reading>
  )
}
