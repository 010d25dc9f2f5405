import type { Circumstances } from "../../../kernel/rule.ts"
import type { Missing } from "../../../kernel/workflow.ts"
import type { Meeting } from "../meeting.ts"
import { staysOf } from "../attendance/room-of.ts"

/** What is missing before minutes can circulate. Its sentence is `meetings.missing.<what>`, as for the convocation. */
export const missingToCirculate = async (meeting: Meeting, { db }: Circumstances): Promise<Missing[]> => {
  const page = `/reunions/${meeting.id}`
  const stays = await staysOf(meeting.id, db)
  const bare = await db
    .selectFrom("agenda_items")
    .select(({ fn }) => fn.countAll<bigint>().as("count"))
    .where("meeting_id", "=", meeting.id)
    .where("state", "=", "accepted")
    .where("opened_at", "is not", null)
    .where("notes", "is", null)
    .where("outcome", "in", ["discussed"])
    .executeTakeFirstOrThrow()
  return [
    ...when(meeting.state !== "closed", "close", {}, `${page}/tenir`),
    ...when(stays.length === 0, "attendance", {}, `${page}/tenir`),
    ...when(!meeting.chair_id, "chair", {}, `${page}/tenir`),
    ...when(Number(bare.count) > 0, "notes", { count: Number(bare.count) }, `${page}/rediger#points`),
  ]
}

const when = (holds: boolean, what: string, facts: Record<string, string | number>, at: string): Missing[] =>
  holds ? [{ key: `meetings.missing.${what}`, facts, at, only_warns: what !== "close" }] : []
