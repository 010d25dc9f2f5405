import type { Ref } from "react"
import { Link, useAddress } from "./go.tsx"
import type { Column } from "./list.tsx"
import { useWords } from "./use-words.ts"

/** The rows of a list as a table; on a phone each row is a small card with its words beside its values. */
export const ListTable = <Row extends { id: string }>({
  ref,
  rows,
  columns,
  to,
  nameOf,
  chosen,
  onToggle,
}: {
  ref: Ref<HTMLTableElement>
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  to?: (row: Row) => string
  nameOf: (row: Row) => string
  chosen?: ReadonlySet<string>
  onToggle?: (ids: readonly string[], on: boolean) => void
}) => {
  const t = useWords()
  const all = rows.every(({ id }) => chosen?.has(id))
  return (
    <table className="table sheet" ref={ref} aria-labelledby="titre">
      <thead>
        <tr>
          {onToggle && (
            <th className="tick" aria-label={t("shell.list.select.all")}>
              <label className="tick-box">
                <input
                  type="checkbox"
                  checked={all}
                  onChange={() =>
                    onToggle(
                      rows.map(({ id }) => id),
                      !all,
                    )
                  }
                />
                <span className="unseen">{t("shell.list.select.all")}</span>
              </label>
            </th>
          )}
          {columns.map((column) => (
            <Head key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row={row.id} className={chosen?.has(row.id) ? "chosen" : undefined}>
            {onToggle && (
              <td className="tick" aria-label={t("shell.list.select", { name: nameOf(row) })}>
                <label className="tick-box">
                  <input
                    type="checkbox"
                    checked={chosen?.has(row.id) ?? false}
                    onChange={(event) => onToggle([row.id], event.target.checked)}
                  />
                  <span className="unseen">{t("shell.list.select", { name: nameOf(row) })}</span>
                </label>
              </td>
            )}
            {columns.map(({ key, words, cell, figure, tight }, at) => {
              const className = figure ? "num-right" : tight ? "brief" : undefined
              // The first column names the row: a screen reader says it again beside each value.
              return at === 0 ? (
                <th key={key} scope="row" className={className}>
                  {to ? (
                    <Link to={to(row)} className="row-link">
                      {cell(row)}
                    </Link>
                  ) : (
                    <span>{cell(row)}</span>
                  )}
                </th>
              ) : (
                <td key={key} data-words={words} className={className}>
                  <span>{cell(row)}</span>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Head = <Row,>({ column: { words, sort, figure } }: { column: Column<Row> }) => {
  const t = useWords()
  const { values, set } = useAddress()
  const up = values["tri"] === sort
  const down = values["tri"] === `-${sort}`
  const order = up ? "ascending" : down ? "descending" : undefined
  return (
    <th scope="col" className={figure ? "num-right" : undefined} aria-sort={sort ? order : undefined}>
      {sort ? (
        <button
          type="button"
          className="sort"
          title={t("shell.list.sort", { name: words })}
          onClick={() => set({ tri: up ? `-${sort}` : sort })}
        >
          {words}
          <span aria-hidden="true">{up ? " ↑" : down ? " ↓" : ""}</span>
        </button>
      ) : (
        words
      )}
    </th>
  )
}
