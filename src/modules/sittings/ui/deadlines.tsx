import type { ReadOf } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Law } from "../../../shell/law.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import "./deadlines.css"

type Sitting = ReadOf<"sittings.read">
type Deadline = Sitting["deadlines"][number]

/** The days that count before a sitting, each with its rule; what nobody has said yet is asked for. */
export const Deadlines = ({ of: { deadlines, assembly, may } }: { of: Sitting }) => {
  const t = useWords()
  const say = useFigures()
  if (deadlines.length === 0) return null
  const known = byRule(deadlines.filter(({ last_lawful }) => last_lawful !== null))
  const blank = byRule(deadlines.filter(({ last_lawful }) => last_lawful === null))
  return (
    <Sheet title={t("sittings.deadlines")} padded>
      <div className="sitting-deadlines">
        {known.map(([one, words]) => (
          <Law
            key={one.rule.key}
            of={{
              words: words(t),
              last_day: one.last_lawful!,
              rule: t("sittings.deadline.notice", { notice: one.rule.words }),
              source: [one.rule.article, t(`sittings.confidence.${sureness(one)}`)].filter(Boolean).join(" · "),
              steps: one.steps,
              late: one.late,
            }}
          >
            {one.prudent !== one.last_lawful && !one.late && (
              <span className="soft">{t("sittings.deadline.prudent", { day: say.dayOfYear(one.prudent!) })}</span>
            )}
          </Law>
        ))}
      </div>
      {blank.length > 0 && (
        <p className="soft">
          {t("sittings.deadlines.blank", { what: blank.map(([, words]) => words(t)).join(", ") })}{" "}
          {may["assemblies.answerRules"] && (
            <Link to={`/seances/assemblees/${assembly.id}/reglement`}>{t("sittings.rules.answer")}</Link>
          )}
        </p>
      )}
    </Sheet>
  )
}

// Wishes and motions lodged by one article are one day to remember.
const byRule = (deadlines: readonly Deadline[]): [Deadline, (t: Translate) => string][] =>
  [...Map.groupBy(deadlines, ({ rule }) => rule.key).values()].map((all) => [
    all[0]!,
    (t) => all.map(({ kind }) => t(`sittings.deadline.${kind}`)).join(", "),
  ])

const sureness = ({ rule: { confidence, is_own } }: Deadline) =>
  is_own ? "own" : confidence === "V" ? "read" : confidence === "V-" ? "old" : "memory"
