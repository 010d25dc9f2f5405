import { Act } from "../../../shell/act.tsx"
import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { RichTextField } from "../../../shell/rich-text-field.tsx"
import { RichText, type RichDoc } from "../../../shell/rich-text.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** One model of a body: its name and what texts begin with. */
export const ModelPage = () => {
  const t = useWords()
  const go = useGo()
  const modelId = useParam("modelId")
  return (
    <Reading of={useRead("textModels.read", { modelId })}>
      {({ model, may }) => (
        <Page
          title={model.name}
          lead={t(`texts.kind.${model.kind}`)}
          crumbs={[{ words: t("texts.models"), to: "/secretariat/modeles-de-textes" }, { words: model.name }]}
          acts={
            <Act
              command="textModels.end"
              input={{ modelId }}
              may={may}
              confirm={{ title: t("texts.models.end"), words: t("texts.models.end.words") }}
              onDone={() => go("/secretariat/modeles-de-textes")}
            >
              {t("texts.models.end")}
            </Act>
          }
        >
          <Sheet padded>
            {may["textModels.write"] ? (
              <Form
                command="textModels.write"
                initial={{ name: model.name, doc: model.doc }}
                input={(values) => ({ modelId, name: String(values["name"] ?? ""), doc: values["doc"] })}
                send={t("texts.save")}
                onDone={() => tell({ words: t("texts.models.saved") })}
              >
                <TextField name="name" label={t("texts.models.name")} hint={t("texts.models.name.hint")} required />
                <RichTextField name="doc" label={t("texts.write.words")} hint={t("texts.models.words.hint")} />
              </Form>
            ) : (
              <RichText of={model.doc as RichDoc | null} />
            )}
          </Sheet>
        </Page>
      )}
    </Reading>
  )
}
