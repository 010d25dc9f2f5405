import type { Selectable } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { type Quorum, quorumAt, quorumOverTime, type QuorumRequest } from "../../../kernel/law/quorum.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { RoomEvent } from "../../../kernel/law/room.ts"
import type { Meeting } from "../meeting.ts"
import type { AttendanceRow, ProxyRow } from "../tables.ts"
import { type ConvenedPerson, convenedTo } from "./convened.ts"
import { lawOf, type MeetingLaw } from "./law-of.ts"

export type Stay = Selectable<AttendanceRow>
export type HeldProxy = Selectable<ProxyRow>

export type Room = {
  law: MeetingLaw
  convened: ConvenedPerson[]
  /** In order of arrival. */
  stays: Stay[]
  /** Withdrawn ones too: they held until then. */
  proxies: HeldProxy[]
  quorumAt: (at: Temporal.Instant) => Quorum
  quorumOverTime: () => Quorum[]
}

/** Who was in the room of a meeting, and what follows for its quorum, at any moment. */
export const roomOf = async (meeting: Meeting, given: Circumstances): Promise<Room> => {
  const { db } = given
  const law = await lawOf(meeting, db)
  const convened = await convenedTo(meeting, given)
  const stays = await staysOf(meeting.id, db)
  const proxies = await proxiesOf(meeting.id, db)
  const request: QuorumRequest = {
    rule: law.quorum.value ?? { of: "nobody" },
    proxies: law.proxies.value ?? { per_holder: 0 },
    members: votersOf(convened, stays),
    events: roomEvents(stays, proxies),
  }
  return {
    law,
    convened,
    stays,
    proxies,
    quorumAt: (at) => quorumAt(request, at),
    quorumOverTime: () => quorumOverTime(request),
  }
}

export const staysOf = (meetingId: string, db: Db): Promise<Stay[]> =>
  db
    .selectFrom("attendances")
    .selectAll()
    .where("meeting_id", "=", meetingId)
    .orderBy("arrived_at")
    .orderBy("id")
    .execute()

export const proxiesOf = (meetingId: string, db: Db): Promise<HeldProxy[]> =>
  db.selectFrom("proxies").selectAll().where("meeting_id", "=", meetingId).orderBy("given_at").orderBy("id").execute()

/** What happened in the room. Whoever leaves and comes back has two stays; a proxy ends when it is taken back. */
export const roomEvents = (stays: readonly Stay[], proxies: readonly HeldProxy[]): RoomEvent[] => [
  ...stays.flatMap(({ person_id: person, arrived_at, left_at }): RoomEvent[] => [
    { at: arrived_at, kind: "arrived", person },
    ...(left_at ? [{ at: left_at, kind: "left", person } as const] : []),
  ]),
  ...proxies.flatMap(({ giver_id: from, holder_id: to, given_at, withdrawn_at }): RoomEvent[] => [
    { at: given_at, kind: "proxy_given", from, to },
    ...(withdrawn_at ? [{ at: withdrawn_at, kind: "proxy_withdrawn", from } as const] : []),
  ]),
]

// Whoever was let in with a vote and not convened (a member who joined since) counts too.
const votersOf = (convened: readonly ConvenedPerson[], stays: readonly Stay[]) => {
  const voters = new Map(
    convened.filter(({ voting }) => voting).map(({ person_id, up_to_date }) => [person_id, up_to_date]),
  )
  for (const { person_id, voting } of stays) if (voting && !voters.has(person_id)) voters.set(person_id, true)
  return [...voters].map(([person, up_to_date]) => ({ person, up_to_date }))
}
