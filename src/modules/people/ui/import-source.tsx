import { type DragEvent, useEffect, useId, useState } from "react"
import { today, useWords } from "../../../shell/use-words.ts"
import type { Wish } from "./import-file.ts"

/** Where the people come from: a file, or what was copied from a spreadsheet. */
export const ImportSource = ({
  bodyId,
  busy,
  onChosen,
}: {
  bodyId: string
  busy: boolean
  onChosen: (wish: Wish) => void
}) => {
  const t = useWords()
  const id = useId()
  const [file, setFile] = useState<File>()
  const [pasted, setPasted] = useState("")
  const [ring, setRing] = useState<Wish["ring"]>("member")
  const [since, setSince] = useState(today())
  const source = file ?? (pasted.trim() ? new Blob([pasted]) : undefined)
  const over = useDropAnywhere(setFile)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (source) onChosen({ bodyId, file: source, ring, since })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-file`}>{t("people.import.file")}</label>
        <span className="hint">{t("people.import.file.hint")}</span>
        <span className={over ? "drop over" : "drop"}>
          <input
            id={`${id}-file`}
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,.ods,.vcf"
            aria-describedby={`${id}-chosen`}
            onChange={(event) => setFile(event.target.files?.[0])}
          />
          <span className="soft">{t("people.import.drop")}</span>
        </span>
        <span id={`${id}-chosen`} aria-live="polite">
          {file && t("people.import.chosen", { name: file.name })}
        </span>
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>{t("people.import.paste")}</label>
        <span className="hint">{t("people.import.paste.hint")}</span>
        <textarea
          id={`${id}-text`}
          className="input"
          rows={5}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-ring`}>{t("people.import.ring")}</label>
        <select
          id={`${id}-ring`}
          className="input"
          value={ring}
          onChange={(event) => setRing(event.target.value as Wish["ring"])}
        >
          {(["member", "sympathiser", "supporter", "former"] as const).map((value) => (
            <option key={value} value={value}>
              {t(`mandates.ring.${value}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-since`}>{t("people.import.since")}</label>
        <input
          id={`${id}-since`}
          className="input date"
          type="date"
          required
          value={since}
          onChange={(event) => setSince(event.target.value)}
        />
      </div>
      <div className="bar">
        <button
          type="submit"
          className="button main"
          aria-busy={busy || undefined}
          aria-disabled={source ? undefined : true}
        >
          {t("people.import.look")}
        </button>
      </div>
    </form>
  )
}

/** A file dropped anywhere on the page is the chosen one; the browser would open it instead. */
const useDropAnywhere = (onFile: (file: File) => void): boolean => {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hover = (event: Event) => {
      if (!(event as unknown as DragEvent).dataTransfer?.types.includes("Files")) return
      event.preventDefault()
      setOver(event.type === "dragover")
    }
    const drop = (event: Event) => {
      const [file] = (event as unknown as DragEvent).dataTransfer?.files ?? []
      if (!file) return
      event.preventDefault()
      setOver(false)
      onFile(file)
    }
    const heard = [
      ["dragover", hover],
      ["dragleave", hover],
      ["drop", drop],
    ] as const
    for (const [name, hear] of heard) window.addEventListener(name, hear)
    return () => {
      for (const [name, hear] of heard) window.removeEventListener(name, hear)
    }
  }, [onFile])
  return over
}
