import { useBody } from "../../../shell/body.ts"
import { CheckField } from "../../../shell/fields.tsx"
import { Form, type FormValues } from "../../../shell/form.tsx"
import { useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useWords } from "../../../shell/use-words.ts"
import { MembershipFields } from "../../mandates/ui/contract.tsx"
import { PersonFields } from "./person-fields.tsx"

/** Somebody new in the body the pages are about. */
export const NewPage = () => {
  const t = useWords()
  const go = useGo()
  const { body } = useBody()
  if (!body) return <Page title={t("people.new")} />
  return (
    <Page
      title={t("people.new")}
      lead={body.name}
      crumbs={[{ words: t("people.title"), to: "/personnes" }, { words: t("people.new") }]}
    >
      <Sheet padded>
        <Form
          command="people.add"
          initial={{ form: "n", language: "fr", post_only: false, ring: "member", since: today() }}
          input={(values) => asNew(values, body.id)}
          send={t("people.new")}
          onDone={({ personId }, values) => {
            tell({ words: t("people.added", { name: `${values["given_name"]} ${values["family_name"]}` }) })
            go(`/personnes/${String(personId)}`)
          }}
        >
          <PersonFields />
          <h2>{t("people.belongs.to", { body: body.name })}</h2>
          <MembershipFields />
          <CheckField name="sure" label={t("people.sure")} />
        </Form>
      </Sheet>
    </Page>
  )
}

const asNew = ({ ring, since, until, dues_until, sure, ...person }: FormValues, bodyId: string) => ({
  ...(person as { given_name: string; family_name: string }),
  ...Object.fromEntries(Object.entries(person).map(([name, value]) => [name, value === "" ? null : value])),
  bodyId,
  sure: sure === true,
  membership: { ring, since, until: until || null, dues_until: dues_until || null },
})
