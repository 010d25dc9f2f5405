import { type ReactNode, useId } from "react"
import type { Values } from "../kernel/words/words.ts"
import { Link } from "./go.tsx"
import { useWords } from "./use-words.ts"

/**
 * One missing thing: a sentence that leads `to` where it can be mended, or whose end, `link`, does; or as the server computes it, a key of
 * words with its facts, and the page `at` which it is supplied: then the whole sentence is the link.
 */
export type MissingThing =
  | { words: ReactNode; link?: string; to?: string }
  | { key: string; facts?: Values; at?: string | null; only_warns?: boolean }

/** What is missing before the next step, or that nothing is. `purpose` completes the title: "pour convoquer". */
export const Missing = ({ of, purpose }: { of: readonly MissingThing[]; purpose?: string }) => {
  const t = useWords()
  const id = useId()
  const none = of.length === 0
  const values = { count: of.length, purpose: purpose ?? "none" }
  return (
    <section className={none ? "missing none" : "missing"} aria-labelledby={id}>
      <h2 id={id}>{none ? t("shell.missing.none", values) : t("shell.missing.title", values)}</h2>
      {!none && (
        <ul>
          {of.map((thing, index) => (
            <li key={index}>
              <span>
                <Sentence of={thing} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const Sentence = ({ of }: { of: MissingThing }) => {
  const t = useWords()
  if ("key" in of) {
    const words = t.named(of.key, of.facts)
    return of.at ? <Link to={of.at}>{words}</Link> : words
  }
  if (of.to && !of.link) return <Link to={of.to}>{of.words}</Link>
  return (
    <>
      {of.words}
      {of.link && of.to && (
        <>
          {" "}
          <Link to={of.to}>{of.link}</Link>
        </>
      )}
    </>
  )
}
