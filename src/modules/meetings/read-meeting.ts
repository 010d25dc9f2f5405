import { z } from "zod"
import { may } from "../../kernel/command.ts"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { runningClock } from "./agenda/clock.ts"
import { itemsOf } from "./agenda/read-items.ts"
import { isOpenToProposals, proposeUntil } from "./agenda/proposal.ts"
import { conveneMeeting } from "./convocation/convene.ts"
import { missingInPlan } from "./convocation/missing.ts"
import { planOf } from "./convocation/plan.ts"
import { acts } from "./acts.ts"
import { missingToConvene } from "./missing.ts"
import { secondAhead, secondTold } from "./attendance/second-told.ts"
import { mayHold, mayWrite } from "./attendance/may-hold.ts"
import { type Meeting, stepOf, stepOfReader, stepsDone } from "./meeting.ts"
import { findSeenMeeting } from "./seen.ts"

/** A meeting with its agenda, what waits, what is missing, and what the reader may do. */
export const readMeeting = read({
  name: "meetings.read",
  input: z.object({ meetingId: z.uuid() }),
  find: ({ meetingId }, given) => findSeenMeeting(meetingId, given),
  allow: isSignedIn,
  async run({ subject: meeting, input: _, ...given }) {
    const { actor, db, now } = given
    const all = await itemsOf(meeting, given)
    const items = all.filter(({ state }) => state === "accepted")
    const today = dayOf(now, meeting.zone)
    const allowed = await may(meeting, acts, given)
    const rights = { ...allowed, "agenda.propose": allowed["agenda.propose"] && isOpenToProposals(meeting, today) }
    const proposed = all.filter(
      ({ state, proposed_by }) =>
        state !== "accepted" && (proposed_by === actor.personId || (state === "proposed" && rights["agenda.accept"])),
    )
    const { begins, ends, total, over } = runningClock(items, meeting)
    const minutes = await minutesOf(meeting.id, given)
    const missing = missingToConvene(meeting, {
      items,
      proposals: all.filter(({ state }) => state === "proposed").length,
      wall: now.toZonedDateTimeISO(meeting.zone).toPlainDateTime(),
    })
    const step = stepOf(meeting, { minutes: minutes?.state ?? null, missing: missing.length, today })
    return {
      meeting: {
        ...headOf(meeting),
        ...(await namesOf(meeting, given)),
        minutes_state: minutes?.state ?? null,
        step: allowed["agenda.order"] ? step : stepOfReader(meeting, step, { ...(await hands(meeting, given)), today }),
        steps_done: stepsDone(meeting, minutes?.state ?? null),
      },
      items: items.map((item, index) => ({
        ...item,
        begins: begins[index]!,
        may: { "agenda.change": allowed["agenda.order"] || item.presenter_id === actor.personId },
      })),
      ends,
      total,
      over,
      proposals: proposed.map((item) => ({
        ...item,
        may: {
          "agenda.change":
            item.state === "proposed" && (allowed["agenda.order"] || item.presenter_id === actor.personId),
          "agenda.withdraw": item.state === "proposed" && item.proposed_by === actor.personId,
        },
      })),
      propose_until: proposeUntil(meeting),
      second: secondTold(await secondAhead(meeting, given), given),
      missing: [...missing, ...(await missingForAll(meeting, given))],
      type: await typeOf(meeting, db),
      may: rights,
    }
  },
})

const hands = async (meeting: Meeting, given: Circumstances) => ({
  holds: await mayHold(meeting, given),
  writes: await mayWrite(meeting, given),
})

/** What the page of the convocation says beside, so that both pages count the same; for who convenes, since it names people. */
const missingForAll = async (meeting: Meeting, given: Circumstances) => {
  if (meeting.state !== "preparing" || meeting.outside) return []
  const { "meetings.convene": convenes } = await may(meeting, [conveneMeeting], given)
  return convenes ? missingInPlan(await planOf(meeting, [], given)) : []
}

const headOf = ({ organisation_id: _, uid: __, ...meeting }: Meeting & { body_name: string }) => meeting

const minutesOf = (meetingId: string, { db }: Circumstances) =>
  db.selectFrom("minutes").select("state").where("meeting_id", "=", meetingId).executeTakeFirst()

const typeOf = async ({ type_id }: Meeting, db: Circumstances["db"]) =>
  (type_id &&
    (await db
      .selectFrom("meeting_types")
      .select(["id", "key", "name", "convenes", "notice_rule", "quorum_rule", "majority_rule", "proxy_rule"])
      .where("id", "=", type_id)
      .executeTakeFirst())) ||
  null

const namesOf = async ({ chair_id, scribe_id }: Meeting, { db }: Circumstances) => {
  const wanted = [chair_id, scribe_id].filter((id) => id !== null)
  const people = wanted.length
    ? await db.selectFrom("people").select(["id", "given_name", "family_name"]).where("id", "in", wanted).execute()
    : []
  const nameOf = (id: string | null) => {
    const person = people.find((one) => one.id === id)
    return person ? `${person.given_name} ${person.family_name}` : null
  }
  return { chair_name: nameOf(chair_id), scribe_name: nameOf(scribe_id) }
}
