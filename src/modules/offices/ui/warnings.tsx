import { useWords } from "../../../shell/use-words.ts"

/** What does not go together, each with its article: told, never prevented. Nothing when there is nothing. */
export const Warnings = ({ of }: { of: readonly { key: string; words: string }[] }) => {
  const t = useWords()
  if (of.length === 0) return null
  return (
    <section className="missing" aria-live="polite">
      <h2>{t("offices.warnings")}</h2>
      <p className="soft">{t("offices.warnings.lead")}</p>
      <ul>
        {of.map(({ key, words }) => (
          <li key={key}>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
