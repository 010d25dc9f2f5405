import { useWords } from "../../../shell/use-words.ts"

/** What each column of a table holds: what its heading made us think, to be put right. */
export const ColumnsField = <Kind extends string>({
  of: { heading, columns, sample },
  kinds,
  words,
  onColumns,
}: {
  of: { heading: readonly string[] | null; columns: readonly (Kind | null)[]; sample: readonly (readonly string[])[] }
  kinds: readonly Kind[]
  words: (kind: Kind) => string
  onColumns: (columns: (Kind | null)[]) => void
}) => {
  const t = useWords()
  return (
    <table className="table">
      <tbody>
        {columns.map((kind, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a column is its place
          <tr key={at}>
            <td>
              {heading?.[at] || t("sittings.column.nth", { n: at + 1 })}
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
                aria-label={t("sittings.column.holds", { column: heading?.[at] || String(at + 1) })}
                value={kind ?? ""}
                onChange={({ target: { value } }) =>
                  onColumns(
                    columns.map((one, other) =>
                      other === at ? (kinds.find((each) => each === value) ?? null) : one === value ? null : one,
                    ),
                  )
                }
              >
                <option value="">{t("sittings.column.aside")}</option>
                {kinds.map((one) => (
                  <option key={one} value={one}>
                    {words(one)}
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
