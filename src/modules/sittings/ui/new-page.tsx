import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { ChoiceField, DateField, NumberField, TextField, TimeField } from "../../../shell/fields.tsx"
import { Form, type FormValues, useFormValues } from "../../../shell/form.tsx"
import { useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Assemblies = ReadOf<"assemblies.list">
const NEW = "new"

/** A sitting that an assembly called, of one we follow already or of one named here first. */
export const NewPage = () => {
  const t = useWords()
  const go = useGo()
  const { body } = useBody()
  const assemblies = useRead("assemblies.list", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return (
    <Reading of={assemblies}>
      {({ rows, country, may }) =>
        may["sittings.record"] ? (
          <Page
            title={t("sittings.new")}
            lead={body.name}
            crumbs={[{ words: t("sittings.place"), to: "/seances" }, { words: t("sittings.new") }]}
          >
            <Sheet padded>
              <Form
                command="sittings.record"
                draft={`sittings.record.${body.id}`}
                initial={{
                  assemblyId: rows[0]?.id ?? NEW,
                  kind: firstKind(country),
                  at: country === "BE" ? "19:30" : "09:30",
                }}
                input={(values) => said(values, body.id)}
                send={t("sittings.record")}
                onDone={({ sittingId }) => go(`/seances/${String(sittingId)}`)}
              >
                <Fields of={rows} country={country} />
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

const said = (values: FormValues, bodyId: string) => ({
  bodyId,
  ...(values["assemblyId"] === NEW
    ? {
        assembly: {
          name: String(values["name"] ?? ""),
          kind: values["kind"],
          seats: values["seats"] ?? null,
        },
      }
    : { assemblyId: String(values["assemblyId"]) }),
  title: String(values["title"] ?? ""),
  day: String(values["day"] ?? ""),
  at: String(values["at"] ?? ""),
  place: values["place"] || null,
  convenedOn: values["convenedOn"] || null,
})

const Fields = ({ of, country }: { of: Assemblies["rows"]; country: string }) => {
  const t = useWords()
  const isNew = useFormValues()["assemblyId"] === NEW
  return (
    <>
      <ChoiceField
        name="assemblyId"
        label={t("sittings.field.assembly")}
        options={[
          ...of.map(({ id, name }) => ({ value: id, words: name })),
          { value: NEW, words: t("sittings.assembly.new") },
        ]}
        required
      />
      {isNew && (
        <>
          <TextField name="name" label={t("sittings.assembly.name")} hint={t("sittings.assembly.name.hint")} required />
          <ChoiceField
            name="kind"
            label={t("sittings.assembly.kind")}
            options={kindsOf(country).map((kind) => ({ value: kind, words: t(`sittings.kind.${kind}`) }))}
            required
          />
          <NumberField name="seats" label={t("sittings.assembly.seats")} />
        </>
      )}
      <TextField name="title" label={t("sittings.field.title")} hint={t("sittings.field.title.hint")} required />
      <DateField name="day" label={t("sittings.field.day")} required />
      <TimeField name="at" label={t("sittings.field.at")} required />
      <TextField name="place" label={t("sittings.field.place")} />
      <DateField name="convenedOn" label={t("sittings.field.convened")} hint={t("sittings.field.convened.hint")} />
    </>
  )
}

// Those of the country first; a body near a border may follow one of the other side.
const french = [
  "fr_regional_council",
  "fr_permanent_commission",
  "fr_sector_commission",
  "fr_municipal_council",
] as const
const belgian = ["be_municipal_council", "be_cpas_council"] as const
const kindsOf = (country: string) =>
  country === "BE" ? ([...belgian, ...french, "other"] as const) : ([...french, ...belgian, "other"] as const)
const firstKind = (country: string) => kindsOf(country)[0]
