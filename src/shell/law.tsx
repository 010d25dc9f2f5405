import type { ReactNode } from "react"
import { useFigures, useWords } from "./use-words.ts"

/** A deadline and the rule that made it. `steps` are the sentences of the count, `late` when the last day has passed. */
export type Deadline = {
  /** "À envoyer au plus tard" */
  words: string
  /** ISO date of the last day. */
  last_day: string
  /** "12:00" when the day ends at an hour. */
  hour?: string | null
  /** "15 jours, non francs, pour une assemblée statutaire" */
  rule: string
  /** "Règlement de la locale, art. 12" */
  source?: string | null
  steps?: readonly string[]
  late?: boolean
}

/** The box of a deadline: last day, days left, the rule in a sentence, and how it was counted. */
export const Law = ({ of, children }: { of: Deadline; children?: ReactNode }) => {
  const t = useWords()
  const say = useFigures()
  const last = of.hour ? `${say.dayOfYear(of.last_day)}, ${say.hour(of.hour)}` : say.dayOfYear(of.last_day)
  return (
    <div className={of.late ? "law late" : "law"}>
      <span className="soft">{of.words}</span>
      <b>
        <time dateTime={of.last_day}>{last}</time>
      </b>
      <span>
        {of.late ? `${t("shell.law.late")} · ` : ""}
        {say.relative(of.last_day)} · {of.rule}
      </span>
      {of.source && <span className="soft">{of.source}</span>}
      {of.steps && of.steps.length > 0 && (
        <details>
          <summary className="soft">{t("shell.law.how")}</summary>
          <ol>
            {of.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      )}
      {children}
    </div>
  )
}
