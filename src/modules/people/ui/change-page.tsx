import { useRead } from "../../../shell/api.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { PersonFields } from "./person-fields.tsx"

/** The details of a person, corrected. */
export const ChangePage = () => {
  const t = useWords()
  const go = useGo()
  const personId = useParam("personId")
  return (
    <Reading of={useRead("people.read", { personId })}>
      {({ contact, name, may, given_name, family_name, form, language }) =>
        contact && may["people.change"] ? (
          <Page
            title={t("people.change")}
            lead={name}
            crumbs={[
              { words: t("people.title"), to: "/personnes" },
              { words: name, to: `/personnes/${personId}` },
              { words: t("people.change") },
            ]}
          >
            <Sheet padded>
              <Form
                command="people.change"
                draft={`people.change.${personId}`}
                initial={{ personId, given_name, family_name, form, language, ...contact }}
                send={t("people.save")}
                onDone={() => {
                  tell({ words: t("people.saved") })
                  go(`/personnes/${personId}`)
                }}
              >
                <PersonFields />
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
