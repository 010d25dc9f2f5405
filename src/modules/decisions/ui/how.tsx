import type { ReadOf } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Facts, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

/** How it was taken, with its figures, and the law's count of that moment in sentences. */
export const How = ({ of: { decision, quorum, majority, waiver, roll } }: { of: ReadOf<"decisions.read"> }) => {
  const t = useWords()
  const say = useFigures()
  const figure = (key: "for" | "against" | "abstentions" | "blank", value: number | null) => {
    if (value === null) return false
    const names = roll
      .filter(({ vote }) => vote === (key === "abstentions" ? "abstained" : key))
      .map(({ name }) => name)
    return [
      t(`decisions.votes.${key}`),
      <span key={key}>
        {say.number(value)}
        {names.length > 0 && <span className="soft under">{names.join(", ")}</span>}
      </span>,
    ] as const
  }
  return (
    <Sheet title={t("decisions.how")} aside={t(`decisions.how.${decision.how}`)} padded>
      {decision.votes_for !== null && (
        <Facts
          of={[
            figure("for", decision.votes_for),
            figure("against", decision.votes_against),
            figure("abstentions", decision.abstentions),
            (decision.blank ?? 0) > 0 && figure("blank", decision.blank),
          ]}
        />
      )}
      {decision.ballot_id && (
        <p>
          <Link to={`/votes/${decision.ballot_id}`}>{t("decisions.how.vote")}</Link>
        </p>
      )}
      {decision.election_id && (
        <p>
          <Link to={`/elections-sans-candidat/${decision.election_id}`}>{t("decisions.how.election")}</Link>
        </p>
      )}
      <Steps title={t("decisions.majority")} of={majority} />
      <Steps title={t("decisions.quorum")} of={waiver ? [...quorum, waiver] : quorum} />
    </Sheet>
  )
}

const Steps = ({ title, of }: { title: string; of: readonly string[] }) =>
  of.length === 0 ? null : (
    <details>
      <summary>
        {title} · {of.at(-1)}
      </summary>
      <ol>
        {of.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  )
