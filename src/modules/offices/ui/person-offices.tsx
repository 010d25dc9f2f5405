import { useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Mark, Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"
import { roleOf, span, stateOf } from "./said.ts"

/** Beside a person: where they sit and sat outside. Nothing when nowhere. */
export const PersonOffices = ({ id }: { id: string }) => {
  const t = useWords()
  const say = useFigures()
  const { data } = useRead("offices.ofPerson", { personId: id })
  if (!data || data.rows.length === 0) return null
  return (
    <Sheet title={t("offices.of_person")}>
      <Rows>
        {data.rows.map((one) => (
          <Row key={one.id} soft={`${one.institution} · ${span(one, t, say)}`}>
            <Link to={`/mandats/${one.id}`}>{roleOf(one, t)}</Link>{" "}
            {stateOf(one) !== "now" && <Mark>{t(`offices.state.${stateOf(one)}`)}</Mark>}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
