import type { ReadOf } from "../../../shell/api.ts"
import { Mark } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

export type Share = NonNullable<ReadOf<"designations.suppose">["share"]>

/** What a key comes to, and every division of it: whoever doubts does it again by hand. */
export const ShareTable = ({ of, title, open = false }: { of: Share; title: string; open?: boolean }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <>
      <p className="lead">{of.sentence}</p>
      <table className="seats-table">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t("designations.column.name")}</th>
            <th scope="col" className="figure">
              {t("designations.column.weight")}
            </th>
            <th scope="col" className="figure">
              {t("designations.column.seats")}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.lines.map(({ name, weight, together, seats, ours }) => (
            <tr key={name}>
              <th scope="row">
                {name} {ours && <Mark kind="info">{t("designations.ours.mark")}</Mark>}
                {together && <span className="soft under">{t("designations.together.with", { name: together })}</span>}
              </th>
              <td className="figure">{say.number(weight)}</td>
              <td className="figure">
                {seats === null ? <Mark kind="wait">{t("designations.seats.open")}</Mark> : say.number(seats)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <details open={open || undefined}>
        <summary>{t("designations.by_hand")}</summary>
        <div className="stack">
          <p className="soft">{of.method}</p>
          {of.stages.map((stage) => (
            <Stage key={stage.title ?? ""} of={stage} title={title} />
          ))}
        </div>
      </details>
      {of.rules.map((rule) => (
        <p key={rule} className="soft">
          {rule}
        </p>
      ))}
    </>
  )
}

const Stage = ({ of: { title, columns, rows, notes }, title: of }: { of: Share["stages"][number]; title: string }) => (
  <div className="stack">
    {title && <h3>{title}</h3>}
    {rows.length > 0 && (
      <div className="table-scroll">
        <table className="seats-table by-hand">
          <caption className="unseen">{[of, title].filter(Boolean).join(", ")}</caption>
          <thead>
            <tr>
              {columns.map((one) => (
                <th key={one} scope="col">
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, place) => (
                  <td key={place}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
    {notes.map((one) => (
      <p key={one}>{one}</p>
    ))}
  </div>
)
