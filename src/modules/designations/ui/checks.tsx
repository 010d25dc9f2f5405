import { Mark } from "../../../shell/sheet.tsx"
import { type Translate, useWords } from "../../../shell/use-words.ts"
import type { It } from "./designation-page.tsx"

export type Check = It["checks"][number]

const marks = { stops: "bad", reason: "wait", told: "info" } as const

/** What there is to know of the list, each in a sentence: what cannot be, what needs a reason, what one only ought to know. */
export const Checks = ({ of }: { of: readonly Check[] }) => {
  const t = useWords()
  if (of.length === 0) return <output>{t("designations.checks.none")}</output>
  return (
    <section className="stack" aria-live="polite" aria-label={t("designations.checks")}>
      <h3>{t("designations.checks")}</h3>
      <ul className="checks">
        {of.map((one, at) => (
          <li key={[one.key, one.person_id, at].join()}>
            <Mark kind={marks[one.weight]}>{t(`designations.weight.${one.weight}`)}</Mark> {checkWords(one, t)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const checkWords = ({ key, facts }: Check, t: Translate): string =>
  key === "incompatible"
    ? t("offices.warning.of", {
        name: String(facts["name"]),
        words: t("offices.warning", {
          rule: t.named(`offices.rule.${facts["rule"]}`),
          with: String(facts["with"]),
          basis: String(facts["basis"]),
          source: `${facts["source"]}, ${t.named(`offices.confidence.${facts["confidence"]}`)}`,
        }),
      })
    : t(`designations.check.${key}`, facts as Record<string, string>)
