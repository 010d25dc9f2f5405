import type { ReadOf } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** What is put to the vote, to be read before one votes. */
export const Papers = ({ of: { papers } }: { of: ReadOf<"votes.read"> }) => {
  const t = useWords()
  if (papers.length === 0) return null
  return (
    <Sheet title={t("votes.field.papers")}>
      <Rows>
        {papers.map(({ fileId, name, type }) => (
          <Row key={fileId}>
            {type === "application/pdf" ? (
              <Link to={`/pieces/${fileId}`}>{name}</Link>
            ) : (
              <a href={`/api/files/${fileId}?vue=1`} target="_blank" rel="noreferrer">
                {name}
              </a>
            )}
          </Row>
        ))}
      </Rows>
    </Sheet>
  )
}
