import { TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { Link } from "../../../shell/go.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import type { TextRead } from "./text-page.tsx"

/** The versions kept, the last one first, and keeping another. */
export const Versions = ({ of: { text, versions, may, open } }: { of: TextRead }) => {
  const t = useWords()
  const say = useFigures()
  const mayKeep = open && may["texts.keepVersion"] && text.doc !== null
  if (versions.length === 0 && !mayKeep) return null
  return (
    <Sheet
      title={t("texts.versions")}
      aside={versions.length > 0 && <Link to={`/textes/${text.id}/comparer`}>{t("texts.compare")}</Link>}
    >
      <Rows>
        {versions.map(({ id, number, reason, name, made_at, by_name }) => (
          <Row
            key={id}
            soft={[t.named(`texts.version.reason.${reason}`), say.ago(made_at), by_name].filter(Boolean).join(" · ")}
          >
            <Link to={`/textes/${text.id}/comparer?de=${number}`}>{name ?? t("texts.version.number", { number })}</Link>
          </Row>
        ))}
      </Rows>
      {mayKeep && (
        <div className="pad">
          <Form
            command="texts.keepVersion"
            input={(values) => ({ textId: text.id, name: values["name"] || null })}
            send={t("texts.version.keep")}
            kind="plain"
            onDone={() => tell({ words: t("texts.version.kept_done") })}
          >
            <TextField name="name" label={t("texts.version.name")} hint={t("texts.version.name.hint")} />
          </Form>
        </div>
      )}
    </Sheet>
  )
}
