import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { hour } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { findMeetingToChange } from "../store.ts"
import { proxyHanded, proxyTakenBack } from "./events.ts"
import { mayHold, stillListed } from "./may-hold.ts"
import { momentSaid } from "./moment.ts"
import { roomOf } from "./room-of.ts"

/** A proxy on paper, handed over in the room. The cap of the rulebook is counted with the meeting locked: two at once never pass it. */
export const handProxy = command({
  name: "attendance.handProxy",
  input: z.object({ meetingId: z.uuid(), giverId: z.uuid(), holderId: z.uuid(), at: hour().nullish() }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: mayHold,
  async run({ input: { giverId, holderId, ...input }, subject: meeting, ...given }) {
    const { actor, db, now } = given
    await stillListed(meeting, given)
    if (giverId === holderId) invalid(["holderId"], "oneself")
    const { law, convened, proxies, stays } = await roomOf(meeting, given)
    const cap = law.proxies.value?.per_holder ?? 0
    if (cap === 0) refuse("attendance.no_proxies")
    const isVoter = (id: string) => convened.some(({ person_id, voting }) => person_id === id && voting)
    if (!isVoter(giverId)) invalid(["giverId"], "has_no_vote")
    if (!isVoter(holderId)) invalid(["holderId"], "has_no_vote")
    if (stays.some(({ person_id, left_at }) => person_id === giverId && !left_at)) invalid(["giverId"], "giver_is_here")
    const live = proxies.filter(({ withdrawn_at }) => !withdrawn_at)
    if (live.some(({ giver_id }) => giver_id === giverId)) invalid(["giverId"], "has_given_one")
    if (live.filter(({ holder_id }) => holder_id === holderId).length >= cap) refuse("attendance.proxy_cap", { cap })
    const proxyId = newId()
    await db
      .insertInto("proxies")
      .values({
        organisation_id: actor.organisation,
        id: proxyId,
        meeting_id: meeting.id,
        giver_id: giverId,
        holder_id: holderId,
        given_at: momentSaid(meeting, { at: input.at, now, otherwise: meeting.opened_at }),
        given_by: "paper",
        file_id: null,
        withdrawn_at: null,
      })
      .execute()
    return proxyHanded({ meetingId: meeting.id, proxyId, giverId, holderId })
  },
})

/** Takes a proxy back: it held until that moment. */
export const takeBackProxy = command({
  name: "attendance.takeBackProxy",
  input: z.object({ proxyId: z.uuid(), at: hour().nullish() }),
  async find({ proxyId }, { db }) {
    const find = () => db.selectFrom("proxies").selectAll().where("id", "=", proxyId).executeTakeFirst()
    const where = await find()
    const meeting = where && (await findMeetingToChange(where.meeting_id, db))
    const proxy = meeting && (await find())
    return (
      proxy && { proxy, meeting, body_id: meeting.body_id, chair_id: meeting.chair_id, scribe_id: meeting.scribe_id }
    )
  },
  allow: mayHold,
  async run({ input, subject: { proxy, meeting }, ...given }) {
    const { db, now } = given
    await stillListed(meeting, given)
    if (proxy.withdrawn_at) refuse("attendance.proxy_gone")
    const said = momentSaid(meeting, { at: input.at, now, otherwise: meeting.opened_at })
    // Never before it was given, whatever the hour says: it would hold for ever.
    const withdrawn_at = Temporal.Instant.compare(said, proxy.given_at) < 0 ? proxy.given_at : said
    await db.updateTable("proxies").set({ withdrawn_at }).where("id", "=", proxy.id).execute()
    return proxyTakenBack({
      meetingId: meeting.id,
      proxyId: proxy.id,
      giverId: proxy.giver_id,
      holderId: proxy.holder_id,
    })
  },
})
