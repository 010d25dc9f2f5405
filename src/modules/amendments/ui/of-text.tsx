import { redline } from "../../../kernel/redline/words.ts"
import { useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { Pieces } from "../../../shell/redline.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** On the page of a text that is an amendment: what it changes, and the way to change that. */
export const OfText = ({ id }: { id: string }) => {
  const t = useWords()
  const { data } = useRead("amendments.ofText", { textId: id })
  if (!data?.amendment) return null
  const { id: amendmentId, base_id, base_title, operations } = data.amendment
  return (
    <Sheet
      title={t("amendments.redline")}
      aside={<Link to={`/amendements/${base_id}/lire/${amendmentId}`}>{t("amendments.of_text")}</Link>}
      padded
    >
      <p className="soft">{base_title}</p>
      <div className="prose redline">
        {operations.flatMap(({ was, put }, index) =>
          redline(was, put).map(({ pieces }, place) => (
            <p key={`${index}-${place}`}>
              <Pieces of={pieces} />
            </p>
          )),
        )}
      </div>
    </Sheet>
  )
}
