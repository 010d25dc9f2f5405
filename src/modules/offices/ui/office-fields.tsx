import { useRead } from "../../../shell/api.ts"
import { CheckField, ChoiceField, DateField, LongTextField, NumberField, TextField } from "../../../shell/fields.tsx"
import { type FormValues, useFormValues } from "../../../shell/form.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { institutionKinds, levels, origins, roles } from "./kinds-shown.ts"
import { Warnings } from "./warnings.tsx"
import { warningOf } from "./said.ts"

type Institution = { id: string; name: string }

/** What somebody is there, from when to when, by whose choice, with what, for how much. */
export const OfficeFields = ({ institutions, country }: { institutions: readonly Institution[]; country: string }) => {
  const t = useWords()
  const values = useFormValues()
  return (
    <>
      <ChoiceField
        name="role"
        label={t("offices.field.role")}
        as="select"
        options={roles.map((value) => ({ value, words: t(`offices.role.${value}`, { form: "n", country }) }))}
        required
      />
      <TextField name="title" label={t("offices.field.title")} hint={t("offices.field.title.hint")} />
      <DateField name="since" label={t("offices.field.since")} required />
      <DateField name="until" label={t("offices.field.until")} hint={t("offices.field.until.hint")} />
      <ChoiceField
        name="origin"
        label={t("offices.field.origin")}
        options={origins.map((value) => ({ value, words: t(`offices.origin.${value}`) }))}
        required
      />
      {values["origin"] === "institution" && (
        <ChoiceField
          name="sentBy"
          label={t("offices.field.sent_by")}
          hint={t("offices.field.sent_by.hint")}
          as="select"
          options={institutions
            .filter(({ id }) => id !== (values["institutionId"]?.id ?? values["institutionId"]))
            .map(({ id, name }) => ({ value: id, words: name }))}
        />
      )}
      {values["origin"] === "body" && (
        <PickField
          name="decisionId"
          label={t("offices.field.decision")}
          hint={t("offices.field.decision.hint")}
          read="decisions.pick"
        />
      )}
      <TextField name="originNote" label={t("offices.field.origin_note")} hint={t("offices.field.origin_note.hint")} />
      <LongTextField name="delegation" label={t("offices.field.delegation")} rows={2} />
      <ChoiceField
        name="stance"
        label={t("offices.field.stance")}
        options={(["majority", "opposition", "none"] as const).map((value) => ({
          value,
          words: t(`offices.stance.${value}`),
        }))}
      />
      <ChoiceField
        name="paid"
        label={t("offices.field.paid")}
        options={(["yes", "no", "unknown"] as const).map((value) => ({ value, words: t(`offices.paid.${value}`) }))}
      />
      {values["paid"] === "yes" && (
        <NumberField
          name="gross"
          label={t("offices.field.gross")}
          hint={t("offices.field.gross.hint")}
          unit="€"
          min={0}
        />
      )}
      <CheckField name="listed" label={t("offices.field.listed")} />
    </>
  )
}

/** An institution that the register does not know yet; `named`: its name was said before. */
export const InstitutionFields = ({ prefix = "", named = false }: { prefix?: string; named?: boolean }) => {
  const t = useWords()
  return (
    <>
      {!named && (
        <TextField
          name={`${prefix}name`}
          label={t("offices.field.name")}
          hint={t("offices.field.name.hint")}
          required
        />
      )}
      <ChoiceField
        name={`${prefix}kind`}
        label={t("offices.field.kind")}
        as="select"
        options={institutionKinds.map((value) => ({ value, words: t(`offices.kind.${value}`) }))}
        required
      />
      <ChoiceField
        name={`${prefix}level`}
        label={t("offices.field.level")}
        as="select"
        options={levels.map((value) => ({ value, words: t(`offices.level.${value}`) }))}
        required
      />
      <NumberField
        name={`${prefix}seats`}
        label={t("offices.field.seats")}
        hint={t("offices.field.seats.hint")}
        min={0}
        max={1000}
      />
    </>
  )
}

export const institutionOf = (values: FormValues, prefix = "") => ({
  name: String(values[`${prefix}name`] ?? ""),
  kind: values[`${prefix}kind`] as (typeof institutionKinds)[number],
  level: values[`${prefix}level`] as (typeof levels)[number],
  seats: typeof values[`${prefix}seats`] === "number" ? (values[`${prefix}seats`] as number) : null,
})

/** The fields as the commands take them. */
export const officeOf = (values: FormValues) => ({
  role: values["role"] as (typeof roles)[number],
  title: values["title"] || null,
  since: String(values["since"] ?? ""),
  until: values["until"] || null,
  origin: values["origin"] as (typeof origins)[number],
  sentBy: values["origin"] === "institution" ? values["sentBy"] || null : null,
  decisionId: values["origin"] === "body" ? (values["decisionId"]?.id ?? null) : null,
  originNote: values["originNote"] || null,
  delegation: values["delegation"] || null,
  stance:
    values["stance"] === "majority" || values["stance"] === "opposition" ? (values["stance"] as "majority") : null,
  paid: values["paid"] === "yes" ? true : values["paid"] === "no" ? false : null,
  yearlyGrossCents:
    values["paid"] === "yes" && typeof values["gross"] === "number" ? String(Math.round(values["gross"] * 100)) : null,
  listed: values["listed"] !== false,
})

/** What the law and the party have against it, while it is typed. */
export const Foreseen = ({ bodyId, kind }: { bodyId: string; kind: string | undefined }) => {
  const t = useWords()
  const values = useFormValues()
  const personId = values["personId"]?.id
  const { role, origin, since } = values
  const ready = Boolean(personId && kind && role && origin && since)
  const asked = { bodyId, personId, kind: kind as "cpas", role, origin, since, until: values["until"] || null }
  const { data } = useRead("offices.foresee", asked, { enabled: ready, keepPrevious: true })
  if (!ready || !data) return null
  return <Warnings of={data.warnings.map((one) => ({ key: one.rule, words: warningOf(one, t) }))} />
}
