import type { Redlined } from "../kernel/redline/words.ts"

/** What was done to a text, paragraph by paragraph: what went is struck through, what came is underlined; colour only repeats it. */
export const Redline = ({ of }: { of: readonly Redlined[] }) => (
  <div className="prose">
    {of.map(({ pieces }, index) => (
      <p key={index}>
        {pieces.map(({ is, text }, at) =>
          is === "kept" ? text : is === "added" ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>,
        )}
      </p>
    ))}
  </div>
)
