import type { ReactNode } from "react"

/** A text in numbered paragraphs, with what is said of each in its margin: beside it, or under it on a phone. */
export const TextLines = ({ children }: { children: ReactNode }) => <ol className="text-lines">{children}</ol>

/** `opens` is drawn as a title; `n` is how the paragraph is counted. */
export const TextLine = ({
  id,
  n,
  opens = false,
  margin,
  below,
  children,
}: {
  id?: string
  n?: ReactNode
  opens?: boolean
  margin?: ReactNode
  below?: ReactNode
  children: ReactNode
}) => (
  <li id={id} className={opens ? "opens" : undefined}>
    <span className="n">{n}</span>
    <div className="words">{children}</div>
    {margin && <div className="margin">{margin}</div>}
    {below && <div className="below">{below}</div>}
  </li>
)
