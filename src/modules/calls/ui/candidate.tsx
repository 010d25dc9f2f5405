import "./calls.css"
import type { ReactNode } from "react"
import { Mark } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** Somebody who stands: their photo, their name, their words. */
export const Candidate = ({
  of: { name, statement, photo_id, withdrawn_at },
  marks,
  children,
}: {
  of: { name: string; statement: string; photo_id: string | null; withdrawn_at: string | null }
  marks?: ReactNode
  children?: ReactNode
}) => {
  const t = useWords()
  // Erased since: the place counts still, of nobody one could name.
  const called = name.trim() || t("calls.erased")
  return (
    <article className={photo_id ? "candidate pictured" : "candidate"}>
      {photo_id && (
        <img src={`/api/files/${photo_id}?apercu=1`} alt={t("calls.photo.of", { name: called })} loading="lazy" />
      )}
      <div className="stack">
        <div className="named">
          <h3>{called}</h3>
          {withdrawn_at && <Mark>{t("calls.withdrawn.mark")}</Mark>}
          {marks}
        </div>
        {statement && <p className="reading call-text">{statement}</p>}
        {children}
      </div>
    </article>
  )
}
