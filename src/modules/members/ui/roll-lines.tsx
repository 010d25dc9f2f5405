import { Link } from "../../../shell/go.tsx"
import { Empty, Mark, Row, Rows } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Line = {
  person_id: string
  name: string
  entitled: boolean
  /** The reasons, in words. */
  why: string
}

/** Each person of a roll, may they vote, and why. */
export const RollLines = ({ lines }: { lines: readonly Line[] }) => {
  const t = useWords()
  if (lines.length === 0) return <Empty title={t("members.roll.nobody")} />
  return (
    <Rows>
      {lines.map(({ person_id, name, entitled, why }) => (
        <Row
          key={person_id}
          soft={why}
          end={
            <Mark kind={entitled ? "good" : "bad"}>
              {t(entitled ? "members.roll.votes" : "members.roll.votes_not")}
            </Mark>
          }
        >
          <Link to={`/personnes/${person_id}`}>{name}</Link>
        </Row>
      ))}
    </Rows>
  )
}
