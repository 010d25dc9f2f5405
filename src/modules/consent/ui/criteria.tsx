import { useWords } from "../../../shell/use-words.ts"

/** What the role asks, one a line. */
export const Criteria = ({ of }: { of: string }) => {
  const t = useWords()
  const lines = of.split("\n").filter((one) => one.trim())
  if (lines.length === 0) return null
  return (
    <section className="stack">
      <h3>{t("consent.criteria")}</h3>
      <ul className="consent-criteria">
        {lines.map((one, at) => (
          <li key={at}>{one}</li>
        ))}
      </ul>
    </section>
  )
}
