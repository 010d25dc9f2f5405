import { Link } from "../../../shell/go.tsx"
import { useWords } from "../../../shell/use-words.ts"
import { itemPath, type MeetingRead } from "./agenda-list.tsx"

/** The item before and the item after, as on the agenda. */
export const ItemNeighbours = ({ of: { meeting, items }, itemId }: { of: MeetingRead; itemId: string }) => {
  const t = useWords()
  const place = items.findIndex(({ id }) => id === itemId)
  if (place < 0 || items.length < 2) return null
  const link = (index: number, key: "before" | "after") => {
    const item = items[index]
    return (
      item && (
        <Link to={itemPath(meeting.id, item.id)} rel={key === "before" ? "prev" : "next"}>
          {t(`meetings.item.${key}`, { n: index + 1, title: item.title ?? t("meetings.item.hidden") })}
        </Link>
      )
    )
  }
  return (
    <nav className="bar" aria-label={t("meetings.prepare.agenda")}>
      {link(place - 1, "before")}
      {link(place + 1, "after")}
    </nav>
  )
}
