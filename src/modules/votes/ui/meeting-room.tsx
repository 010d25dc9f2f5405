import type { ReadOf } from "../../../shell/api.ts"
import { Mark } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

/** The quorum of the meeting at which a vote is held, with its rule; where the number lacked, why it is held all the same. */
export const MeetingRoom = ({ of: { meeting_room: room } }: { of: ReadOf<"votes.read"> }) => {
  const t = useWords()
  if (!room) return null
  return (
    <div role="note">
      <p>
        {room.sentence} {!room.reached && <Mark kind="bad">{t("votes.room.missed")}</Mark>}
      </p>
      {room.waiver && <p>{t("votes.room.waived", { why: room.waiver })}</p>}
      {room.rule && <p className="soft">{[room.rule, room.source].filter(Boolean).join(" · ")}</p>}
    </div>
  )
}
