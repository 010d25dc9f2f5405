import { Act } from "../../../shell/act.tsx"
import { type ReadOf, useRead } from "../../../shell/api.ts"
import { Link } from "../../../shell/go.tsx"
import { type Translate, useFigures, useWords } from "../../../shell/use-words.ts"
import { wallTime } from "../../../kernel/words/dates.ts"
import "./live.css"

type Live = ReadOf<"sittings.live">
export type Notice = Live["notices"][number]

/** On the pages of a sitting on its day: the positions that changed and that one has not said to have seen. */
export const NoticesOf = ({ sittingId }: { sittingId: string }) => {
  const { data } = useRead("sittings.live", { sittingId })
  return data?.sitting.is_today ? <Notices of={data} /> : null
}

/** They stay until they are acknowledged; a screen reader says them at once. */
export const Notices = ({ of: { notices, sitting } }: { of: Pick<Live, "notices" | "sitting"> }) => {
  const t = useWords()
  const say = useFigures()
  return (
    <div role="alert">
      {notices
        .filter(({ mine }) => !mine)
        .map((notice) => (
          <section key={notice.id} className="notice" aria-label={t("sittings.live.notice")}>
            <p className="says">{noticeWords(notice, t)}</p>
            {notice.condition && <p>{notice.condition}</p>}
            <p>
              <Link to={`/seances/${sitting.id}/direct?point=${notice.item_id}`}>{notice.title}</Link>
            </p>
            <p className="soft">
              {t("sittings.live.notice.by", {
                name: notice.said_by_name ?? t("sittings.brought.meeting"),
                at: say.hour(wallTime(notice.said_at, sitting.zone)),
              })}
            </p>
            <Act command="sittings.seeNotice" input={{ noticeId: notice.id }} kind="main">
              {t("sittings.live.notice.see")}
              <span className="unseen">, {notice.title}</span>
            </Act>
          </section>
        ))}
    </div>
  )
}

/** "Point 214 : nous votons contre" */
export const noticeWords = ({ stance, number, title }: Notice, t: Translate): string => {
  const of = { number: number ?? title }
  if (stance === null) return t("sittings.live.notice.open", of)
  if (stance === "free") return t("sittings.live.notice.free", of)
  if (stance === "apart") return t("sittings.live.notice.apart", of)
  if (stance === "abstain") return t("sittings.live.notice.abstain", of)
  return t("sittings.live.notice.says", { ...of, stance: t(`sittings.stance.${stance}`) })
}
