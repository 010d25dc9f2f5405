import { useWords } from "./use-words.ts"

export type Figure = { key: string; words: string; count: number | null; said: string }

/**
 * Figures as bars, drawn in the very table that says them: whoever does not see the bars reads the same in the same place.
 * `said` is the figure in words, or why it is not shown; `count` is null where it is not.
 */
export const Figures = ({
  title,
  head,
  rows,
  total,
}: {
  title: string
  head: string
  rows: readonly Figure[]
  total: string
}) => {
  const t = useWords()
  const most = Math.max(1, ...rows.map(({ count }) => count ?? 0))
  return (
    <table className="figures">
      <caption className="unseen">{title}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{head}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, words, count, said }) => (
          <tr key={key}>
            <th scope="row">{words}</th>
            <td>
              <span className={count === null ? "soft" : "figure-said"}>{said}</span>
              <span className="figure-room">
                <span
                  className="figure-bar"
                  style={{ inlineSize: `${Math.round(((count ?? 0) / most) * 100)}%` }}
                  aria-hidden
                />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("shell.figures.total")}</th>
          <td>{total}</td>
        </tr>
      </tfoot>
    </table>
  )
}
