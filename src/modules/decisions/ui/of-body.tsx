import { useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useFigures, useWords } from "../../../shell/use-words.ts"

/** On the page of a body: the last of its decisions in force. Nothing where one does not see them. */
export const BodyDecisions = ({ id: bodyId }: { id: string }) => {
  const t = useWords()
  const say = useFigures()
  const asked = { bodyId, state: "in_force", approvals: "without" } as const
  const { data } = useRead("decisions.list", { ...asked, limit: 5 })
  if (!data || data.rows.length === 0) return null
  return (
    <Sheet
      title={t("decisions.of_body")}
      aside={
        <Link to={`/decisions?instance=${bodyId}&state=in_force&approvals=without`}>
          {t("decisions.of_body.all", { count: data.total ?? data.rows.length })}
        </Link>
      }
    >
      <Rows>
        {data.rows.map(({ id, reference, title, taken_at }) => (
          <Row key={id} soft={[reference, say.dayOnly(taken_at)].join(" · ")}>
            <Link to={`/decisions/${id}`}>{title}</Link>
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
