import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { ChoiceField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link, useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Empty, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { kinds } from "./kinds.ts"

/** The models a body wrote for its texts, and writing another. */
export const ModelsPage = () => {
  const t = useWords()
  const { body } = useBody()
  const models = useRead("textModels.list", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return (
    <Page
      title={t("texts.models")}
      lead={body.name}
      crumbs={[{ words: t("secretariat.title"), to: "/secretariat" }, { words: t("texts.models") }]}
    >
      <Reading of={models}>{(data) => <Models of={data} bodyId={body.id} />}</Reading>
    </Page>
  )
}

const Models = ({ of: { rows, may }, bodyId }: { of: ReadOf<"textModels.list">; bodyId: string }) => {
  const t = useWords()
  const say = useFigures()
  const go = useGo()
  return (
    <>
      <Sheet>
        {rows.length === 0 ? (
          <Empty title={t("texts.models.none")}>{t("texts.models.none.lead")}</Empty>
        ) : (
          <Rows>
            {rows.map(({ id, kind, name, changed_at }) => (
              <Row key={id} soft={t(`texts.kind.${kind}`)} end={<span className="soft">{say.ago(changed_at)}</span>}>
                <Link to={`/secretariat/modeles-de-textes/${id}`}>{name}</Link>
              </Row>
            ))}
          </Rows>
        )}
      </Sheet>
      {may["textModels.add"] && (
        <Sheet title={t("texts.models.new")} padded>
          <Form
            command="textModels.add"
            input={(values) => ({ bodyId, kind: values["kind"], name: String(values["name"] ?? "") })}
            send={t("texts.models.add")}
            onDone={({ modelId }) => go(`/secretariat/modeles-de-textes/${String(modelId)}`)}
          >
            <ChoiceField
              name="kind"
              label={t("texts.field.kind")}
              options={kinds.map((value) => ({ value, words: t(`texts.kind.${value}`) }))}
              required
            />
            <TextField name="name" label={t("texts.models.name")} hint={t("texts.models.name.hint")} required />
          </Form>
        </Sheet>
      )}
    </>
  )
}
