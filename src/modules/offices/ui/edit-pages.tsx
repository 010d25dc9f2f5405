import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Form, type FormValues, useFormValues } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { type Pick, PickField } from "../../../shell/pick-field.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { today, useWords } from "../../../shell/use-words.ts"
import { InstitutionField, isNew, pickedInstitution } from "./institution-field.tsx"
import { Foreseen, OfficeFields, officeOf } from "./office-fields.tsx"

type Register = ReadOf<"offices.register">

/** Somebody sits somewhere: in an institution of the register, or in one that is named here first. */
export const NewPage = () => {
  const t = useWords()
  const go = useGo()
  const { body } = useBody()
  const register = useRead("offices.register", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  return (
    <Reading of={register}>
      {({ body: { id: bodyId, name, country }, institutions, may }) =>
        may["offices.record"] ? (
          <Page
            title={t("offices.new")}
            lead={name}
            crumbs={[{ words: t("offices.title"), to: "/mandats" }, { words: t("offices.new") }]}
          >
            <Sheet padded>
              <Form
                command="offices.record"
                draft={`offices.record.${bodyId}`}
                initial={{
                  "new.level": "local",
                  since: today(),
                  origin: "elected",
                  paid: "unknown",
                  stance: "none",
                  listed: true,
                }}
                input={(values: FormValues) => ({
                  bodyId,
                  personId: values["personId"]?.id,
                  ...pickedInstitution(values),
                  ...officeOf(values),
                })}
                send={t("offices.record")}
                onDone={({ officeId }) => {
                  tell({ words: t("offices.recorded") })
                  go(`/mandats/${officeId}`)
                }}
              >
                <Fields
                  bodyId={bodyId}
                  country={country}
                  institutions={institutions.filter(({ closed_on }) => !closed_on)}
                />
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

const Fields = ({
  bodyId,
  country,
  institutions,
}: {
  bodyId: string
  country: string
  institutions: Register["institutions"]
}) => {
  const t = useWords()
  const values = useFormValues()
  const pick = values["institutionId"] as Pick | null | undefined
  const kind = isNew(pick) ? values["new.kind"] : institutions.find(({ id }) => id === pick?.id)?.kind
  return (
    <>
      <PickField name="personId" label={t("offices.field.person")} required />
      <InstitutionField bodyId={bodyId} />
      <OfficeFields institutions={institutions} country={country} />
      <Foreseen bodyId={bodyId} kind={kind} />
    </>
  )
}

/** What was said wrongly, or is known by now. */
export const ChangePage = () => {
  const t = useWords()
  const go = useGo()
  const officeId = useParam("officeId")
  return (
    <Reading of={useRead("offices.read", { officeId })}>
      {({ office, may }) =>
        may["offices.change"] ? (
          <Page
            title={t("offices.change")}
            lead={`${office.name}, ${office.institution}`}
            crumbs={[
              { words: t("offices.title"), to: "/mandats" },
              { words: office.institution, to: `/mandats/${officeId}` },
              { words: t("offices.change") },
            ]}
          >
            <Sheet padded>
              <Form
                command="offices.change"
                draft={`offices.change.${officeId}`}
                initial={valuesOf(office, t("offices.decision.kept"))}
                input={(values: FormValues) => ({ officeId, ...officeOf(values) })}
                send={t("offices.save")}
                onDone={() => {
                  tell({ words: t("offices.changed") })
                  go(`/mandats/${officeId}`)
                }}
              >
                <Corrected bodyId={office.body_id} />
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

const Corrected = ({ bodyId }: { bodyId: string }) => {
  const { data } = useRead("offices.register", { bodyId })
  return <OfficeFields institutions={data?.institutions ?? []} country={data?.body.country ?? ""} />
}

const valuesOf = (office: ReadOf<"offices.read">["office"], kept: string): FormValues => ({
  institutionId: office.institution_id,
  role: office.role,
  title: office.title,
  since: office.since,
  until: office.until,
  origin: office.origin,
  sentBy: office.sent_by_id,
  decisionId: office.decision_id && { picked: true, id: office.decision_id, words: kept },
  originNote: office.origin_note,
  delegation: office.delegation,
  stance: office.stance ?? "none",
  paid: office.paid === null ? "unknown" : office.paid ? "yes" : "no",
  gross: office.yearly_gross_cents === null ? null : Number(office.yearly_gross_cents) / 100,
  listed: office.listed,
})
