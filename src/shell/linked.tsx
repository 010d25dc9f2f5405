import { Link } from "./go.tsx"
import { useWords } from "./use-words.ts"

/** Plain words in which addresses open: those of ours as a place to go to, the others as they are written. */
export const Linked = ({ of }: { of: string }) => {
  const t = useWords()
  return of.split(/(https?:\/\/[^\s«»<>"]*[^\s«»<>".,;:!?)])/).map((part, index) => {
    // Every second part is an address.
    if (index % 2 === 0) return part
    const url = URL.parse(part)
    if (url?.origin === location.origin)
      return (
        <Link key={index} to={url.pathname + url.search}>
          {t("shell.linked.open")}
        </Link>
      )
    return (
      <a key={index} href={part} target="_blank" rel="noreferrer">
        {part}
      </a>
    )
  })
}
