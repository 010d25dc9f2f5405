import { Empty, Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { today, useFigures, useWords } from "../../../shell/use-words.ts"
import { span } from "./span.ts"

export type MandateLine = {
  id: string
  body_id: string
  body_name: string
  function_name: string
  since: string
  until: string | null
  origin: "vote" | "decision" | "appointment" | "founding"
  origin_note: string | null
  may_change: boolean
}
type Named = { id: string; name: string }

/** What a person holds and held, each with where it comes from. */
export const Mandates = ({ of }: { personId: string; of: readonly MandateLine[]; bodies: readonly Named[] }) => {
  const t = useWords()
  return (
    <Sheet title={t("mandates.mandates")}>
      {of.length === 0 ? (
        <Empty title={t("mandates.mandates.none")} />
      ) : (
        <Rows>
          {of.map((one) => (
            <Mandate key={one.id} of={one} />
          ))}
        </Rows>
      )}
    </Sheet>
  )
}

const Mandate = ({ of }: { of: MandateLine }) => {
  const t = useWords()
  const say = useFigures()
  const { since, until, body_name, function_name, origin, origin_note } = of
  const state = since > today() ? "coming" : until && until < today() ? "past" : "now"
  return (
    <Row soft={[span(t, say, of), t(`mandates.origin.${origin}`), origin_note].filter(Boolean).join(" · ")}>
      {function_name} <span className="soft">· {body_name}</span>{" "}
      <Mark {...(state === "now" ? { kind: "good" } : {})}>{t(`mandates.state.${state}`)}</Mark>
    </Row>
  )
}
