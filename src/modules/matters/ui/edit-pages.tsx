import { useMemo } from "react"
import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { CheckField, ChoiceField, DateField, LongTextField, TextField } from "../../../shell/fields.tsx"
import { Form, type FormValues } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { PlaceField } from "../../territories/ui/contract.tsx"
import { themeRow } from "./theme-row.ts"

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
        initial={{ state: "active" }}
        draft={`matters.open.${body.id}`}
        input={(values) => ({
          bodyId: body.id,
          ...saidIn(values),
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
              lead: picked(matter.lead_id, matter.lead_name),
              staff: picked(matter.staff_id, matter.staff_name),
              theme: picked(matter.theme_id, matter.theme),
              territory: picked(matter.territory?.id, matter.territory?.name),
              state: matter.state,
              next: matter.next_step,
              nextOn: matter.next_on,
              confidential: matter.confidential,
            }}
            input={(values) => ({ matterId, ...saidIn(values) })}
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

const picked = (id: string | null | undefined, words: string | null | undefined) =>
  id ? { picked: true, id, words: words ?? "" } : null

const saidIn = (values: FormValues) => ({
  title: values["title"],
  standing: values["standing"] || null,
  state: values["state"],
  nextStep: values["next"] || null,
  nextOn: values["nextOn"] || null,
  leadId: values["lead"]?.id ?? null,
  staffId: values["staff"]?.id ?? null,
  themeId: values["theme"]?.id ?? null,
  territory: values["territory"]?.id ?? null,
  confidential: values["confidential"] === true,
})

const Fields = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const more = useMemo(() => ({ bodyId }), [bodyId])
  return (
    <>
      <TextField name="title" label={t("matters.field.title")} required />
      <ChoiceField
        name="state"
        label={t("matters.field.state")}
        options={states.map((value) => ({ value, words: t(`matters.state.${value}`) }))}
      />
      <LongTextField name="standing" label={t("matters.field.standing")} hint={t("matters.field.standing.hint")} />
      <TextField name="next" label={t("matters.field.next")} hint={t("matters.field.next.hint")} />
      <DateField name="nextOn" label={t("matters.field.next_on")} />
      <PickField name="lead" label={t("matters.field.lead")} more={more} />
      <PickField name="staff" label={t("matters.field.staff")} hint={t("matters.field.staff.hint")} more={more} />
      <PickField
        name="theme"
        label={t("matters.field.theme")}
        hint={t("matters.field.theme.hint")}
        read="themes.list"
        more={more}
        row={themeRow}
      />
      <PlaceField name="territory" label={t("matters.field.territory")} hint={t("matters.field.territory.hint")} />
      <CheckField
        name="confidential"
        label={t("matters.field.confidential")}
        hint={t("matters.field.confidential.hint")}
      />
    </>
  )
}

const states = ["watching", "active", "waiting"] as const
