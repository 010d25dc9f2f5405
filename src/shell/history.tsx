import { type ReactNode, useId } from "react"
import { useFigures, useWords } from "./use-words.ts"

/** Something that happened: a sentence and its instant (ISO). */
export type Happening = { words: ReactNode; at: string }

/** The life of a thing, newest first. */
export const History = ({ of, title }: { of: readonly Happening[]; title?: string }) => {
  const t = useWords()
  const id = useId()
  return (
    <section aria-labelledby={id} className="stack">
      <h2 id={id}>{title ?? t("shell.history")}</h2>
      {of.length === 0 ? (
        <p className="soft">{t("shell.history.empty")}</p>
      ) : (
        <>
          <Life of={of.slice(0, SHOWN)} />
          {of.length > SHOWN && (
            <details>
              <summary>{t("shell.history.before", { count: of.length - SHOWN })}</summary>
              <Life of={of.slice(SHOWN)} />
            </details>
          )}
        </>
      )}
    </section>
  )
}

// What happened last is what one looks for; a long evening leaves fifty lines behind it.
const SHOWN = 8

const Life = ({ of }: { of: readonly Happening[] }) => {
  const say = useFigures()
  return (
    <ol className="life">
      {of.map(({ words, at }, index) => (
        <li key={index}>
          {words}
          <br />
          <time className="soft" dateTime={at}>
            {say.ago(at)}
          </time>
        </li>
      ))}
    </ol>
  )
}
