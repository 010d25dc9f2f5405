import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound } from "../../../shell/fault.tsx"
import { ChoiceField } from "../../../shell/fields.tsx"
import { Form, useFormValues } from "../../../shell/form.tsx"
import { useAddress, useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { chosen, forgetChosen } from "./chosen.ts"
import { ListFields, said } from "./fields.tsx"

const rings = ["member", "sympathiser", "supporter", "contact"] as const

/** A list of those chosen by name, or of all who have something in common. */
export const NewPage = () => {
  const t = useWords()
  const go = useGo()
  const { body } = useBody()
  const { values: address } = useAddress()
  const people = address["choisies"] ? chosen() : []
  if (!body) return <NotFound />
  return (
    <Page
      title={t("lists.new")}
      lead={body.name}
      crumbs={[{ words: t("lists.title"), to: "/listes" }, { words: t("lists.new") }]}
    >
      <Sheet padded>
        <Form
          command="lists.make"
          draft={`lists.make.${body.id}`}
          initial={{ phone: true, ring: "member" }}
          input={(values) => ({
            bodyId: body.id,
            ...said(values),
            ...(people.length > 0
              ? { personIds: people }
              : {
                  who: {
                    ...(values["ring"] ? { ring: values["ring"] } : {}),
                    ...(values["function"] ? { function: values["function"] } : {}),
                    ...(values["territory"] ? { territory: values["territory"] } : {}),
                  },
                }),
          })}
          send={t("lists.make")}
          onDone={({ listId }) => {
            forgetChosen()
            go(`/listes/${String(listId)}`)
          }}
        >
          {people.length > 0 ? (
            <p>
              <strong>{t("lists.of_chosen", { count: people.length })}</strong>
            </p>
          ) : (
            <Who bodyId={body.id} />
          )}
          <ListFields />
        </Form>
      </Sheet>
    </Page>
  )
}

const Who = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const { data: filters } = useRead("people.filters", { bodyId })
  const values = useFormValues()
  const who = Object.fromEntries(
    (["ring", "function", "territory"] as const).flatMap((name) =>
      values[name] ? [[name, String(values[name])]] : [],
    ),
  )
  const { data } = useRead("people.list", { bodyId, where: "here", ...who, limit: 1 } as never)
  return (
    <>
      <ChoiceField
        name="ring"
        label={t("lists.who.ring")}
        options={rings.map((value) => ({ value, words: t(`mandates.ring.${value}`) }))}
        as="select"
      />
      {filters && filters.functions.length > 0 && (
        <ChoiceField
          name="function"
          label={t("lists.who.function")}
          options={filters.functions.map(({ key, name }) => ({ value: key, words: name }))}
          as="select"
        />
      )}
      {filters && filters.places.length > 1 && (
        <ChoiceField
          name="territory"
          label={t("lists.who.territory")}
          options={filters.places.map(({ id, name }) => ({ value: id, words: name }))}
          as="select"
        />
      )}
      {data?.total !== undefined && <output>{t("lists.who.count", { count: data.total })}</output>}
    </>
  )
}
