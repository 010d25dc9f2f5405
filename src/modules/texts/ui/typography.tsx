import { useEffect, useRef, useState } from "react"
import type { Piece } from "../../../kernel/redline/words.ts"
import type { RichText } from "../../../kernel/rich-text/schema.ts"
import { together } from "../../../kernel/rich-text/together.ts"
import { correctedText } from "../../../kernel/typography/in-text.ts"
import { Redline } from "../../../shell/redline.tsx"
import type { RichDoc } from "../../../shell/rich-text.tsx"
import { tell } from "../../../shell/toast.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Found = ReturnType<typeof correctedText>

/** French typography of the whole text with one key: what would change is shown first, and is taken back in one gesture. */
export const Typography = ({ of, change }: { of: RichDoc | null; change: (doc: RichDoc) => void }) => {
  const t = useWords()
  const [found, setFound] = useState<Found>()
  const now = useRef(of)
  useEffect(() => {
    now.current = of
  }, [of])
  const look = () => {
    if (now.current) setFound(correctedText(now.current as RichText))
  }
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key !== "F9") return
      event.preventDefault()
      look()
    }
    document.addEventListener("keydown", key)
    return () => document.removeEventListener("keydown", key)
  }, [])
  const apply = () => {
    const before = now.current as RichText
    // Looked at a moment ago: what was typed since is set as well.
    const set = correctedText(before).doc
    change(set as RichDoc)
    setFound(undefined)
    tell({
      words: t("texts.typography.done"),
      // What is typed after the correction stays.
      undo: async () => change(together(now.current as RichText, set, before).doc as RichDoc),
    })
  }
  return (
    <div className="stack">
      <div className="bar">
        <button type="button" className="button" onClick={look} aria-keyshortcuts="F9">
          {t("texts.typography")}
        </button>
      </div>
      {found && (
        <div aria-live="polite">
          {found.changed.length === 0 ? (
            <p>{t("texts.typography.right")}</p>
          ) : (
            <>
              <p>{t("texts.typography.found", { count: found.changed.length })}</p>
              <Redline of={found.changed.map((pieces) => ({ pieces: pieces.map(withSpacesSeen) }))} />
              <div className="bar">
                <button type="button" className="button main" onClick={apply}>
                  {t("texts.typography.apply")}
                </button>
                <button type="button" className="button" onClick={() => setFound(undefined)}>
                  {t("texts.typography.not")}
                </button>
              </div>
            </>
          )}
        </div>
      )}
    </div>
  )
}

// A fixed space looks like any other: where one comes or goes, it is drawn.
const withSpacesSeen = ({ is, text }: Piece): Piece => ({
  is,
  text: is === "kept" ? text : text.replace(/[\u00a0\u202f]/g, "⍽").replaceAll(" ", "␣"),
})
