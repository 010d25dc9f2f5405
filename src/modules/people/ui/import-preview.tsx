import { useState } from "react"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import type { ColumnKind } from "../import/columns.ts"
import type { Foreseen } from "./import-file.ts"
import { ImportLines } from "./import-lines.tsx"

/** What each column holds and what each line would do, before anything is written. */
export const ImportPreview = ({
  of,
  busy,
  onColumns,
  onImport,
  onBack,
}: {
  of: Foreseen
  busy: boolean
  onColumns: (columns: (ColumnKind | null)[]) => void
  onImport: (update: "all" | "none" | number[]) => void
  onBack: () => void
}) => {
  const t = useWords()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const { created = 0, known = 0 } = of.count
  const all = known > 0 && chosen.size === known
  return (
    <>
      <Sheet title={t("people.import.columns")} padded>
        <Columns of={of} onColumns={onColumns} />
      </Sheet>
      <ImportLines of={of} chosen={chosen} onChosen={setChosen} />
      <div className="bar">
        <button
          type="button"
          className="button main"
          aria-busy={busy || undefined}
          onClick={() => !busy && onImport(all ? "all" : chosen.size > 0 ? [...chosen] : "none")}
        >
          {t("people.import.do", { created, updated: chosen.size })}
        </button>
        <button type="button" className="button" onClick={onBack}>
          {t("people.import.other")}
        </button>
      </div>
    </>
  )
}

const Columns = ({
  of: { heading, columns, sample },
  onColumns,
}: {
  of: Foreseen
  onColumns: (columns: (ColumnKind | null)[]) => void
}) => {
  const t = useWords()
  return (
    <table className="table">
      <tbody>
        {columns.map((kind, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a column is its place
          <tr key={at}>
            <td>
              {heading?.[at] || t("people.import.column", { n: at + 1 })}
              <span className="soft under">
                {sample
                  .map((row) => row[at])
                  .filter(Boolean)
                  .slice(0, 2)
                  .join(" · ")
                  .slice(0, 60)}
              </span>
            </td>
            <td>
              <select
                className="input"
                aria-label={t("people.import.holds", { column: heading?.[at] || String(at + 1) })}
                value={kind ?? ""}
                onChange={(event) =>
                  onColumns(
                    columns.map((one, place) =>
                      place === at ? ((event.target.value || null) as ColumnKind | null) : one,
                    ),
                  )
                }
              >
                <option value="">{t("people.import.kind.aside")}</option>
                {kinds.map((value) => (
                  <option key={value} value={value}>
                    {t(`people.import.kind.${value}`)}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const kinds = [
  "given_name",
  "family_name",
  "name",
  "form",
  "email",
  "phone",
  "street",
  "postcode",
  "town",
  "country",
  "ring",
  "since",
  "dues_until",
  "note",
] as const satisfies readonly ColumnKind[]
