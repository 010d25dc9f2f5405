import { useState } from "react"
import { articleOf, kindOf, type ParagraphKind } from "../../../kernel/amending/paragraph.ts"
import { placesOf } from "../../../kernel/amending/place.ts"
import { TextLine, TextLines } from "../../../shell/text-lines.tsx"
import { useWords } from "../../../shell/use-words.ts"

export type Paragraph = { is: ParagraphKind; text: string }

const kinds = ["paragraph", "article", "heading"] as const

/** The paragraphs as they were read; one is opened at a time to be put right. */
export const MendList = ({
  of,
  onChange,
}: {
  of: readonly Paragraph[]
  onChange: (paragraphs: readonly Paragraph[]) => void
}) => {
  const t = useWords()
  const [open, setOpen] = useState<number | undefined>(undefined)
  const places = placesOf(of)
  const put = (index: number, count: number, ...some: Paragraph[]) => onChange(of.toSpliced(index, count, ...some))
  return (
    <TextLines>
      {of.map((one, index) => (
        <TextLine
          key={index}
          n={places[index]!.alinea}
          opens={one.is !== "paragraph"}
          below={
            open === index && (
              <Opened
                of={one}
                before={of[index - 1]}
                onChange={(next) => put(index, 1, next)}
                onJoin={() => {
                  const before = of[index - 1]!
                  put(index - 1, 2, { ...before, text: `${before.text} ${one.text}` })
                  setOpen(index - 1)
                }}
                onSplit={(texts) => put(index, 1, ...texts.map((text) => ({ is: kindOf(text), text })))}
                onRemove={() => {
                  put(index, 1)
                  setOpen(undefined)
                }}
                onClose={() => setOpen(undefined)}
              />
            )
          }
        >
          <button
            type="button"
            aria-expanded={open === index}
            onClick={() => setOpen(open === index ? undefined : index)}
          >
            {one.text || t("amendments.mend.empty")}
          </button>
        </TextLine>
      ))}
    </TextLines>
  )
}

const Opened = ({
  of: { is, text },
  before,
  onChange,
  onJoin,
  onSplit,
  onRemove,
  onClose,
}: {
  of: Paragraph
  before: Paragraph | undefined
  onChange: (next: Paragraph) => void
  onJoin: () => void
  onSplit: (texts: string[]) => void
  onRemove: () => void
  onClose: () => void
}) => {
  const t = useWords()
  const lines = text.split("\n").flatMap((line) => line.trim() || [])
  return (
    <div className="stack">
      <textarea
        className="input"
        aria-label={t("amendments.mend.words")}
        value={text}
        rows={3}
        onChange={(event) => onChange({ is, text: event.target.value })}
      />
      <p className="soft">{t("amendments.mend.split.hint")}</p>
      <fieldset className="bar" aria-label={t("amendments.mend.kind")}>
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={is === kind}
            className={is === kind ? "button on" : "button quiet"}
            onClick={() => onChange({ is: kind, text })}
          >
            {t(`amendments.paragraph.${kind}`)}
          </button>
        ))}
      </fieldset>
      {is === "article" && !articleOf(text) && <p className="error">{t("amendments.mend.no_number")}</p>}
      <div className="bar">
        {lines.length > 1 && (
          <button type="button" className="button" onClick={() => onSplit(lines)}>
            {t("amendments.mend.split", { count: lines.length })}
          </button>
        )}
        {before && (
          <button type="button" className="button" onClick={onJoin}>
            {t("amendments.mend.join")}
          </button>
        )}
        <button type="button" className="button quiet" onClick={onRemove}>
          {t("amendments.mend.remove")}
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          {t("amendments.close")}
        </button>
      </div>
    </div>
  )
}
