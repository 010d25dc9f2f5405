import { z } from "zod"
import { confide } from "../../../kernel/confide.ts"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { type RichText, richText } from "../../../kernel/rich-text/schema.ts"
import { together } from "../../../kernel/rich-text/together.ts"
import { written } from "../agenda/item-input.ts"
import { mayWrite } from "../attendance/may-hold.ts"
import { minutesWritten } from "./events.ts"
import { findMinutesToChange } from "./store.ts"

const words = z.object({ opening: richText.nullish(), closing: richText.nullish() })

/** The scribe's words before the items and after them. `base` is what they began from: what another wrote meanwhile is kept. */
export const writeMinutes = command({
  name: "minutes.write",
  input: words.extend({ meetingId: z.uuid(), base: words.default({}) }),
  find: ({ meetingId }, given) => findMinutesToChange(meetingId, given),
  allow: mayWrite,
  async run({ input: { meetingId, base, ...mine }, subject: { minutes, meeting }, ...given }) {
    const { actor, db, now } = given
    if (minutes.state !== "draft") refuse("attendance.circulated")
    const changes: Record<string, unknown> = {}
    let merged = false
    for (const part of ["opening", "closing"] as const) {
      if (mine[part] === undefined) continue
      const result = together(minutes[part] as RichText | null, base[part] ?? null, mine[part])
      const kept = written(result.doc)
      changes[part] = confide(given, meeting.confidential).doc(kept)
      merged ||= result.merged
    }
    const version = minutes.version + 1
    await db
      .updateTable("minutes")
      .set({ ...changes, version, changed_by: actor.personId, changed_at: now })
      .where("meeting_id", "=", meetingId)
      .execute()
    return minutesWritten({ meetingId, version, merged })
  },
})
