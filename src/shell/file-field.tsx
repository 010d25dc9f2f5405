import { type DragEvent, useRef, useState } from "react"
import { useBody } from "./body.ts"
import { Field, type FieldProps } from "./field.tsx"
import { refusalWords } from "./fault.tsx"
import { type KeptFile, sendFile } from "./send-file.ts"
import { useFigures, useWords } from "./use-words.ts"

type Sending = { key: number; name: string; share: number; error?: string }

/** Files, dropped or chosen, sent at once with their progress. The value is a `KeptFile`, or a list with `many`. */
export const FileField = ({
  many = false,
  accept,
  bodyId,
  ...props
}: FieldProps & {
  many?: boolean
  accept?: string
  /** The body that keeps the files; the one the pages are about unless told. */
  bodyId?: string
}) => (
  <Field {...props}>
    {({ id, value, set }, aria) => {
      const kept: readonly KeptFile[] = many ? (value ?? []) : value ? [value] : []
      return (
        <Drop
          id={id}
          aria={aria}
          many={many}
          {...(accept ? { accept } : {})}
          {...(bodyId ? { bodyId } : {})}
          kept={kept}
          onChange={(files) => set(many ? files : (files.at(-1) ?? null))}
        />
      )
    }}
  </Field>
)

const Drop = ({
  id,
  aria,
  many,
  accept,
  bodyId,
  kept,
  onChange,
}: {
  id: string
  aria: object
  many: boolean
  accept?: string
  bodyId?: string
  kept: readonly KeptFile[]
  onChange: (files: readonly KeptFile[]) => void
}) => {
  const t = useWords()
  const { body } = useBody()
  const [sending, setSending] = useState<readonly Sending[]>([])
  const [over, setOver] = useState(false)
  const next = useRef(0)
  const latest = useRef(kept)
  // Chosen together they arrive in any order, and stand as they were chosen: the pages of a letter follow one another.
  const places = useRef(new Map<string, number>())
  const put = (files: readonly KeptFile[]) => {
    latest.current = files
    onChange(files)
  }
  const send = async (file: File) => {
    const key = ++next.current
    const change = (part: Partial<Sending>) =>
      setSending((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)))
    setSending((all) => [...all, { key, name: file.name, share: 0 }])
    try {
      const file_ = await sendFile(file, bodyId ?? body?.id ?? "", (share) => change({ share }))
      places.current.set(file_.fileId, key)
      const placeOf = ({ fileId }: KeptFile) => places.current.get(fileId) ?? 0
      put(many ? [...latest.current, file_].toSorted((a, b) => placeOf(a) - placeOf(b)) : [file_])
      setSending((all) => all.filter((each) => each.key !== key))
    } catch (error) {
      change({ error: refusalWords(error, t) })
    }
  }
  const sendAll = (files: FileList | null) => {
    latest.current = kept
    for (const file of [...(files ?? [])].slice(0, many ? undefined : 1)) void send(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    sendAll(event.dataTransfer.files)
  }
  return (
    <>
      <span
        className={over ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          id={id}
          type="file"
          multiple={many}
          accept={accept}
          onChange={(event) => sendAll(event.target.files)}
          {...aria}
        />
        <span className="soft">{t("shell.file.drop", { many: many ? "yes" : "no" })}</span>
      </span>
      <Files
        kept={kept}
        sending={sending}
        onDrop={(file) => put(kept.filter((each) => each !== file))}
        onClear={(key) => setSending((all) => all.filter((each) => each.key !== key))}
      />
    </>
  )
}

const Files = ({
  kept,
  sending,
  onDrop,
  onClear,
}: {
  kept: readonly KeptFile[]
  sending: readonly Sending[]
  onDrop: (file: KeptFile) => void
  onClear: (key: number) => void
}) => {
  const t = useWords()
  const say = useFigures()
  if (kept.length + sending.length === 0) return null
  return (
    <ul className="files" aria-live="polite">
      {kept.map((file) => (
        <li key={file.fileId}>
          <a href={`/api/files/${file.fileId}`}>{file.name}</a>
          <span className="soft">{say.bytes(file.bytes)}</span>
          <button
            type="button"
            className="button quiet"
            aria-label={t("shell.file.remove.named", { name: file.name })}
            onClick={() => onDrop(file)}
          >
            {t("shell.file.remove")}
          </button>
        </li>
      ))}
      {sending.map(({ key, name, share, error }) => (
        <li key={key}>
          <span>{name}</span>
          {error ? <span className="error">{error}</span> : <progress value={share} aria-label={name} />}
          {error && (
            <button type="button" className="button quiet" onClick={() => onClear(key)}>
              {t("shell.file.remove")}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
