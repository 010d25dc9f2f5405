import { useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

/** Within a line, the decision something came of; nothing for whom may not read it. */
export const DecisionNamed = ({ id }: { id: string }) => {
  const t = useWords()
  const say = useFigures()
  const { data } = useRead("decisions.name", { decisionId: id })
  if (!data) return null
  const { reference, title, body_name, taken_on } = data
  return (
    <span className="under">
      <Link to={`/decisions/${id}`}>{t("decisions.named", { reference, day: say.dayOnly(taken_on) })}</Link>
      {`, ${body_name} · ${title}`}
    </span>
  )
}
