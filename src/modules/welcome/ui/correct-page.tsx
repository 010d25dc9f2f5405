import { useRead } from "../../../shell/api.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { useWelcomeCrumbs } from "./crumbs.ts"
import { NewcomerFields } from "./newcomer-fields.tsx"

/** What was mistyped or left out of somebody who comes. */
export const CorrectPage = () => {
  const t = useWords()
  const go = useGo()
  const crumbs = useWelcomeCrumbs()
  const newcomerId = useParam("newcomerId")
  const read = useRead("newcomers.read", { newcomerId })
  const back = `/arrivants/${newcomerId}`
  return (
    <Reading of={read}>
      {({ newcomer, name, may }) =>
        "newcomers.correct" in may && may["newcomers.correct"] ? (
          <Page title={t("welcome.correct")} lead={name} crumbs={[...crumbs, { words: name, to: back }]}>
            <Sheet padded>
              <Form
                command="newcomers.correct"
                draft={`newcomers.correct ${newcomerId}`}
                initial={newcomer}
                input={(values) => ({
                  newcomerId,
                  given_name: values["given_name"] ?? "",
                  family_name: values["family_name"] ?? "",
                  phone: values["phone"] || null,
                  email: values["email"] || null,
                  town: values["town"] || null,
                  wish: values["wish"],
                  message: values["message"] || null,
                })}
                send={t("welcome.save")}
                onDone={() => go(back)}
                sticks
              >
                <NewcomerFields />
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
