import { useRead } from "../../../shell/api.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Form } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { ListFields, said } from "./fields.tsx"

export const ChangePage = () => {
  const t = useWords()
  const go = useGo()
  const listId = useParam("listId")
  const it = useRead("lists.read", { listId, limit: 1 })
  return (
    <Reading of={it}>
      {({ list, may }) =>
        may["lists.change"] ? (
          <Page
            title={t("lists.change")}
            lead={list.name}
            crumbs={[
              { words: t("lists.title"), to: "/listes" },
              { words: list.name, to: `/listes/${list.id}` },
            ]}
          >
            <Sheet padded>
              <Form
                command="lists.change"
                draft={`lists.change.${list.id}`}
                initial={{
                  name: list.name,
                  purpose: list.purpose,
                  endsOn: list.ends_on,
                  ...Object.fromEntries(list.shows.map((one) => [one, true])),
                }}
                input={(values) => ({ listId: list.id, ...said(values) })}
                send={t("lists.save")}
                onDone={() => go(`/listes/${list.id}`)}
              >
                <ListFields />
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
