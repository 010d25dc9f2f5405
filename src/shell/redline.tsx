import type { Piece, Redlined } from "../kernel/redline/words.ts"
import { useWords } from "./use-words.ts"

/** What was done to a text, paragraph by paragraph: what went is struck through, what came is underlined; colour only repeats it. */
export const Redline = ({ of }: { of: readonly Redlined[] }) => (
  <div className="prose">
    {of.map(({ pieces }, index) => (
      <p key={index}>
        <Pieces of={pieces} />
      </p>
    ))}
  </div>
)

/** The same within one paragraph; both are said aloud. */
export const Pieces = ({ of }: { of: readonly Piece[] }) => {
  const t = useWords()
  return of.map(({ is, text }, index) =>
    is === "kept" ? (
      text
    ) : is === "removed" ? (
      <del key={index} aria-label={t("shell.redline.removed", { text })}>
        {text}
      </del>
    ) : (
      <ins key={index} aria-label={t("shell.redline.added", { text })}>
        {text}
      </ins>
    ),
  )
}
