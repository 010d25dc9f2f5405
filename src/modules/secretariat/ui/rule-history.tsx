import { useRead } from "../../../shell/api.ts"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

/** The values a rule had, each with its days, its text and how surely it was read. */
export const RuleHistory = ({ bodyId, ruleKey }: { bodyId: string; ruleKey: string }) => {
  const t = useWords()
  const say = useFigures()
  const { data } = useRead("rules.history", { bodyId, key: ruleKey })
  if (!data || data.rows.length === 0) return null
  return (
    <Sheet title={t("secretariat.history")}>
      <Rows>
        {data.rows.map((one) => (
          <Row
            key={one.id}
            soft={[
              one.valid_from
                ? t("secretariat.rulebook.since", { day: say.dayOnly(one.valid_from) })
                : t("secretariat.history.always"),
              one.legal_basis,
              one.source !== "Permanence" && one.source,
              one.read_on && t("secretariat.rulebook.read_on", { day: say.dayOnly(one.read_on) }),
              t.named(`secretariat.confidence.${one.confidence}`),
              one.from && t("secretariat.rulebook.from", { body: one.from }),
            ]
              .filter(Boolean)
              .join(" · ")}
          >
            <b>{one.words ?? t("secretariat.rulebook.unknown")}</b>{" "}
            {one.is_own && <Mark kind="good">{t("secretariat.rulebook.is_own")}</Mark>}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
