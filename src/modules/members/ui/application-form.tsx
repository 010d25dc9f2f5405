import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { ChoiceField, DateField, EmailField, LongTextField, PhoneField, TextField } from "../../../shell/fields.tsx"
import { Form, type FormValues } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { dayHere, today, useWords } from "../../../shell/use-words.ts"
import { useMembersCrumbs } from "./crumbs.ts"

/** An application that came on paper or by mouth. */
export const NewApplicationPage = () => {
  const t = useWords()
  const go = useGo()
  const crumbs = useMembersCrumbs()
  const { body } = useBody()
  if (!body) return <NotFound />
  return (
    <Page
      title={t("members.application.new")}
      lead={body.name}
      crumbs={[...crumbs, { words: t("members.page.applications"), to: "/membres/demandes" }]}
    >
      <Sheet padded>
        <Form
          command="applications.record"
          draft={`applications.record ${body.id}`}
          initial={{
            form: "n",
            language: "fr",
            ring: "member",
            source: "paper",
            consentText: t("members.consent.usual", { body: body.name }),
            consentFrom: t("members.consent.paper"),
            consentOn: today(),
          }}
          input={(values) => ({ ...asked(values), bodyId: body.id })}
          send={t("members.application.record")}
          onDone={({ applicationId }) => go(`/membres/demandes/${applicationId}`)}
        >
          <Fields />
        </Form>
      </Sheet>
    </Page>
  )
}

/** What was left out or mistyped, put right. */
export const CompleteApplicationPage = () => {
  const t = useWords()
  const go = useGo()
  const crumbs = useMembersCrumbs()
  const applicationId = useParam("applicationId")
  const read = useRead("applications.read", { applicationId })
  return (
    <Reading of={read}>
      {({ application, name }) => (
        <Page
          title={t("members.application.complete")}
          crumbs={[
            ...crumbs,
            { words: t("members.page.applications"), to: "/membres/demandes" },
            { words: name, to: `/membres/demandes/${applicationId}` },
          ]}
        >
          <Sheet padded>
            <Form
              command="applications.complete"
              draft={`applications.complete ${applicationId}`}
              initial={{
                ...application,
                consentText: application.consent_text ?? "",
                consentFrom: application.consent_from ?? "",
                consentOn: application.consent_at ? dayHere(application.consent_at) : "",
              }}
              input={(values) => ({ ...asked(values), applicationId })}
              send={t("members.save")}
              onDone={() => go(`/membres/demandes/${applicationId}`)}
            >
              <Fields />
            </Form>
          </Sheet>
        </Page>
      )}
    </Reading>
  )
}

const asked = (values: FormValues) => ({
  given_name: values["given_name"],
  family_name: values["family_name"],
  form: values["form"],
  language: values["language"],
  email: values["email"] || null,
  phone: values["phone"] || null,
  street: values["street"] || null,
  postcode: values["postcode"] || null,
  town: values["town"] || null,
  country: values["country"] || null,
  ring: values["ring"],
  message: values["message"] || null,
  source: values["source"],
  consentText: values["consentText"] || null,
  consentFrom: values["consentFrom"] || null,
  consentOn: values["consentOn"] || null,
})

const Fields = () => {
  const t = useWords()
  return (
    <>
      <TextField name="given_name" label={t("people.given_name")} autoComplete="off" required />
      <TextField name="family_name" label={t("people.family_name")} autoComplete="off" required />
      <ChoiceField
        name="form"
        label={t("people.form")}
        options={(["f", "m", "n"] as const).map((value) => ({ value, words: t(`people.form.${value}`) }))}
        required
      />
      <ChoiceField
        name="ring"
        label={t("members.application.ring")}
        options={(["member", "sympathiser", "supporter"] as const).map((value) => ({
          value,
          words: t(`mandates.ring.${value}`),
        }))}
        required
      />
      <h2>{t("people.contact")}</h2>
      <EmailField name="email" label={t("people.email")} autoComplete="off" />
      <PhoneField name="phone" label={t("people.phone")} />
      <TextField name="street" label={t("people.street")} autoComplete="off" />
      <TextField name="postcode" label={t("people.postcode")} autoComplete="off" />
      <TextField name="town" label={t("people.town")} autoComplete="off" />
      <ChoiceField
        name="language"
        label={t("people.language")}
        options={(["fr", "en"] as const).map((value) => ({ value, words: t(`people.language.${value}`) }))}
        required
      />
      <h2>{t("members.application.how")}</h2>
      <ChoiceField
        name="source"
        label={t("members.column.source")}
        as="select"
        options={(["paper", "stand", "friend", "mail", "site", "other"] as const).map((value) => ({
          value,
          words: t(`members.source.${value}`),
        }))}
        required
      />
      <LongTextField name="message" label={t("members.application.message")} />
      <h2>{t("members.consent")}</h2>
      <LongTextField name="consentText" label={t("members.consent.text")} hint={t("members.consent.text.hint")} />
      <TextField name="consentFrom" label={t("members.consent.from")} hint={t("members.consent.from.hint")} />
      <DateField name="consentOn" label={t("members.consent.on")} max={today()} />
    </>
  )
}
