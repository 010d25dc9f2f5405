import { useEffect, useRef } from "react"
import { Link, useAddress } from "./go.tsx"
import { chaptersOf, places } from "./modules.ts"
import { useWords } from "./use-words.ts"

/** The place and its chapters, on the page of the place itself and on that of each chapter. */
export const useChapters = () => {
  const { path } = useAddress()
  const place = places.find((one) => one.path === path || chaptersOf(one.path).some((chapter) => chapter.path === path))
  const chapters = place ? chaptersOf(place.path) : []
  return place && chapters.length > 0 ? { words: place.words, of: [place, ...chapters], here: path } : undefined
}

/** The way from one chapter of a place to the other. */
export const Chapters = ({ words, of, here }: NonNullable<ReturnType<typeof useChapters>>) => {
  const t = useWords()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const line = list.current
    if (!line) return
    // On a phone the line is longer than the page, and a chapter one may open joins it a moment later.
    const show = new ResizeObserver(() => {
      const current = line.querySelector<HTMLElement>("[aria-current]")
      line.parentElement?.scrollTo({ left: current ? current.offsetLeft - line.offsetLeft - 16 : 0 })
    })
    for (const item of [line, ...line.children]) show.observe(item)
    return () => show.disconnect()
  }, [here])
  return (
    <nav className="chapters" aria-label={t("shell.nav.chapters", { place: t(words) })}>
      <ul ref={list}>
        {of.map((one) => (
          <One key={one.path} of={one} isHere={one.path === here} />
        ))}
      </ul>
    </nav>
  )
}

const One = ({
  of,
  isHere,
}: {
  of: Pick<ReturnType<typeof chaptersOf>[number], "path" | "words" | "useMay">
  isHere: boolean
}) => {
  const t = useWords()
  const may = (of.useMay ?? always)()
  if (!may && !isHere) return null
  return (
    <li>
      <Link to={of.path} aria-current={isHere ? "page" : undefined}>
        {t(of.words)}
      </Link>
    </li>
  )
}

const always = () => true
