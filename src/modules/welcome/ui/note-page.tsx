import { useState } from "react"
import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { CheckField, ChoiceField } from "../../../shell/fields.tsx"
import { Form, type FormValues } from "../../../shell/form.tsx"
import { useGo } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { useWelcomeCrumbs } from "./crumbs.ts"
import { NewcomerFields } from "./newcomer-fields.tsx"

/** Somebody met at the market, or a friend: noted while they are still there. */
export const NotePage = () => {
  const t = useWords()
  const go = useGo()
  const crumbs = useWelcomeCrumbs()
  const { body } = useBody()
  // At a stand several come in a row: the door they came by and whoever takes care of them stay for the next.
  const [{ kept, noted }, setKept] = useState<{ kept?: FormValues; noted: number }>({ noted: 0 })
  const setLast = ({ source, agreed, mine }: FormValues) => {
    setKept({ kept: { wish: "contact", source, agreed, mine, another: true }, noted: noted + 1 })
    scrollTo(0, 0)
  }
  const read = useRead("newcomers.board", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  if (!body) return <NotFound />
  return (
    <Reading of={read}>
      {({ may, manages, hours }) =>
        may["newcomers.record"] ? (
          <Page title={t("welcome.note")} lead={t("welcome.note.lead", { body: body.name, hours })} crumbs={crumbs}>
            <Sheet padded>
              <Form
                key={noted}
                command="newcomers.record"
                draft={`newcomers.record ${body.id}`}
                initial={kept ?? { wish: "contact", source: "market", mine: !manages }}
                input={(values) => ({
                  bodyId: body.id,
                  given_name: values["given_name"] ?? "",
                  family_name: values["family_name"] ?? "",
                  phone: values["phone"] || null,
                  email: values["email"] || null,
                  town: values["town"] || null,
                  wish: values["wish"],
                  message: values["message"] || null,
                  source: values["source"],
                  agreed: values["agreed"] || null,
                  mine: values["mine"] === true,
                })}
                send={t("welcome.note.send")}
                onDone={({ newcomerId }, values) => {
                  const { mine, another } = values
                  if (another) {
                    tell({
                      words: t("welcome.note.done.another", {
                        name: `${values["given_name"]} ${values["family_name"]}`,
                      }),
                    })
                    setLast(values)
                    return
                  }
                  tell({ words: t("welcome.note.done") })
                  // Who notes somebody for others does not see them afterwards: that is for whoever takes care of them.
                  go(manages || mine ? `/arrivants/${newcomerId}` : "/arrivants")
                }}
                sticks
              >
                <NewcomerFields />
                <ChoiceField
                  name="source"
                  label={t("welcome.source")}
                  as="select"
                  options={(["market", "stand", "friend", "meeting", "paper", "other"] as const).map((value) => ({
                    value,
                    words: t(`welcome.source.${value}`),
                  }))}
                  required
                />
                <ChoiceField
                  name="agreed"
                  label={t("welcome.agreed")}
                  hint={t("welcome.agreed.hint")}
                  options={(["spoken", "paper"] as const).map((value) => ({
                    value,
                    words: t(`welcome.agreed.${value}`),
                  }))}
                  required
                />
                <CheckField name="mine" label={t("welcome.mine")} hint={t("welcome.mine.hint")} />
                <CheckField name="another" label={t("welcome.note.another")} hint={t("welcome.note.another.hint")} />
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
