import { useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { roleOf, span, stateOf } from "./said.ts"

/** Beside an organisation outside: who of ours sits and sat there. Nothing when nobody did. */
export const CounterpartOffices = ({ id }: { id: string }) => {
  const t = useWords()
  const say = useFigures()
  const { data } = useRead("offices.ofCounterpart", { counterpartId: id })
  if (!data || data.rows.length === 0) return null
  return (
    <Sheet title={t("offices.of_counterpart")}>
      <Rows>
        {data.rows.map((one) => (
          <Row key={one.id} soft={`${roleOf(one, t)} · ${span(one, t, say)}`}>
            <Link to={`/mandats/${one.id}`}>{one.name}</Link>{" "}
            {stateOf(one) !== "now" && <Mark>{t(`offices.state.${stateOf(one)}`)}</Mark>}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
