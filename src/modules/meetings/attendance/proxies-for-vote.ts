import type { SetAside } from "../../../kernel/law/proxies.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Meeting } from "../meeting.ts"
import { proxiesOf, roomOf } from "./room-of.ts"

/** A proxy as it stands at a meeting: whether it was withdrawn, or why it does not hold; one that waits for its holder holds. */
export type ProxyForVote = {
  giver_id: string
  holder_id: string
  given_at: Temporal.Instant
  withdrawn: boolean
  why: Exclude<SetAside["why"], "holder_not_here"> | null
}

/** The last proxy of each giver of a meeting, in the order they were given. */
export const proxiesForVote = async (meeting: Meeting, given: Circumstances): Promise<ProxyForVote[]> => {
  const all = await proxiesOf(meeting.id, given.db)
  if (all.length === 0) return []
  const last = new Map(all.map((proxy) => [proxy.giver_id, proxy]))
  const { set_aside } = (await roomOf(meeting, given)).quorumAt(given.now)
  return [...last.values()].map(({ giver_id, holder_id, given_at, withdrawn_at }) => {
    const aside = set_aside.find(({ from, to }) => from === giver_id && to === holder_id)?.why
    const why = aside && aside !== "holder_not_here" ? aside : null
    return { giver_id, holder_id, given_at, withdrawn: withdrawn_at !== null, why }
  })
}

/** To whom somebody has given a proxy for a meeting that holds still. */
export const proxyAtMeeting = async (meetingId: string, giverId: string, { db }: Pick<Circumstances, "db">) =>
  (
    await db
      .selectFrom("proxies")
      .select("holder_id")
      .where("meeting_id", "=", meetingId)
      .where("giver_id", "=", giverId)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst()
  )?.holder_id
