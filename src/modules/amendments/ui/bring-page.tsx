import { useMemo } from "react"
import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Waiting } from "../../../shell/fault.tsx"
import { ChoiceField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useAddress, useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { sourceIn, SourceFields } from "./source-fields.tsx"

const kinds = ["deliberation", "report", "regulation", "budget", "other"] as const

/** A text of the assembly is brought in; ?point= says for which item of a sitting, whose papers are offered. */
export const BringPage = () => {
  const t = useWords()
  const go = useGo()
  const { body } = useBody()
  const itemId = useAddress().values["point"]
  const read = useRead("sittings.readItem", { itemId: itemId ?? "" }, { enabled: Boolean(itemId) })
  const more = useMemo(() => ({ bodyId: body?.id }), [body?.id])
  if (!body) return <NotFound />
  if (itemId && !read.data) return read.error ? <NotFound /> : <Waiting />
  const item = read.data?.item
  // A report that came again is amended in its last version.
  const papers = (read.data?.papers ?? []).filter(({ is_replaced }) => !is_replaced)
  return (
    <Page
      title={t("amendments.bring")}
      lead={body.name}
      crumbs={[{ words: t("amendments.place"), to: "/amendements" }, { words: t("amendments.bring") }]}
    >
      <Sheet padded>
        <Form
          command="bases.bring"
          draft={`bases.bring.${body.id}.${itemId ?? ""}`}
          initial={{
            kind: "deliberation",
            title: item?.title ?? "",
            reference: item?.number ?? "",
            from: papers[0]?.file_id ?? "file",
            item: item && {
              picked: true,
              id: item.id,
              words: item.number ? `${item.number} · ${item.title}` : item.title,
            },
          }}
          input={(values) => ({
            bodyId: body.id,
            itemId: values["item"]?.id ?? null,
            kind: values["kind"],
            title: String(values["title"] ?? ""),
            reference: values["reference"] || null,
            ...sourceIn(values),
          })}
          send={t("amendments.bring.send")}
          onDone={({ baseId }) => go(`/amendements/${String(baseId)}/relire`)}
        >
          <TextField name="title" label={t("amendments.field.title")} required />
          <TextField
            name="reference"
            label={t("amendments.field.reference")}
            hint={t("amendments.field.reference.hint")}
          />
          <ChoiceField
            name="kind"
            label={t("amendments.field.kind")}
            options={kinds.map((value) => ({ value, words: t(`amendments.kind.${value}`) }))}
            required
          />
          <PickField name="item" label={t("amendments.field.item")} read="texts.pickItem" more={more} row={itemRow} />
          <SourceFields bodyId={body.id} papers={papers} />
        </Form>
      </Sheet>
    </Page>
  )
}

const itemRow = ({
  id,
  number,
  title,
  sitting_title,
}: {
  id: string
  number: string | null
  title: string
  sitting_title: string
}) => ({
  id,
  words: number ? `${number} · ${title}` : title,
  soft: sitting_title,
})
