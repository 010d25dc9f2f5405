import { useMemo } from "react"
import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { CheckField, LongTextField, TextField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** A new matter. */
export const NewPage = () => {
  const t = useWords()
  const go = useGo()
  const { body } = useBody()
  if (!body) return <NotFound />
  return (
    <Page title={t("matters.new")} crumbs={[{ words: t("matters.list.title"), to: "/dossiers" }]} lead={body.name}>
      <Form
        command="matters.open"
        draft={`matters.open.${body.id}`}
        input={(values) => ({
          bodyId: body.id,
          title: values["title"],
          standing: values["standing"] ?? "",
          leadId: values["lead"]?.id ?? null,
          confidential: values["confidential"] === true,
        })}
        send={t("matters.open_it")}
        onDone={({ matterId }) => go(`/dossiers/${matterId}`)}
      >
        <Fields bodyId={body.id} />
      </Form>
    </Page>
  )
}

/** What is said of a matter. */
export const ChangePage = () => {
  const t = useWords()
  const go = useGo()
  const matterId = useParam("matterId")
  return (
    <Reading of={useRead("matters.read", { matterId })}>
      {({ matter }) => (
        <Page
          title={t("matters.change")}
          crumbs={[
            { words: t("matters.list.title"), to: "/dossiers" },
            { words: matter.title, to: `/dossiers/${matterId}` },
          ]}
        >
          <Form
            command="matters.change"
            draft={`matters.change.${matterId}`}
            initial={{
              title: matter.title,
              standing: matter.standing,
              lead: matter.lead_id ? { picked: true, id: matter.lead_id, words: matter.lead_name } : null,
              confidential: matter.confidential,
            }}
            input={(values) => ({
              matterId,
              title: values["title"],
              standing: values["standing"] || null,
              leadId: values["lead"]?.id ?? null,
              confidential: values["confidential"],
            })}
            send={t("matters.save")}
            onDone={() => go(`/dossiers/${matterId}`)}
          >
            <Fields bodyId={matter.body_id} />
          </Form>
        </Page>
      )}
    </Reading>
  )
}

const Fields = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const more = useMemo(() => ({ bodyId }), [bodyId])
  return (
    <>
      <TextField name="title" label={t("matters.field.title")} required />
      <LongTextField name="standing" label={t("matters.field.standing")} hint={t("matters.field.standing.hint")} />
      <PickField name="lead" label={t("matters.field.lead")} more={more} />
      <CheckField
        name="confidential"
        label={t("matters.field.confidential")}
        hint={t("matters.field.confidential.hint")}
      />
    </>
  )
}
