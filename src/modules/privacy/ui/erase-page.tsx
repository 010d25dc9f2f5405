import { Act } from "../../../shell/act.tsx"
import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { useGo, useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** What an erasure will delete, empty and keep, and the act itself. */
export const ErasePage = () => {
  const t = useWords()
  const go = useGo()
  const personId = useParam("personId")
  return (
    <Reading of={useRead("privacy.foreseeErasure", { personId })}>
      {({ person: { name }, fates, in_office, minutes, may }) => (
        <Page
          title={t("privacy.erase")}
          lead={name}
          crumbs={[
            { words: t("people.title"), to: "/personnes" },
            { words: name, to: `/personnes/${personId}` },
            { words: t("privacy.title"), to: `/personnes/${personId}/vie-privee` },
            { words: t("privacy.erase") },
          ]}
          missing={
            in_office.length > 0
              ? [
                  {
                    words: t("privacy.erase.in_office", {
                      count: in_office.length,
                      functions: in_office.map((one) => `${one.function_name}, ${one.body_name}`).join(" · "),
                    }),
                    to: `/personnes/${personId}`,
                  },
                ]
              : undefined
          }
          main={
            in_office.length === 0 && (
              <Act
                command="privacy.erase"
                input={{ personId }}
                may={may}
                kind="danger"
                confirm={{ title: t("privacy.erase"), words: t("privacy.erase.confirm", { name }) }}
                done={t("privacy.erase.done")}
                onDone={() => go("/personnes")}
              >
                {t("privacy.erase")}
              </Act>
            )
          }
        >
          <p>{t("privacy.erase.lead")}</p>
          <Sheet>
            <Rows>
              {fates.map(({ key, title, count, fate }) => (
                <Row
                  key={key}
                  soft={String(count)}
                  end={
                    <Mark kind={fate === "deleted" ? "bad" : fate === "emptied" ? "wait" : "info"}>
                      {t(`privacy.erase.${fate}`)}
                    </Mark>
                  }
                >
                  {title}
                </Row>
              ))}
            </Rows>
          </Sheet>
          <p>{t("privacy.erase.minutes", { count: minutes })}</p>
          <p className="soft">{t("privacy.erase.backups")}</p>
        </Page>
      )}
    </Reading>
  )
}
