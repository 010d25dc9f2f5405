import { useState } from "react"
import { Act } from "../../../shell/act.tsx"
import { useCommand, useRead } from "../../../shell/api.ts"
import { refusalWords } from "../../../shell/fault.tsx"
import { Sheet } from "../../../shell/sheet.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** On one's own account: the picture of one's signature. Nobody else sees it, and nobody else can put it under a letter. */
export const OwnSignature = () => {
  const t = useWords()
  const { data } = useRead("letters.signature", {})
  const { send, pending, error } = useCommand("letters.keepSignature")
  const [tooLarge, setTooLarge] = useState(false)
  const keep = async (file: File | undefined) => {
    if (!file) return
    setTooLarge(file.size > MOST_BYTES)
    if (file.size > MOST_BYTES) return
    try {
      await send({ picture: await base64Of(file) })
      tell({ words: t("letters.signature.kept") })
    } catch {
      // The refusal stays in `error` and is drawn below.
    }
  }
  if (!data) return null
  return (
    <Sheet title={t("letters.signature.own")} padded>
      <p className="soft">{t("letters.signature.own.lead")}</p>
      {data.picture && (
        <p>
          <img
            src={`data:image/png;base64,${data.picture}`}
            alt={t("letters.signature.own")}
            style={{ maxInlineSize: "100%", blockSize: "4rem", background: "#fff" }}
          />
        </p>
      )}
      <div className="field">
        <label htmlFor="signature">{t(data.picture ? "letters.signature.replace" : "letters.signature.choose")}</label>
        <span className="drop">
          <input
            id="signature"
            type="file"
            accept="image/png,image/jpeg,image/webp"
            disabled={pending}
            onChange={(event) => void keep(event.target.files?.[0])}
          />
        </span>
      </div>
      {(error ?? tooLarge) && (
        <p className="act-error" role="alert">
          {tooLarge ? t("letters.signature.too_large") : refusalWords(error, t)}
        </p>
      )}
      {data.picture && (
        <div className="bar">
          <Act
            command="letters.forgetSignature"
            input={{}}
            confirm={{ title: t("letters.signature.forget.title"), words: t("letters.signature.forget.words") }}
          >
            {t("letters.signature.forget")}
          </Act>
        </div>
      )}
    </Sheet>
  )
}

const MOST_BYTES = 1_500_000

const base64Of = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ""
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192))
  return btoa(text)
}
