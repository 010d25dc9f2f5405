import { type ReactNode, useEffect } from "react"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Waiting } from "../../../shell/fault.tsx"
import { Link, useGo } from "../../../shell/go.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Text = ReadOf<"texts.read">["text"]

/** Texts whose words may come from what they do to another: those of an amendment are not typed. */
export const isAmending = ({ kind }: Pick<Text, "kind">): boolean => kind === "amendment" || kind === "sub_amendment"

/** Where a text is written: in the editor or, of an amendment, in the text it amends. */
export const WriteLink = ({ text, kind }: { text: Text; kind: "main" | "quiet" }) => {
  const t = useWords()
  return (
    <Link className={`button ${kind}`} to={`/textes/${text.id}/ecrire`}>
      {isAmending(text) ? t("texts.write.amendment") : t("texts.write")}
    </Link>
  )
}

/** Goes to where the amendment is written; one that hangs on no text is written in the editor, its children. */
export const InItsText = ({ text, children }: { text: Text; children: ReactNode }) => {
  const go = useGo()
  const { data, isError } = useRead("amendments.ofText", { textId: text.id })
  const amendment = data?.amendment
  useEffect(() => {
    if (amendment) go(`/amendements/${amendment.base_id}/lire/${amendment.id}/modifier`, { replace: true })
  }, [amendment, go])
  if (isError || (data && !amendment)) return children
  return <Waiting />
}
