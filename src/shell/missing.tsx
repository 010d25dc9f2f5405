import { type ReactNode, useId } from "react"
import { Link } from "./go.tsx"
import { useWords } from "./use-words.ts"

/** One missing thing, as a sentence; `link` is the end of it, that leads to where it can be mended. */
export type MissingThing = { words: ReactNode; link?: string; to?: string }

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
          {of.map(({ words, link, to }, index) => (
            <li key={index}>
              <span>
                {words}
                {link && to && (
                  <>
                    {" "}
                    <Link to={to}>{link}</Link>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
