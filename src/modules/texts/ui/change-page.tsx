import { useRead } from "../../../shell/api.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { FormFields, saidIn } from "./form-fields.tsx"

/** What is said of a text beside its words. */
export const ChangePage = () => {
  const t = useWords()
  const go = useGo()
  const textId = useParam("textId")
  return (
    <Reading of={useRead("texts.read", { textId })}>
      {({ text, form, may }) =>
        may["texts.change"] ? (
          <Page
            title={t("texts.change")}
            lead={t(`texts.kind.${text.kind}`)}
            crumbs={[
              { words: t("texts.place"), to: "/textes" },
              { words: text.title, to: `/textes/${textId}` },
              { words: t("texts.change") },
            ]}
          >
            <Sheet padded>
              <Form
                command="texts.change"
                initial={{
                  title: text.title,
                  author: picked(text.author_id, text.author_name),
                  item: text.sitting_item_id
                    ? picked(text.sitting_item_id, text.item_title)
                    : text.sitting_id && { ...picked(text.sitting_id, text.sitting_title), is_sitting: true },
                  matter: picked(text.matter_id, text.matter_title),
                  confidential: text.confidential,
                  limitSigns: text.limit_signs,
                  limitMinutes: text.limit_minutes,
                  dueOn: text.due_on,
                  ...Object.fromEntries(form.fields.map((name) => [`form.${name}`, text.fields[name] ?? ""])),
                }}
                input={(values) => ({ textId, ...saidIn(values, form.fields) })}
                send={t("texts.save")}
                onDone={() => go(`/textes/${textId}`)}
              >
                <FormFields kind={form} bodyId={text.body_id} />
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

// What hangs on something one may not read keeps hanging there: its name is not shown, its id is sent back.
const picked = (id: string | null, words: string | null) => (id ? { picked: true, id, words: words ?? "…" } : null)
