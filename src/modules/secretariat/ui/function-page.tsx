import { Act } from "../../../shell/act.tsx"
import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { NotFound, Reading } from "../../../shell/fault.tsx"
import { Form, type FormValues } from "../../../shell/form.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { definitionOf, FunctionFields, valuesOf } from "./function-fields.tsx"

const useFunctions = () => {
  const { body } = useBody()
  return useRead("functions.list", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
}

const useCrumbs = (last: string) => {
  const t = useWords()
  return [
    { words: t("secretariat.title"), to: "/secretariat" },
    { words: t("secretariat.functions"), to: "/secretariat/fonctions" },
    { words: last },
  ]
}

const useDone = () => {
  const t = useWords()
  const go = useGo()
  return () => {
    tell({ words: t("secretariat.functions.saved") })
    go("/secretariat/fonctions")
  }
}

/** A function of the body's own. */
export const NewFunctionPage = () => {
  const t = useWords()
  const done = useDone()
  const crumbs = useCrumbs(t("secretariat.functions.add"))
  return (
    <Reading of={useFunctions()}>
      {(all) => (
        <Page title={t("secretariat.functions.add")} lead={all.body.name} crumbs={crumbs}>
          <Sheet padded>
            <Form
              command="functions.add"
              initial={{ holders_min: 0 }}
              input={(values: FormValues) => ({ ...definitionOf(values, all), bodyId: all.body.id })}
              send={t("secretariat.save")}
              onDone={done}
            >
              <FunctionFields all={all} />
            </Form>
          </Sheet>
        </Page>
      )}
    </Reading>
  )
}

/** What a function is called, what it allows, how many hold it. */
export const FunctionPage = () => {
  const t = useWords()
  const done = useDone()
  const go = useGo()
  const functionId = useParam("functionId")
  const crumbs = useCrumbs(t("secretariat.functions.change"))
  return (
    <Reading of={useFunctions()}>
      {(all) => {
        const { functions, may, body } = all
        const one = functions.find(({ id }) => id === functionId)
        if (!one || !may["functions.add"]) return <NotFound />
        return (
          <Page title={one.name_n} lead={body.name} crumbs={crumbs}>
            <Sheet padded>
              <Form
                command="functions.change"
                draft={`functions.change.${functionId}`}
                initial={valuesOf(one, all)}
                input={(values: FormValues) => ({ ...definitionOf(values, all), functionId })}
                send={t("secretariat.save")}
                onDone={done}
                beside={
                  <Act
                    command="functions.end"
                    input={{ functionId }}
                    kind="danger"
                    confirm={{
                      title: t("secretariat.functions.end.title", { name: one.name_n }),
                      words: t("secretariat.functions.end.words", { count: one.holders.length }),
                    }}
                    done={t("secretariat.functions.ended")}
                    onDone={() => go("/secretariat/fonctions")}
                  >
                    {t("secretariat.functions.end")}
                  </Act>
                }
              >
                <FunctionFields of={one} all={all} />
              </Form>
            </Sheet>
          </Page>
        )
      }}
    </Reading>
  )
}
