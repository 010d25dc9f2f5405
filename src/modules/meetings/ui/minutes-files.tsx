import { Link } from "../../../shell/go.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** The minutes as PDF, as Word, and as text for a chat. Once approved, the PDF is the one that was kept. */
export const MinutesFiles = ({
  meetingId,
  plain,
  fileId,
}: {
  meetingId: string
  plain: string
  fileId: string | null
}) => {
  const t = useWords()
  const at = (kind: string) => `/api/meetings/${meetingId}/proces-verbal.${kind}`
  const copy = async () => {
    await navigator.clipboard.writeText(plain)
    tell({ words: t("meetings.minutes.copied") })
  }
  return (
    <div className="bar">
      <Link className="button" to={fileId ? `/api/files/${fileId}?vue=1` : at("pdf")} target="_blank">
        {t("meetings.minutes.pdf")}
      </Link>
      <Link className="button" to={at("docx")} download="">
        {t("meetings.minutes.docx")}
      </Link>
      <button type="button" className="button" onClick={() => void copy()}>
        {t("meetings.minutes.copy")}
      </button>
      <Link className="button quiet" to={`/api/meetings/${meetingId}/dossier.zip`} download="">
        {t("meetings.minutes.archive")}
      </Link>
    </div>
  )
}
