import { useWords } from "../../../shell/use-words.ts"

type Square = { level: string | null; wants: boolean }

const shapes: Record<string, string> = { some: "○", well: "●", teaches: "◆", wants: "+" }

/** The mark of a square: a shape for the eye, its words for whoever does not see it, or for all when `spoken`. */
export const Shape = ({ of, spoken = false }: { of: Square | undefined; spoken?: boolean }) => {
  const t = useWords()
  if (!of) return null
  const keys = [of.level, of.wants && "wants"].filter((key): key is string => Boolean(key))
  const words = keys.map((key) => t.named(`skills.level.${key}`)).join(", ")
  return (
    <span title={words}>
      <span aria-hidden="true">{keys.map((key) => shapes[key]).join("")}</span>
      <span className={spoken ? undefined : "unseen"}> {words}</span>
    </span>
  )
}

/** What each shape means. */
export const ShapeKey = () => {
  const t = useWords()
  return (
    <p className="marks-key">
      {Object.entries(shapes).map(([key, shape]) => (
        <span key={key}>
          <span aria-hidden="true">{shape}</span> {t.named(`skills.level.${key}`)}
        </span>
      ))}
    </p>
  )
}
