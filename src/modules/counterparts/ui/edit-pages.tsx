import { useMemo } from "react"
import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { CheckField, ChoiceField, DateField, TextField } from "../../../shell/fields.tsx"
import { Form, type FormValues, useFormValues } from "../../../shell/form.tsx"
import { useAddress, useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { PickField } from "../../../shell/pick-field.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { CounterpartFields, detailsOf, placeOf, MoreFields } from "./counterpart-fields.tsx"

/** An organisation or a person outside; ?organisation= is where the person has a role. */
export const NewPage = () => {
  const t = useWords()
  const go = useGo()
  const { body } = useBody()
  const { values } = useAddress()
  const outsideId = values["organisation"]
  const outside = useRead("counterparts.read", { counterpartId: outsideId ?? "" }, { enabled: Boolean(outsideId) }).data
  if (!body) return <NotFound />
  if (outsideId && !outside) return null
  const bodyId = outside?.counterpart.body_id ?? body.id
  return (
    <Page
      title={t("counterparts.new")}
      crumbs={[{ words: t("counterparts.place"), to: "/interlocuteurs" }]}
      lead={outside?.counterpart.body_name ?? body.name}
    >
      <Sheet padded>
        <Form
          command="counterparts.add"
          draft={`counterparts.add.${bodyId}.${outsideId ?? ""}`}
          initial={{
            nature: outside ? "person" : "organisation",
            form: "n",
            outsideId: outside && {
              picked: true,
              id: outside.counterpart.id,
              words: outside.counterpart.full_name,
            },
          }}
          input={(fields) => asNew(fields, bodyId)}
          send={t("counterparts.add_it")}
          onDone={({ counterpartId }) => {
            tell({ words: t("counterparts.added") })
            go(outsideId ? `/interlocuteurs/${outsideId}` : `/interlocuteurs/${counterpartId}`)
          }}
        >
          <NewFields bodyId={bodyId} />
        </Form>
      </Sheet>
    </Page>
  )
}

const NewFields = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const nature = useFormValues()["nature"] === "person" ? "person" : "organisation"
  const more = useMemo(() => ({ bodyId, nature: "organisation" }), [bodyId])
  return (
    <>
      <ChoiceField
        name="nature"
        label={t("counterparts.field.nature")}
        options={(["organisation", "person"] as const).map((value) => ({
          value,
          words: t(`counterparts.nature.${value}`),
        }))}
        required
      />
      {nature === "person" && (
        <>
          <PickField
            name="outsideId"
            label={t("counterparts.field.outside")}
            hint={t("counterparts.field.outside.hint")}
            read="counterparts.pick"
            more={more}
          />
          <TextField name="title" label={t("counterparts.field.title")} hint={t("counterparts.field.title.hint")} />
        </>
      )}
      <CounterpartFields nature={nature} />
      <details>
        <summary>{t("counterparts.more")}</summary>
        {nature === "person" && <DateField name="since" label={t("counterparts.field.since")} />}
        <MoreFields />
      </details>
      <CheckField name="sure" label={t("counterparts.sure")} hint={t("counterparts.sure.hint")} />
    </>
  )
}

const asNew = ({ sure, nature, outsideId, title, since, ...fields }: FormValues, bodyId: string) => {
  const { kind, ...details } = detailsOf(fields) as ReturnType<typeof detailsOf> & { kind?: never }
  const isPerson = nature === "person"
  return {
    ...details,
    ...(isPerson ? {} : { kind }),
    bodyId,
    nature,
    outsideId: isPerson ? (outsideId?.id ?? null) : null,
    title: isPerson ? title || null : null,
    since: isPerson ? since || null : null,
    sure: sure === true,
  }
}

/** What is known of a counterpart. */
export const ChangePage = () => {
  const t = useWords()
  const go = useGo()
  const counterpartId = useParam("counterpartId")
  return (
    <Reading of={useRead("counterparts.read", { counterpartId })}>
      {({ counterpart: c }) => (
        <Page
          title={t("counterparts.change")}
          crumbs={[
            { words: t("counterparts.place"), to: "/interlocuteurs" },
            { words: c.full_name, to: `/interlocuteurs/${c.id}` },
          ]}
        >
          <Sheet padded>
            <Form
              command="counterparts.change"
              initial={{
                kind: c.kind,
                name: c.name,
                given_name: c.given_name,
                form: c.form,
                themes: c.themes.join(", "),
                ...placeOf(c),
                street: c.street,
                postcode: c.postcode,
                town: c.town,
                country: c.country,
                email: c.email,
                phone: c.phone,
                website: c.website,
                note: c.note,
              }}
              input={(fields) => ({ ...detailsOf(fields), counterpartId })}
              send={t("counterparts.save")}
              onDone={() => go(`/interlocuteurs/${counterpartId}`)}
            >
              <CounterpartFields nature={c.nature} />
              <MoreFields />
            </Form>
          </Sheet>
        </Page>
      )}
    </Reading>
  )
}
