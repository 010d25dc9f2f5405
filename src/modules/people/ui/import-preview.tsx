import { useState } from "react"
import { Mark, Sheet } from "../../../shell/sheet.tsx"
import { type Translate, useWords } from "../../../shell/use-words.ts"
import type { ColumnKind } from "../import/columns.ts"
import type { Foreseen, ForeseenLine, Wish } from "./import-file.ts"

/** What each column holds and what each line would do, before anything is written. */
export const ImportPreview = ({
  of,
  busy,
  onColumns,
  onImport,
  onBack,
}: {
  wish: Wish
  of: Foreseen
  busy: boolean
  onColumns: (columns: (ColumnKind | null)[]) => void
  onImport: (update: "all" | "none" | number[]) => void
  onBack: () => void
}) => {
  const t = useWords()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const { created = 0, known = 0, unchanged = 0, refused = 0 } = of.count
  const shownKnown = of.lines.filter(({ state }) => state === "known")
  const toggle = (line: number) =>
    setChosen((before) => new Set(before.has(line) ? [...before].filter((one) => one !== line) : [...before, line]))
  const all = known > 0 && chosen.size === shownKnown.length
  return (
    <>
      <Sheet title={t("people.import.columns")} padded>
        <Columns of={of} onColumns={onColumns} />
      </Sheet>
      <Sheet title={t("people.import.lines")} aside={t("people.import.counts", { created, known, unchanged, refused })}>
        {known > 0 && (
          <p className="pad">
            <label className="option">
              <input
                type="checkbox"
                checked={all}
                onChange={() => setChosen(new Set(all ? [] : shownKnown.map(({ line }) => line)))}
              />
              <span>{t("people.import.update_all", { known })}</span>
            </label>
          </p>
        )}
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("people.import.line")}</th>
              <th scope="col">{t("people.name")}</th>
              <th scope="col">{t("people.import.what")}</th>
            </tr>
          </thead>
          <tbody>
            {of.lines.map((line) => (
              <tr key={line.line}>
                <td>{line.line}</td>
                <td data-words={t("people.name")}>{line.name}</td>
                <td data-words={t("people.import.what")}>
                  <What of={line} t={t} chosen={chosen.has(line.line)} onToggle={() => toggle(line.line)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
      <div className="bar">
        <button
          type="button"
          className="button main"
          aria-busy={busy || undefined}
          onClick={() => !busy && onImport(all && known > 0 ? "all" : chosen.size > 0 ? [...chosen] : "none")}
        >
          {t("people.import.do", { created, updated: all ? known : chosen.size })}
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

const What = ({
  of,
  t,
  chosen,
  onToggle,
}: {
  of: ForeseenLine
  t: Translate
  chosen: boolean
  onToggle: () => void
}) => {
  if (of.state === "refused")
    return (
      <>
        <Mark kind="bad">{t("people.import.state.refused")}</Mark> {t(`people.import.reason.${of.reason}`)}
      </>
    )
  if (of.state !== "known")
    return <Mark {...(of.state === "created" ? { kind: "good" } : {})}>{t(`people.import.state.${of.state}`)}</Mark>
  const changes = of.changes.map((field) => t.named(`people.import.kind.${field}`)).join(", ")
  return (
    <label className="option">
      <input type="checkbox" checked={chosen} onChange={onToggle} />
      <span>
        {t("people.import.update")}
        <span className="soft under">
          {[changes, of.joins && t("people.import.joins")].filter(Boolean).join(" · ")}
        </span>
      </span>
    </label>
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
