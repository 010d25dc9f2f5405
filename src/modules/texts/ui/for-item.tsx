import { type ReadOf, useRead } from "../../../shell/api.ts"
import { useBody } from "../../../shell/body.ts"
import { Link } from "../../../shell/go.tsx"
import { Row, Rows, Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { CitedForItem } from "./sheets/cited.tsx"
import { StateMark } from "./state-mark.tsx"

/** On the page of an item of a sitting: the texts written for it, the way to write one, and the arguments it leans on. */
export const ForItem = ({ id }: { id: string }) => {
  const { body } = useBody()
  const { data } = useRead("texts.list", { sittingItemId: id, ...(body ? { bodyId: body.id } : {}) })
  const isMay = data?.may["texts.begin"]
  if (!data) return null
  return (
    <>
      {(data.rows.length > 0 || isMay) && <Written id={id} of={data} />}
      <CitedForItem id={id} />
    </>
  )
}

const Written = ({ id, of: data }: { id: string; of: ReadOf<"texts.list"> }) => {
  const t = useWords()
  const isMay = data.may["texts.begin"]
  return (
    <Sheet
      title={t("texts.for_item")}
      aside={isMay && <Link to={`/textes/nouveau?point=${id}`}>{t("texts.new")}</Link>}
    >
      {data.rows.length === 0 ? (
        <p className="pad soft">{t("texts.for_item.none")}</p>
      ) : (
        <Rows>
          {data.rows.map((text) => (
            <Row
              key={text.id}
              soft={[t(`texts.kind.${text.kind}`), text.reference, text.author_name].filter(Boolean).join(" · ")}
              end={<StateMark of={text.state} />}
            >
              <Link to={`/textes/${text.id}`}>{text.title}</Link>
            </Row>
          ))}
        </Rows>
      )}
    </Sheet>
  )
}
