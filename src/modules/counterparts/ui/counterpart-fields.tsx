import type { ReadOf } from "../../../shell/api.ts"
import { ChoiceField, EmailField, LongTextField, PhoneField, TextField } from "../../../shell/fields.tsx"
import { type FormValues, useFormValues } from "../../../shell/form.tsx"
import { type Pick, PickField } from "../../../shell/pick-field.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { kinds } from "./kinds.ts"

type Place = ReadOf<"territories.search">["rows"][number]

/** Who they are, what they deal with and how to reach them: the same fields for a new counterpart and a known one. */
export const CounterpartFields = ({ nature }: { nature: "organisation" | "person" }) => {
  const t = useWords()
  const values = useFormValues()
  return (
    <>
      {nature === "organisation" ? (
        <>
          <TextField name="name" label={t("counterparts.field.name")} autoComplete="off" required />
          <ChoiceField
            name="kind"
            label={t("counterparts.field.kind")}
            options={kinds.map((value) => ({ value, words: t(`counterparts.kind.${value}`) }))}
            required
          />
        </>
      ) : (
        <>
          <TextField name="given_name" label={t("counterparts.field.given_name")} autoComplete="off" />
          <TextField name="name" label={t("counterparts.field.family_name")} autoComplete="off" required />
          <ChoiceField
            name="form"
            label={t("counterparts.field.form")}
            options={(["f", "m", "n"] as const).map((value) => ({ value, words: t(`counterparts.form.${value}`) }))}
          />
        </>
      )}
      <EmailField name="email" label={t("counterparts.field.email")} autoComplete="off" />
      <PhoneField name="phone" label={t("counterparts.field.phone")} />
      <TextField name="themes" label={t("counterparts.field.themes")} hint={t("counterparts.field.themes.hint")} />
      <PickField
        name="place"
        label={t("counterparts.field.place")}
        hint={t("counterparts.field.place.hint")}
        read="territories.search"
        row={({ id, name, parent }: Place) => ({ id, words: name, ...(parent ? { soft: parent } : {}) })}
      />
      {!values["place"] && (
        <TextField
          name="territory"
          label={t("counterparts.field.territory")}
          hint={t("counterparts.field.territory.hint")}
          autoComplete="off"
        />
      )}
    </>
  )
}

/** What is filled in when there is time. */
export const MoreFields = () => {
  const t = useWords()
  return (
    <>
      <TextField name="website" label={t("counterparts.field.website")} placeholder="https://" autoComplete="off" />
      <TextField name="street" label={t("counterparts.field.street")} autoComplete="off" />
      <TextField name="postcode" label={t("counterparts.field.postcode")} autoComplete="off" />
      <TextField name="town" label={t("counterparts.field.town")} autoComplete="off" />
      <TextField name="country" label={t("counterparts.field.country")} autoComplete="off" />
      <LongTextField name="note" label={t("counterparts.field.note")} hint={t("counterparts.field.note.hint")} />
    </>
  )
}

/** The official place that was picked before, as the field takes it. */
export const placeOf = ({ territory, territory_code }: { territory: string | null; territory_code: string | null }) =>
  territory_code?.includes("/")
    ? { territory: null, place: { picked: true as const, id: territory_code, words: territory ?? territory_code } }
    : { territory, place: null }

const territoryOf = (place: Pick | null | undefined, territory: unknown) =>
  place
    ? { territory: place.words, territory_code: place.id }
    : { territory: territory ? String(territory) : null, territory_code: null }

/** What the fields say, as the commands take it: themes are typed with commas, and a place is an official one or in words. */
export const detailsOf = ({ themes, place, territory, ...values }: FormValues) => ({
  ...(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === "" ? null : value])) as {
    name: string
  }),
  ...territoryOf(place as Pick | null | undefined, territory),
  themes: String(themes ?? "")
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter(Boolean),
})
