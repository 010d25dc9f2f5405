import { useRead } from "../../../shell/api.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { DateField, TextField, TimeField } from "../../../shell/fields.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** Another day, hour or place, or the day the convocation came: what is counted from them moves along. */
export const ChangePage = () => {
  const t = useWords()
  const go = useGo()
  return (
    <Reading of={useRead("sittings.read", { sittingId: useParam("sittingId") })}>
      {({ sitting, may }) =>
        may["sittings.change"] ? (
          <Page
            title={t("sittings.change.title")}
            lead={sitting.title}
            crumbs={[
              { words: t("sittings.place"), to: "/seances" },
              { words: sitting.title, to: `/seances/${sitting.id}` },
              { words: t("sittings.change") },
            ]}
          >
            <Sheet padded>
              <Form
                command="sittings.change"
                draft={`sittings.change.${sitting.id}`}
                initial={{
                  title: sitting.title,
                  day: sitting.starts.slice(0, 10),
                  at: sitting.starts.slice(11, 16),
                  place: sitting.place ?? "",
                  convenedOn: sitting.convened_on ?? "",
                }}
                input={(values) => ({
                  sittingId: sitting.id,
                  title: String(values["title"] ?? ""),
                  day: String(values["day"] ?? ""),
                  at: String(values["at"] ?? ""),
                  place: values["place"] || null,
                  convenedOn: values["convenedOn"] || null,
                })}
                send={t("sittings.save")}
                onDone={() => {
                  tell({ words: t("sittings.change.done") })
                  go(`/seances/${sitting.id}`)
                }}
              >
                <TextField name="title" label={t("sittings.field.title")} required />
                <DateField name="day" label={t("sittings.field.day")} required />
                <TimeField name="at" label={t("sittings.field.at")} required />
                <TextField name="place" label={t("sittings.field.place")} />
                <DateField
                  name="convenedOn"
                  label={t("sittings.field.convened")}
                  hint={t("sittings.field.convened.hint")}
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
