import type { ReadOf } from "../../../shell/api.ts"
import { ChoiceField, DateField, NumberField, TextField } from "../../../shell/fields.tsx"
import { type FormValues, useFormValues } from "../../../shell/form.tsx"
import { type Pick, PickField } from "../../../shell/pick-field.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { InstitutionField, pickedInstitution, roles } from "../../offices/ui/contract.tsx"

type Register = ReadOf<"offices.register">

const parities = ["none", "balance", "alternation"] as const
const ANY = "any"

/** Where, as what, how many seats, from which day to which, by whose choice, with what parity. */
export const DesignationFields = ({ register }: { register: Register }) => {
  const t = useWords()
  const values = useFormValues()
  const { id: bodyId, country } = register.body
  const there = (values["institutionId"] as Pick | null | undefined)?.id
  const senders = register.institutions.filter(({ id, closed_on }) => !closed_on && id !== there)
  return (
    <>
      <InstitutionField bodyId={bodyId} />
      <ChoiceField
        name="role"
        label={t("designations.role")}
        as="select"
        options={roles.map((value) => ({ value, words: t(`offices.role.${value}`, { form: "n", country }) }))}
        required
      />
      <TextField name="title" label={t("designations.field.title")} hint={t("offices.field.title.hint")} />
      <NumberField
        name="seats"
        label={t("designations.field.seats")}
        hint={t("designations.field.seats.hint")}
        min={1}
        max={500}
        required
      />
      <NumberField
        name="substitutes"
        label={t("designations.field.substitutes")}
        hint={t("designations.field.substitutes.hint")}
        min={0}
        max={500}
        required
      />
      <DateField name="since" label={t("designations.since")} required />
      <DateField name="until" label={t("designations.until")} hint={t("designations.until.hint")} />
      <ChoiceField
        name="origin"
        label={t("designations.field.origin")}
        as="radio"
        options={(["institution", "body"] as const).map((value) => ({
          value,
          words: t(`designations.origin.${value}`),
          hint: t(`designations.origin.${value}.hint`),
        }))}
        required
      />
      {values["origin"] === "institution" && senders.length > 0 && (
        <ChoiceField
          name="sentBy"
          label={t("designations.sent_by")}
          hint={t("designations.sent_by.hint")}
          as="select"
          options={senders.map(({ id, name }) => ({ value: id, words: name }))}
        />
      )}
      <TextField name="basis" label={t("designations.basis")} hint={t("designations.basis.hint")} />
      <PickField
        name="matter"
        label={t("designations.matter")}
        read="matters.list"
        more={{ bodyId }}
        row={({ id, title }: { id: string; title: string }) => ({ id, words: title })}
      />
      <ChoiceField
        name="parity"
        label={t("designations.parity")}
        as="radio"
        options={parities.map((value) => ({
          value,
          words: t(`designations.parity.${value}`),
          ...(value === "none" ? {} : { hint: t(`designations.parity.${value}.hint`) }),
        }))}
        required
      />
      {values["parity"] === "alternation" && (
        <ChoiceField
          name="first"
          label={t("designations.first")}
          as="radio"
          options={([ANY, "f", "m"] as const).map((value) => ({ value, words: t(`designations.first.${value}`) }))}
          required
        />
      )}
    </>
  )
}

/** The command’s input from what the fields hold. */
export const said = (values: FormValues) => ({
  ...pickedInstitution(values),
  role: values["role"] as "member",
  title: String(values["title"] ?? "").trim() || null,
  seats: Number(values["seats"]),
  substitutes: Number(values["substitutes"] ?? 0),
  since: String(values["since"] ?? ""),
  until: values["until"] ? String(values["until"]) : null,
  origin: values["origin"] as "institution",
  sentBy: values["origin"] === "institution" && values["sentBy"] ? String(values["sentBy"]) : null,
  basis: String(values["basis"] ?? "").trim() || null,
  matterId: (values["matter"] as Pick | null | undefined)?.id ?? null,
  parity: values["parity"] as "none",
  first: values["first"] === "f" || values["first"] === "m" ? (values["first"] as "f") : null,
})

export const asValues = ({ designation: it, matter }: ReadOf<"designations.read">): FormValues => ({
  institutionId: { picked: true, id: it.institution_id, words: it.institution },
  role: it.role,
  title: it.title ?? "",
  seats: it.seats,
  substitutes: it.substitutes,
  since: it.since,
  until: it.until ?? "",
  origin: it.origin,
  sentBy: it.sent_by ?? "",
  basis: it.basis ?? "",
  matter: matter && { picked: true, id: matter.id, words: matter.title },
  parity: it.parity,
  first: it.first ?? ANY,
})

export const usual = (since: string): FormValues => ({
  "new.level": "local",
  role: "member",
  substitutes: 0,
  since,
  origin: "institution",
  parity: "none",
  first: ANY,
})
