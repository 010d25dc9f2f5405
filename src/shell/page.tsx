import { type ReactNode, useEffect } from "react"
import { useArrival } from "./arrival.ts"
import { Chapters, useChapters } from "./chapters.tsx"
import { Link } from "./go.tsx"
import { type MissingThing, Missing } from "./missing.tsx"
import { type Step, Steps } from "./steps.tsx"
import { useWords } from "./use-words.ts"

/** A crumb without `to` is text. */
export type Crumb = { words: string; to?: string }

/**
 * A page, in the order a person needs it: what it is, where it stands, what is missing, the deadline with the main act,
 * the content, the history. On a wide screen `side`, `main` and `beside` stand at the right of the content.
 */
export const Page = ({
  title,
  crumbs = [],
  lead,
  marks,
  steps,
  missing,
  purpose,
  acts,
  main,
  side,
  beside,
  history,
  children,
}: {
  title: string
  crumbs?: readonly Crumb[]
  lead?: ReactNode
  marks?: ReactNode
  steps?: readonly Step[] | undefined
  missing?: readonly MissingThing[] | undefined
  /** What the missing things are needed for: "pour convoquer". */
  purpose?: string
  /** Secondary acts, in a line under the lead. */
  acts?: ReactNode
  /** The one main act. On a phone it stays above the tabs. */
  main?: ReactNode
  /** The deadline and the facts: a sheet. */
  side?: ReactNode
  /** What stands beside the content without a sheet. */
  beside?: ReactNode
  history?: ReactNode
  children?: ReactNode
}) => {
  const t = useWords()
  useEffect(() => {
    document.title = `${title} · ${t("shell.product")}`
  }, [title, t])
  const arrival = useArrival()
  const chapters = useChapters()
  const act = main && <div className="main-act">{main}</div>
  const aside = side || beside
  return (
    <>
      <div className="head">
        {chapters ? <Chapters {...chapters} /> : crumbs.length > 0 && <Crumbs of={crumbs} />}
        <div className="title">
          <h1 id="titre" ref={arrival} tabIndex={-1} className={title.length > 90 ? "long" : undefined}>
            {title}
          </h1>
          {marks}
        </div>
        {lead && <div className="lead">{lead}</div>}
        {(acts || (act && !side)) && (
          <div className="bar">
            {!side && act}
            {acts}
          </div>
        )}
      </div>
      {steps && <Steps of={steps} />}
      <div className={aside ? "columns" : "column"}>
        {missing && <Missing of={missing} {...(purpose ? { purpose } : {})} />}
        {aside && (
          <div className="side stack">
            {side && (
              <div className="sheet pad stack">
                {side}
                {act}
              </div>
            )}
            {beside}
          </div>
        )}
        <div className="column content">
          {children}
          {history}
        </div>
      </div>
    </>
  )
}

const Crumbs = ({ of }: { of: readonly Crumb[] }) => {
  const t = useWords()
  return (
    <nav className="crumbs" aria-label={t("shell.crumbs")}>
      <ol>
        {of.map(({ words, to }) => (
          <li key={words}>{to ? <Link to={to}>{words}</Link> : words}</li>
        ))}
      </ol>
    </nav>
  )
}
