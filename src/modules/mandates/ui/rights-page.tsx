import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Besides } from "../../../shell/besides.tsx"
import { Reading } from "../../../shell/fault.tsx"
import { useParam } from "../../../shell/go.tsx"
import { Page } from "../../../shell/page.tsx"
import { readAddress } from "../../../shell/request.ts"
import { Empty, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Why = ReadOf<"mandates.rights">["groups"][number]["rows"][number]["why"]

/** What a person may do today, and why, in words that can be printed and handed over. */
export const RightsPage = () => {
  const t = useWords()
  const say = useFigures()
  const personId = useParam("personId")
  return (
    <Reading of={useRead("mandates.rights", { personId })}>
      {({ name, on, groups }) => (
        <Page
          title={t("mandates.rights")}
          lead={`${name} · ${t("mandates.rights.on", { day: say.day(on) })}`}
          crumbs={[
            { words: t("people.title"), to: "/personnes" },
            { words: name, to: `/personnes/${personId}` },
            { words: t("mandates.rights") },
          ]}
          acts={
            <a
              className="button"
              href={readAddress("mandates.rights.pdf", { personId })}
              target="_blank"
              rel="noreferrer"
            >
              {t("mandates.rights.print")}
            </a>
          }
        >
          <p className="soft">{t("mandates.rights.lead")}</p>
          {groups.length === 0 && (
            <Sheet>
              <Empty title={t("mandates.rights.none")} />
            </Sheet>
          )}
          {groups.map(({ body_id, body_name, rows }) => (
            <Sheet key={body_id} title={body_name}>
              <Rows>
                {byReason(rows).map(({ why, rights }) => (
                  <Row key={wordsOf(why)} soft={rights.join(" · ")}>
                    {wordsOf(why)}
                    {decisionsOf(why).map((id) => (
                      <Besides key={id} of="decision" id={id} />
                    ))}
                  </Row>
                ))}
              </Rows>
            </Sheet>
          ))}
        </Page>
      )}
    </Reading>
  )
}

// A function gives ten rights for one reason: the reason is said once.
const byReason = (rows: ReadOf<"mandates.rights">["groups"][number]["rows"]) =>
  [...Map.groupBy(rows, ({ why }) => wordsOf(why) + decisionsOf(why).join(" ")).values()].map((same) => ({
    why: same[0]!.why,
    rights: same.map(({ may }) => may),
  }))

const wordsOf = (why: Why) => why.map(({ words }) => words).join(" ")
const decisionsOf = (why: Why) => [...new Set(why.flatMap(({ decision_id }) => decision_id ?? []))]
