import type { ReadOf } from "../../../shell/api.ts"
import { Act } from "../../../shell/act.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** The votes are equal and the rule leaves it to the chair: what the chair says, once. */
export const Tie = ({ of: { ballot, outcome, may } }: { of: ReadOf<"votes.read"> }) => {
  const t = useWords()
  if (ballot.kind !== "yes_no" || outcome?.result !== "open" || may["votes.decideTie"] !== true) return null
  return (
    <Sheet title={t("votes.tie")} padded>
      <p>{t("votes.tie.lead")}</p>
      <div className="bar">
        {(["for", "against"] as const).map((chair) => (
          <Act
            key={chair}
            command="votes.decideTie"
            input={{ ballotId: ballot.id, chair }}
            kind="plain"
            confirm={{ title: t(`votes.tie.${chair}`), words: t("votes.tie.words") }}
          >
            {t(`votes.tie.${chair}`)}
          </Act>
        ))}
      </div>
    </Sheet>
  )
}
