import { useId, useState } from "react"
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
        <span className="drop">
          <input
            id={`${id}-file`}
            type="file"
            accept=".csv,.tsv,.txt"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
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
