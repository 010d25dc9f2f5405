import { useState } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { useWords } from "../../../shell/use-words.ts"

const FIRST = 6

/** What nobody can do, and what hangs on one person: sentences, each with a link. Nothing for whoever does not read people. */
export const Gaps = ({ bodyId }: { bodyId: string }) => {
  const t = useWords()
  const [all, setAll] = useState(false)
  const { data } = useRead("skills.gaps", { bodyId })
  if (!data) return null
  if (data.rows.length === 0)
    return data.answered === 0 ? null : <p className="soft">{t("skills.gaps.none", { count: data.answered })}</p>
  const shown = all ? data.rows : data.rows.slice(0, FIRST)
  return (
    <section className="missing not-printed" aria-labelledby="gaps">
      <h2 id="gaps">{t("skills.gaps", { count: data.rows.length })}</h2>
      <ul>
        {shown.map((gap) => (
          <li key={gap.id}>
            <span>
              <Sentence of={gap} />
            </span>
          </li>
        ))}
      </ul>
      {data.rows.length > FIRST && (
        <button type="button" className="button quiet" onClick={() => setAll(!all)}>
          {t(all ? "skills.gaps.fewer" : "skills.gaps.more", { count: data.rows.length - FIRST })}
        </button>
      )}
    </section>
  )
}

const Sentence = ({
  of: { id, name, knows, wants, person_id, person_name },
}: {
  of: ReadOf<"skills.gaps">["rows"][number]
}) => {
  const t = useWords()
  return (
    <>
      {knows === 0 ? t("skills.gap.none") : t("skills.gap.one")}{" "}
      <Link to={`/competences?competence=${id}`}>{name}</Link>
      {person_id && (
        <>
          {" "}
          (<Link to={`/personnes/${person_id}`}>{person_name}</Link>)
        </>
      )}
      .{wants > 0 && ` ${t("skills.gap.wants", { count: wants })}`}
    </>
  )
}
