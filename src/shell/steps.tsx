import { Link } from "./go.tsx"
import { useWords } from "./use-words.ts"

export type Step = { words: string; state: "done" | "now" | "later"; to?: string }

/** The chain a thing goes through. On a phone the other steps are their numbers, the current one is in words. */
export const Steps = ({ of }: { of: readonly Step[] }) => {
  const t = useWords()
  return (
    <ol className="steps" aria-label={t("shell.steps")}>
      {of.map(({ words, state, to }, index) => (
        <li
          key={words}
          className={state === "done" ? "done" : undefined}
          data-n={index + 1}
          aria-current={state === "now" ? "step" : undefined}
        >
          {state === "done" && <b className="unseen">{t("shell.steps.done")}</b>}
          <span>{to ? <Link to={to}>{words}</Link> : words}</span>
        </li>
      ))}
    </ol>
  )
}
