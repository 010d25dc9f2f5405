import type { ReactNode } from "react"
import { useWords } from "../../../shell/use-words.ts"

/** What somebody said, with their name; the words of somebody who was erased are gone. */
export const Quote = ({ by, note, children }: { by?: ReactNode; note?: ReactNode; children: string }) => {
  const t = useWords()
  return (
    <blockquote className="consent-said">
      {by && <strong>{by}</strong>}
      {note && <span className="soft"> {note}</span>}
      <p className="reading">{children || t("consent.erased.words")}</p>
    </blockquote>
  )
}
