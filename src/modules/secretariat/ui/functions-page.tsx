import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Reading } from "../../../shell/fault.tsx"
import { Link } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { warningWords } from "../../mandates/ui/contract.tsx"

/** The functions of the body, who holds them, and where it falls short of its rules. */
export const FunctionsPage = () => {
  const t = useWords()
  const say = useFigures()
  const { body } = useBody()
  const read = useRead("functions.list", { bodyId: body?.id ?? "" }, { enabled: Boolean(body) })
  return (
    <Reading of={read}>
      {({ functions, warnings, unheld, may, body: { name } }) => {
        const names = functions.map(({ id, name_n }) => ({ id, name: name_n }))
        const people = functions.flatMap(({ holders }) => holders.map((one) => ({ id: one.person_id, name: one.name })))
        const mayChange = may["functions.add"]
        return (
          <Page
            title={t("secretariat.functions")}
            lead={name}
            crumbs={[{ words: t("secretariat.title"), to: "/secretariat" }, { words: t("secretariat.functions") }]}
            missing={
              warnings.length + unheld.length > 0
                ? [
                    ...unheld.map((one) => ({ words: t("mandates.unheld", { what: t(`capability.${one}`) }) })),
                    ...warnings.map((one) => ({ words: warningWords(one, names, people, t) })),
                  ]
                : undefined
            }
            purpose={t("secretariat.functions.short")}
            main={
              mayChange && (
                <Link className="button main" to="/secretariat/fonctions/nouvelle">
                  {t("secretariat.functions.add")}
                </Link>
              )
            }
          >
            <Sheet>
              <Rows>
                {functions.map(({ id, name_n, capabilities, holders }) => (
                  <Row
                    key={id}
                    soft={
                      <>
                        {holders.length === 0
                          ? t("secretariat.functions.nobody")
                          : holders.map((one, at) => (
                              <span key={one.person_id}>
                                {at > 0 && ", "}
                                <Link to={`/personnes/${one.person_id}`}>
                                  {one.until
                                    ? t("secretariat.functions.until", { name: one.name, day: say.dayOnly(one.until) })
                                    : one.name}
                                </Link>
                              </span>
                            ))}
                        {" · "}
                        {t("secretariat.functions.count", { count: capabilities.length })}
                      </>
                    }
                    end={
                      mayChange && (
                        <Link className="button quiet" to={`/secretariat/fonctions/${id}`}>
                          {t("secretariat.functions.change")}
                          <span className="unseen">, {name_n}</span>
                        </Link>
                      )
                    }
                  >
                    {name_n}
                  </Row>
                ))}
              </Rows>
            </Sheet>
          </Page>
        )
      }}
    </Reading>
  )
}
