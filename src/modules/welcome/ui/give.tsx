import { Act } from "../../../shell/act.tsx"
import { LongTextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useSession } from "../../../shell/session.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { It, Mays } from "./it.ts"

/** Names who takes care of them, or hands them over with what has to be known. */
export const Give = ({ of: { newcomer, may: asked, by } }: { of: It }) => {
  const t = useWords()
  const me = useSession().person?.id
  const may: Mays = asked
  if (!may["newcomers.give"]) return null
  const form = (
    <Form
      command="newcomers.give"
      draft={`newcomers.give ${newcomer.id} ${newcomer.welcomer_id}`}
      input={(values) => ({
        newcomerId: newcomer.id,
        personId: values["person"]?.id ?? "",
        context: values["context"] || null,
      })}
      send={t(by.welcomer ? "welcome.give.over" : "welcome.give")}
      kind={by.welcomer ? "plain" : "main"}
      onDone={() => tell({ words: t("welcome.given") })}
      beside={
        me &&
        newcomer.welcomer_id !== me && (
          <Act command="newcomers.give" input={{ newcomerId: newcomer.id, personId: me }} kind="plain">
            {t("welcome.give.me")}
          </Act>
        )
      }
    >
      <PickField name="person" label={t("welcome.give.who")} more={{ bodyId: newcomer.body_id }} required />
      <LongTextField name="context" label={t("welcome.give.context")} hint={t("welcome.give.context.hint")} rows={3} />
    </Form>
  )
  return (
    <Sheet title={t(by.welcomer ? "welcome.give.over.title" : "welcome.give.title")} padded>
      {by.welcomer ? (
        <details>
          <summary>{t("welcome.give.over.to")}</summary>
          {form}
        </details>
      ) : (
        form
      )}
    </Sheet>
  )
}
