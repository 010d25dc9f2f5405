import { useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** On the page of a matter: the way to write a text for it. Those written stand in its thread. */
export const ForMatter = ({ id }: { id: string }) => {
  const t = useWords()
  const { data } = useRead("matters.read", { matterId: id })
  const bodyId = data?.matter.body_id ?? ""
  const kinds = useRead("texts.kinds", { bodyId }, { enabled: bodyId !== "" }).data
  if (!kinds?.may["texts.begin"] || data?.matter.closed_on) return null
  return (
    <p>
      <Link to={`/textes/nouveau?dossier=${id}`}>{t("texts.for_matter")}</Link>
    </p>
  )
}
