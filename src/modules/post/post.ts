import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { event } from "../../kernel/event.ts"
import { ids } from "../../kernel/input.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { holds } from "../mandates/contract.ts"

export const lettersPosted = event<{ bodyId: string; meetingId: string | null; sendingIds: string[] }>()(
  "sendings.posted",
)

/** Says that letters were put in the post or handed over: from now on they count as sent, that day. */
export const postLetters = command({
  name: "sendings.post",
  input: z.object({ bodyId: z.uuid(), sendingIds: ids(1000) }),
  find: async ({ bodyId, sendingIds }, { db }) => {
    if (sendingIds.length === 0) return undefined
    const letters = await db
      .selectFrom("sendings")
      .select(["id", "meeting_id", "state"])
      .where("id", "in", sendingIds)
      .where("body_id", "=", bodyId)
      .where("means", "=", "post")
      .forUpdate()
      .execute()
    return letters.length === sendingIds.length ? { body_id: bodyId, letters } : undefined
  },
  allow: holds("meetings.convene"),
  async run({ subject: { body_id, letters }, db, now }) {
    const waiting = letters.filter(({ state }) => state === "waiting")
    if (waiting.length === 0) refuse("sendings.already_posted")
    const sendingIds = waiting.map(({ id }) => id)
    await markPosted(sendingIds, { db, now })
    return lettersPosted({ bodyId: body_id, meetingId: waiting[0]!.meeting_id, sendingIds })
  },
})

/** From now on these letters count as sent. */
export const markPosted = (sendingIds: readonly string[], { db, now }: Pick<Circumstances, "db" | "now">) =>
  db
    .updateTable("sendings")
    .set({ state: "printed", sent_at: now })
    .where("id", "in", [...sendingIds])
    .where("state", "=", "waiting")
    .where("means", "=", "post")
    .execute()
