import { type CSSProperties, useRef } from "react"
import { type PageWord, quoteOf, type Rect, rectsOf } from "../../../kernel/file/page/words.ts"
import { useWords } from "../../../shell/use-words.ts"
import type { Note } from "./paper-page.tsx"
import { useChosenWords } from "./use-chosen-words.ts"
import { type LeafRead, pictureOf } from "./use-leaf.ts"

/** A passage that a note is about to be written on. `key` names it; `typing`: the hand is on the keyboard already. */
export type Chosen = { key: string; quote: string; rects: Rect[]; from: number; to: number; typing: boolean }

/** A page: its picture, the notes over it, and over both its words, unseen, to select and to be read aloud. */
export const Leaf = ({
  of,
  fileId,
  notes,
  chosen,
  choose,
  pointed,
  point,
}: {
  of: LeafRead
  fileId: string
  notes: readonly Note[]
  chosen: Chosen | undefined
  choose: (chosen: Chosen | undefined) => void
  pointed: string | undefined
  point: (noteId: string) => void
}) => {
  const t = useWords()
  const { page, width, height, words } = of
  const text = useRef<HTMLDivElement>(null)
  const take = (from: number, to: number, typing = false) => {
    const those = words.slice(from, to + 1)
    choose({ key: `${page} ${from} ${to}`, quote: quoteOf(those), rects: rectsOf(those), from, to, typing })
  }
  useChosenWords(text, take)
  const whole = [{ x: 0, y: 0, w: 10_000, h: 10_000 }]
  const scan = t("annotations.scan.quote", { page })
  return (
    <>
      <div className="leaf" style={{ aspectRatio: `${width} / ${height}`, "--tall": height / width } as CSSProperties}>
        <img
          src={pictureOf(fileId, page)}
          width={width}
          height={height}
          alt={words.length ? "" : t("annotations.picture", { page })}
        />
        <div className="leaf-text" ref={text}>
          {paragraphsOf(words).map(({ from, to }) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the button within it is the keyboard’s way
            <p
              key={from}
              // A touch takes the paragraph; a selection is taken word by word.
              onClick={() => document.getSelection()?.isCollapsed && take(from, to)}
            >
              {words.slice(from, to + 1).map((word, index) => (
                <span key={index} data-word={from + index} style={placedWord(word, words[from + index + 1])}>
                  {word.text}{" "}
                </span>
              ))}
              <button
                type="button"
                className="unseen"
                style={placed({ ...words[from]!, w: 100, h: 100 })}
                onClick={(event) => (event.stopPropagation(), take(from, to, true))}
              >
                {t("annotations.paragraph", { words: quoteOf(words.slice(from, Math.min(to + 1, from + 6))) })}
              </button>
            </p>
          ))}
        </div>
        {/* Over the words, so that what they are read against is the page and not a tint. */}
        {notes.map((note, index) => (
          <Over key={note.id} note={note} n={index + 1} isPointed={note.id === pointed} point={point} />
        ))}
        {chosen?.rects.map((rect, index) => (
          <span key={index} className="over chosen" style={placed(rect)} />
        ))}
      </div>
      {words.length === 0 && (
        <p>
          {t("annotations.scan")}{" "}
          <button
            type="button"
            className="button"
            onClick={() => choose({ key: scan, quote: scan, rects: whole, from: 0, to: -1, typing: true })}
          >
            {t("annotations.scan.whole")}
          </button>
        </p>
      )}
    </>
  )
}

const Over = ({
  note: { id, rects, shared, settled_at },
  n,
  isPointed,
  point,
}: {
  note: Note
  n: number
  isPointed: boolean
  point: (noteId: string) => void
}) => {
  const kind = ["over", shared ? "shared" : "private", settled_at && "settled", isPointed && "pointed"]
    .filter(Boolean)
    .join(" ")
  return (
    <>
      {rects.map((rect, index) => (
        <span key={index} className={kind} style={placed(rect)} />
      ))}
      <a
        className="over-number"
        href={`#note-${id}`}
        style={{ top: `${rects[0]!.y / 100}%` }}
        onClick={() => point(id)}
      >
        {n}
      </a>
    </>
  )
}

const placed = ({ x, y, w, h }: Rect): CSSProperties => ({
  left: `${x / 100}%`,
  top: `${y / 100}%`,
  width: `${w / 100}%`,
  height: `${h / 100}%`,
})

// Up to the next word of its line: a finger between two words is on one of them.
const placedWord = (word: PageWord, next: PageWord | undefined): CSSProperties => ({
  ...placed(next && next.line === word.line && next.x > word.x ? { ...word, w: next.x - word.x } : word),
  fontSize: `calc(100cqw * var(--tall) * ${(word.h / 10_000) * 0.8})`,
})

const paragraphsOf = (words: readonly PageWord[]) => {
  const found: { from: number; to: number; paragraph: number }[] = []
  for (const [index, { paragraph }] of words.entries()) {
    const last = found.at(-1)
    if (last?.paragraph === paragraph) last.to = index
    else found.push({ from: index, to: index, paragraph })
  }
  return found
}
