import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading, Waiting } from "../../../shell/fault.tsx"
import { ChoiceField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { Link, useAddress, useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useSession } from "../../../shell/session.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { kinds } from "./kinds.ts"
import { FormFields, itemRow, type Kind, saidIn } from "./form-fields.tsx"

/** A text of a kind, from its model. What it is about may be in the address: ?genre=, ?titre=, ?point=, ?seance=, ?dossier=. */
export const NewPage = () => {
  const t = useWords()
  const go = useGo()
  const { body } = useBody()
  const { person } = useSession()
  const { values } = useAddress()
  const kinds = useRead("texts.kinds", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  const itemId = values["point"]
  const matterId = values["dossier"]
  const sittingId = itemId ? undefined : values["seance"]
  const item = useRead(
    "texts.pickItem",
    { bodyId: body?.id ?? "", ...(itemId ? { itemId } : {}), ...(sittingId ? { sittingId } : {}) },
    { enabled: Boolean(body && (itemId || sittingId)) },
  ).data?.rows[0]
  const matter = useRead("matters.read", { matterId: matterId ?? "" }, { enabled: Boolean(matterId) }).data?.matter
  if (!body) return <NotFound />
  if (((itemId || sittingId) && !item) || (matterId && !matter)) return <Waiting />
  return (
    <Reading of={kinds}>
      {({ kinds: all, may }) =>
        may["texts.begin"] ? (
          <Page
            title={t("texts.new")}
            lead={body.name}
            crumbs={[{ words: t("texts.place"), to: "/textes" }, { words: t("texts.new") }]}
          >
            <Sheet padded>
              <Form
                command="texts.begin"
                draft={`texts.begin.${body.id}.${itemId ?? sittingId ?? matterId ?? ""}.${values["genre"] ?? ""}`}
                initial={{
                  kind: values["genre"] ?? "wish",
                  ...(values["titre"] && { title: values["titre"] }),
                  author: person && { picked: true, id: person.id, words: person.name },
                  item: item && { picked: true, ...itemRow(item) },
                  matter: matter && { picked: true, id: matter.id, words: matter.title },
                }}
                input={(said) => {
                  const kind = chosen(all, said["kind"])
                  return {
                    bodyId: body.id,
                    kind: kind.kind,
                    modelId: kind.models.some(({ id }) => id === said["model"]) ? said["model"] : null,
                    ...saidIn(said, kind.fields),
                    limitSigns: said["limitSigns"] ?? kind.signs ?? null,
                    limitMinutes: said["limitMinutes"] ?? kind.minutes ?? null,
                  }
                }}
                send={t("texts.begin")}
                onDone={({ textId }) => go(`/textes/${String(textId)}/ecrire`)}
              >
                <Fields of={all} bodyId={body.id} />
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

const chosen = (all: readonly Kind[], kind: unknown): Kind => all.find((one) => one.kind === kind) ?? all[0]!

const Fields = ({ of, bodyId }: { of: readonly Kind[]; bodyId: string }) => {
  const t = useWords()
  const kind = chosen(of, useFormValues()["kind"])
  return (
    <>
      <ChoiceField
        name="kind"
        label={t("texts.field.kind")}
        options={kinds.map((value) => ({ value, words: t(`texts.kind.${value}`) }))}
        required
      />
      {kind.kind === "amendment" && (
        <p className="soft">
          {t("texts.amend.lead")} <Link to="/amendements">{t("texts.amend.act")}</Link>
        </p>
      )}
      {kind.models.length > 0 && (
        <ChoiceField
          name="model"
          label={t("texts.field.model")}
          as="select"
          options={kind.models.map(({ id, name }) => ({ value: id, words: name }))}
        />
      )}
      <FormFields kind={kind} bodyId={bodyId} usual={kind} />
    </>
  )
}
