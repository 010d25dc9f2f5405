import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { It } from "./call-page.tsx"
import { Candidate } from "./candidate.tsx"

/** Those who stand: as they came, or in the order that was drawn. */
export const Candidates = ({ of: { call, candidates } }: { of: It }) => {
  const t = useWords()
  if (call.state === "draft" || call.state === "cancelled") return null
  if (!candidates)
    return (
      <Sheet title={t("calls.candidates")} padded>
        <p className="soft">{t("calls.candidates.later")}</p>
      </Sheet>
    )
  const isDrawn = call.state === "closed"
  return (
    <Sheet title={t("calls.candidates")}>
      <p className="pad soft">
        {candidates.length === 0
          ? t("calls.candidates.none")
          : t(isDrawn ? "calls.candidates.drawn" : "calls.candidates.as_come")}
      </p>
      <Rows numbered={isDrawn}>
        {candidates.map((one) => (
          <Row key={one.id} {...(isDrawn && one.place !== null ? { n: one.place } : {})}>
            <Candidate of={one} />
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
