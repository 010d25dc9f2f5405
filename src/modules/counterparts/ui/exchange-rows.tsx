import type { ReadOf } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Mark, Row, Rows } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

type Line = ReadOf<"exchanges.list">["rows"][number]

/** How it stands with a request, and that what is confidential is. */
export const ExchangeMarks = ({ of }: { of: Pick<Line, "state" | "is_late" | "confidential"> }) => {
  const t = useWords()
  return (
    <>
      {of.state === "waiting" && (
        <Mark kind={of.is_late ? "bad" : "wait"}>{t(of.is_late ? "exchanges.late" : "exchanges.state.waiting")}</Mark>
      )}
      {of.state === "answered" && <Mark kind="good">{t("exchanges.state.answered")}</Mark>}
      {of.state === "given_up" && <Mark>{t("exchanges.state.given_up")}</Mark>}
      {of.confidential && <Mark kind="info">{t("exchanges.confidential")}</Mark>}
    </>
  )
}

/** Exchanges in a sheet, the last first. `without` is whose page it is: their name needs no repeating. */
export const ExchangeRows = ({ rows, without }: { rows: readonly Line[]; without?: string }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <Rows>
      {rows.map((row) => (
        <Row
          key={row.id}
          soft={
            <>
              {[
                say.dayOnly(row.on_day),
                t(`exchanges.kind.${row.kind}`),
                row.theirs.filter((name) => name !== without).join(", "),
                row.ours.join(", "),
              ]
                .filter(Boolean)
                .join(" · ")}
              {row.next_step && (
                <span className="under">
                  {t("exchanges.next", { what: row.next_step })}
                  {row.next_on && ` · ${say.dayOnly(row.next_on)}`}
                </span>
              )}
            </>
          }
          end={<ExchangeMarks of={row} />}
        >
          <Link to={`/interlocuteurs/echanges/${row.id}`}>{row.about}</Link>
        </Row>
      ))}
    </Rows>
  )
}
