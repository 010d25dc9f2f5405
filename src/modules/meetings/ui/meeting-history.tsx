import { useRead } from "../../../shell/api.ts"
import { Reading } from "../../../shell/fault.tsx"
import { History } from "../../../shell/history.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** What happened around a meeting, from the journal. */
export const MeetingHistory = ({ of: meetingId }: { of: string }) => {
  const t = useWords()
  const read = useRead("meetings.history", { meetingId })
  return (
    <Reading of={read}>
      {({ rows }) => (
        <History
          of={rows.map(({ name, at, by, item_title }) => {
            const event = t.named(`event.${name}`)
            const what = item_title ? t("meetings.history.item", { event, title: item_title }) : event
            return { at, words: by ? t("meetings.history.by", { what, who: by }) : what }
          })}
        />
      )}
    </Reading>
  )
}
