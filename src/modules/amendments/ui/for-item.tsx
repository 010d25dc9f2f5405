import { useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Link } from "../../../shell/go.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** On the page of an item: the texts that are amended for it, and the way to amend one of its papers. */
export const ForItem = ({ id }: { id: string }) => {
  const t = useWords()
  const { body } = useBody()
  const { data } = useRead("bases.list", { itemId: id, ...(body ? { bodyId: body.id } : {}) })
  if (!data || (data.rows.length === 0 && !data.may["bases.bring"])) return null
  return (
    <Sheet
      title={t("amendments.place")}
      aside={
        data.may["bases.bring"] && <Link to={`/amendements/nouveau?point=${id}`}>{t("amendments.for_item.bring")}</Link>
      }
    >
      {data.rows.length === 0 ? (
        <p className="pad soft">{t("amendments.for_item.none")}</p>
      ) : (
        <Rows>
          {data.rows.map(({ id: baseId, title, amendments, ours }) => (
            <Row
              key={baseId}
              soft={amendments > 0 ? t("amendments.count", { count: amendments, ours }) : t("amendments.none")}
            >
              <Link to={`/amendements/${baseId}`}>{title}</Link>
            </Row>
          ))}
        </Rows>
      )}
    </Sheet>
  )
}
