import { ChoiceField, EmailField, TextField } from "../../../shell/fields.tsx"
import { Form, type FormValues, useFormValues } from "../../../shell/form.tsx"
import { useLanguage, useWords } from "../../../shell/use-words.ts"
import type { ClaimInput } from "../claim.ts"
import type { Welcome } from "../welcome.ts"

type Profiles = Welcome["profiles"]
type Profile = Profiles[number]

/** The organisation, its first body, and who begins. */
export const Found = ({ code, profiles, back }: { code: string; profiles: Profiles; back: () => void }) => {
  const t = useWords()
  return (
    <Form
      command="accounts.claim"
      input={(values) => founding(code, values, profiles)}
      send={t("accounts.found.send")}
      beside={
        <button type="button" className="button quiet" onClick={back}>
          {t("accounts.back")}
        </button>
      }
    >
      <TextField
        name="organisation"
        label={t("accounts.found.organisation")}
        hint={t("accounts.found.organisation.hint")}
        autoComplete="organization"
        required
      />
      <h2>{t("accounts.found.body")}</h2>
      <Body profiles={profiles} />
      <h2>{t("accounts.found.you")}</h2>
      <You profiles={profiles} />
    </Form>
  )
}

const Body = ({ profiles }: { profiles: Profiles }) => {
  const t = useWords()
  const language = useLanguage()
  const suggestion = codeFor(String(useFormValues()["body.name"] ?? ""))
  return (
    <>
      <ChoiceField
        name="body.profile"
        label={t("accounts.found.profile")}
        hint={t("accounts.found.profile.hint")}
        options={profiles.map(({ key, name }) => ({
          value: key,
          words: name[language],
          hint: t(`accounts.profile.${key}`),
        }))}
        required
      />
      <TextField
        name="body.name"
        label={t("accounts.found.body.name")}
        hint={t("accounts.found.body.name.hint")}
        required
      />
      <TextField
        name="body.code"
        label={t("accounts.found.body.code")}
        hint={t("accounts.found.body.code.hint", { code: suggestion || "LIS" })}
        placeholder={suggestion}
        autoComplete="off"
      />
    </>
  )
}

const You = ({ profiles }: { profiles: Profiles }) => {
  const t = useWords()
  const language = useLanguage()
  const values = useFormValues()
  const form = formOf(values)
  const profile = profileOf(values, profiles)
  return (
    <>
      <TextField name="person.given_name" label={t("accounts.found.given_name")} autoComplete="given-name" required />
      <TextField
        name="person.family_name"
        label={t("accounts.found.family_name")}
        autoComplete="family-name"
        required
      />
      <ChoiceField
        name="person.form"
        label={t("accounts.found.form")}
        hint={t("accounts.found.form.hint")}
        options={(["f", "m", "n"] as const).map((value) => ({ value, words: t(`accounts.form.${value}`) }))}
        required
      />
      <EmailField
        name="person.email"
        label={t("accounts.found.email")}
        hint={t("accounts.found.email.hint")}
        required
      />
      {profile && (
        <ChoiceField
          name="person.function"
          label={t("accounts.found.function")}
          hint={t("accounts.found.function.hint", { usual: nameOf(profile, profile.founder)[language][form] })}
          options={profile.functions.map(({ key, name }) => ({ value: key, words: name[language][form] }))}
          as="select"
          required
        />
      )}
    </>
  )
}

const founding = (code: string, values: FormValues, profiles: Profiles): ClaimInput => {
  const text = (name: string) => String(values[name] ?? "")
  const profile = profileOf(values, profiles)
  return {
    code,
    organisation: text("organisation"),
    body: {
      name: text("body.name"),
      code: text("body.code") || codeFor(text("body.name")),
      profile: profile?.key ?? profiles[0]!.key,
    },
    person: {
      given_name: text("person.given_name"),
      family_name: text("person.family_name"),
      form: formOf(values),
      email: text("person.email").trim(),
      function: text("person.function"),
    },
  }
}

const formOf = (values: FormValues): "f" | "m" | "n" => values["person.form"] ?? "n"
const profileOf = (values: FormValues, profiles: Profiles): Profile | undefined =>
  profiles.find(({ key }) => key === values["body.profile"])
const nameOf = (profile: Profile, key: string) => profile.functions.find((one) => one.key === key)!.name

// "Locale de Valbruyère" is VAL to its members: the last word says where.
const codeFor = (name: string): string => {
  const words = name
    .normalize("NFD")
    .replaceAll(/[^a-zA-Z0-9\s'’-]/g, "")
    .split(/[\s'’-]+/)
    .filter((word) => word.length > 2)
  const code = (words.at(-1) ?? "").slice(0, 3).toUpperCase()
  return code.length >= 2 ? code : ""
}
