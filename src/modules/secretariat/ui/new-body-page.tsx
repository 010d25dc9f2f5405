import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { ChoiceField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** A new body under one that the reader looks after. */
export const NewBodyPage = () => {
  const t = useWords()
  const go = useGo()
  return (
    <Reading of={useRead("bodies.list", {})}>
      {({ bodies, profiles }) => {
        const parents = bodies.filter(({ may_manage }) => may_manage)
        return (
          <Page
            title={t("secretariat.bodies.create")}
            crumbs={[
              { words: t("secretariat.title"), to: "/secretariat" },
              { words: t("secretariat.bodies"), to: "/secretariat/instances" },
              { words: t("secretariat.bodies.create") },
            ]}
          >
            <Sheet padded>
              <Form
                command="bodies.create"
                initial={{ parentId: parents[0]?.id, profile: parents[0]?.profile }}
                send={t("secretariat.bodies.create")}
                onDone={(_, { name }) => {
                  tell({ words: t("secretariat.bodies.created", { name: String(name) }) })
                  go("/secretariat/instances")
                }}
              >
                <ChoiceField
                  name="parentId"
                  label={t("secretariat.bodies.parent")}
                  options={parents.map(({ id, name }) => ({ value: id, words: name }))}
                  as="select"
                  required
                />
                <TextField name="name" label={t("secretariat.bodies.name")} required />
                <TextField
                  name="code"
                  label={t("secretariat.bodies.code")}
                  hint={t("secretariat.bodies.code.hint")}
                  autoComplete="off"
                  required
                />
                <ChoiceField
                  name="profile"
                  label={t("secretariat.bodies.profile")}
                  options={profiles.map(({ key, name }) => ({ value: key, words: name }))}
                  required
                />
                <TextField
                  name="town"
                  label={t("secretariat.bodies.town")}
                  hint={t("secretariat.bodies.town.hint")}
                  autoComplete="off"
                />
                <PickField
                  name="founderId"
                  label={t("secretariat.bodies.founder")}
                  hint={t("secretariat.bodies.founder.hint")}
                />
              </Form>
            </Sheet>
          </Page>
        )
      }}
    </Reading>
  )
}
