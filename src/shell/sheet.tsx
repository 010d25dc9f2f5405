import { Children, type ReactNode, useId } from "react"

/** A sheet of paper with a title. `padded` for text and figures; without it, for rows that run edge to edge. */
export const Sheet = ({
  title,
  aside,
  padded = false,
  children,
}: {
  title?: string
  aside?: ReactNode
  padded?: boolean
  children?: ReactNode
}) => {
  const id = useId()
  return (
    <section className="sheet" aria-labelledby={title ? id : undefined}>
      {title && (
        <header>
          <h2 id={id}>{title}</h2>
          {typeof aside === "string" ? <span className="soft">{aside}</span> : aside}
        </header>
      )}
      {padded ? <div className="pad stack">{children}</div> : children}
    </section>
  )
}

/** Lines of a sheet, separated by hairlines. `ticked`: the button at the end stays there on a phone, under the thumb. */
export const Rows = ({
  numbered = false,
  ticked = false,
  children,
}: {
  numbered?: boolean
  ticked?: boolean
  children: ReactNode
}) =>
  // A list of nothing would be announced all the same.
  Children.count(children) === 0 ? null : numbered ? (
    <ol className="rows agenda">{children}</ol>
  ) : (
    <ul className={ticked ? "rows ticked" : "rows"}>{children}</ul>
  )

/** One line: what, the soft words under it, what stands at its end (a button, an hour, a mark), and what opens below it. */
export const Row = ({
  n,
  children,
  soft,
  end,
  below,
}: {
  n?: number | string
  children: ReactNode
  soft?: ReactNode
  end?: ReactNode
  below?: ReactNode
}) => (
  <li className={end && n === undefined ? "ended" : undefined}>
    {n !== undefined && <span className="n">{n}</span>}
    <span>
      {children}
      {soft && <span className="soft under">{soft}</span>}
    </span>
    {end && <span className={n === undefined ? "end" : "time"}>{end}</span>}
    {below && <div className="below">{below}</div>}
  </li>
)

/** Pairs of a word and its value. */
export const Facts = ({ of }: { of: readonly (readonly [string, ReactNode] | false | null | undefined)[] }) => (
  <dl className="facts">
    {of.map(
      (pair) =>
        pair && (
          <div key={pair[0]}>
            <dt>{pair[0]}</dt>
            <dd>{pair[1]}</dd>
          </div>
        ),
    )}
  </dl>
)

/** A state in one or two words; the colour only repeats what the words say. */
export const Mark = ({ kind, children }: { kind?: "good" | "wait" | "bad" | "info"; children: ReactNode }) => (
  <span className={kind ? `mark ${kind}` : "mark"}>{children}</span>
)

/** Nothing yet: says so, and teaches the first step. */
export const Empty = ({ title, children, act }: { title: string; children?: ReactNode; act?: ReactNode }) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    {children && <p className="soft">{children}</p>}
    {act}
  </div>
)
