import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import type { Event } from "../../../kernel/event.ts"
import { dayAndMonth, dayOnly } from "../../../kernel/words/dates.ts"
import { format, type Language } from "../../../kernel/words/words.ts"
import type { RichText } from "../../../kernel/rich-text/schema.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { openTasksOf } from "../../tasks/contract.ts"
import { itemsCameBack } from "../events.ts"
import { isOfFamily } from "../family.ts"
import type { Meeting } from "../meeting.ts"
import { findMeetingToChange } from "../store.ts"
import type { TemplateItem } from "../tables.ts"
import { decideAgain } from "./decide-again.ts"
import type { Item } from "./find-item.ts"
import { insertItem, orderOf, placeItems } from "./store.ts"
import { ofTemplate, placeOfFollowUp } from "./template.ts"

/**
 * What comes back by itself on an agenda in preparation: minutes circulated and not approved, tasks not done, items the last
 * meeting left undecided, decisions to take again (all, or the `reopened` one). Each comes once; what somebody took off stays off. Answers what happened, for the journal.
 */
export const comeBack = async (meetingId: string, given: Circumstances, reopened?: string): Promise<Event[]> => {
  const meeting = await findMeetingToChange(meetingId, given.db)
  if (!meeting || meeting.outside || meeting.state !== "preparing") return []
  const template = await templateOf(meeting, given.db)
  const words = await languageOf(given.db)
  const approvals = await approvalsFor(meeting, ofTemplate(template, "approve-minutes"), words, given)
  const followUp = await followUpFor(meeting, ofTemplate(template, "follow-up"), words, given)
  const carried = [...(await carriedTo(meeting, given)), ...(await decideAgain(meeting, given, reopened))]
  const itemIds = [...approvals, ...followUp, ...carried]
  if (itemIds.length === 0) return []
  await placeAll(meeting, template, { approvals, followUp, carried }, given.db)
  return [itemsCameBack({ meetingId, itemIds })]
}

/** The next meeting of the same family in preparation, on which something may come back. */
export const nextOfFamily = async (meeting: Pick<Meeting, "id" | "starts">, db: Db): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string }>`
    select m.id from meetings m join meetings one on one.id = ${meeting.id}
     where ${isOfFamily} and m.id <> one.id and m.state = 'preparing' and not m.outside and m.starts >= one.starts
     order by m.starts, m.id limit 1`.execute(db)
  return rows[0]?.id
}

const approvalsFor = async (
  meeting: Meeting,
  item: TemplateItem | undefined,
  language: Language,
  given: Circumstances,
) => {
  const { actor, db, now } = given
  const { rows } = await sql<{ id: string; starts: Temporal.PlainDateTime; title: string }>`
    select m.id, m.starts, m.title from meetings m
      join minutes p on p.meeting_id = m.id and p.state = 'circulated'
      join meetings one on one.id = ${meeting.id}
     where ${isOfFamily} and m.starts < one.starts
       and not exists (
         select 1 from agenda_items i join meetings on_ on on_.id = i.meeting_id
          where i.about_meeting_id = m.id and i.automatic = 'approve-minutes'
            and (i.meeting_id = one.id or (i.state = 'accepted' and on_.state not in ('closed', 'cancelled'))))
     order by m.starts`.execute(db)
  const ids = []
  for (const { id, starts } of rows) {
    const day = starts.year === meeting.starts.year ? dayAndMonth(language, starts) : dayOnly(language, starts)
    ids.push(
      await insertItem(
        {
          ...blank(actor.organisation, meeting, now),
          title: format(language, "meetings.automatic.approve", { day }),
          purpose: "decide",
          minutes: item?.minutes ?? 5,
          automatic: "approve-minutes",
          about_meeting_id: id,
        },
        meeting,
        given,
      ),
    )
  }
  return ids
}

const followUpFor = async (
  meeting: Meeting,
  item: TemplateItem | undefined,
  language: Language,
  given: Circumstances,
) => {
  const { actor, db, now } = given
  if ((await openTasksOf(meeting.body_id, db)).length === 0) return []
  const known = await db
    .selectFrom("agenda_items")
    .select("id")
    .where("meeting_id", "=", meeting.id)
    .where("automatic", "=", "follow-up")
    .executeTakeFirst()
  if (known) return []
  const title = item?.title ?? format(language, "meetings.automatic.follow_up")
  const followUp = { title, purpose: "inform" as const, minutes: item?.minutes ?? 10, automatic: "follow-up" as const }
  return [await insertItem({ ...blank(actor.organisation, meeting, now), ...followUp }, meeting, given)]
}

const carriedTo = async (meeting: Meeting, given: Circumstances) => {
  const { actor, db, now } = given
  const { rows } = await sql<Item>`
    select i.* from agenda_items i
     where i.meeting_id = (
             select m.id from meetings m join meetings one on one.id = ${meeting.id}
              where ${isOfFamily} and m.state = 'closed' and m.starts < one.starts
              order by m.starts desc limit 1)
       and i.state = 'accepted' and (i.outcome = 'postponed' or i.outcome is null)
       and (i.automatic is null or i.automatic = 'carried-over')
       and not exists (
         select 1 from agenda_items again join meetings on_ on on_.id = again.meeting_id
          where again.from_item_id = i.id and (again.meeting_id = ${meeting.id} or on_.state <> 'cancelled'))
     order by i.position`.execute(db)
  const ids = []
  for (const left of rows) {
    if (await isThereAlready(left, meeting, db)) continue
    const { title, purpose, minutes, presenter_id, confidential, matter_id, proposed_decision, proposed_by } = left
    const words = { title, purpose, minutes, presenter_id, confidential, matter_id, proposed_decision, proposed_by }
    const id = await insertItem(
      {
        ...blank(actor.organisation, meeting, now),
        ...words,
        description: left.description as RichText | null,
        automatic: "carried-over",
        from_item_id: left.id,
      },
      meeting,
      given,
    )
    await sql`insert into item_papers (organisation_id, item_id, file_id, position)
      select organisation_id, ${id}, file_id, position from item_papers where item_id = ${left.id}`.execute(db)
    ids.push(id)
  }
  return ids
}

// "Divers" is on every agenda of its type: left over with nothing written in it, it is the one that stands there already.
const isThereAlready = async (left: Item, meeting: Meeting, db: Db): Promise<boolean> => {
  const { description, proposed_decision, presenter_id, matter_id, confidential } = left
  if (description || proposed_decision || presenter_id || matter_id || confidential) return false
  const { rows } = await sql`
    update agenda_items set from_item_id = ${left.id}
     where id = (select i.id from agenda_items i
                  where i.meeting_id = ${meeting.id} and i.state = 'accepted' and i.automatic is null and i.from_item_id is null
                    and not i.confidential and lower(trim(i.title)) = lower(trim(${left.title}::text))
                    and not exists (select from item_papers p where (p.organisation_id, p.item_id) = (i.organisation_id, ${left.id}::uuid))
                  order by i.position limit 1)
     returning id`.execute(db)
  return rows.length > 0
}

// Approval is the first item whatever the type says: nobody decides on minutes of which the meeting has not said they are
// right. The follow-up stands where the type wants it, what was left undecided right behind.
const placeAll = async (
  meeting: Meeting,
  template: readonly TemplateItem[],
  came: { approvals: string[]; followUp: string[]; carried: string[] },
  db: Db,
) => {
  const all = [...came.approvals, ...came.followUp, ...came.carried]
  const order = (await orderOf(meeting.id, db)).filter((id) => !all.includes(id))
  const automatic = await automaticOf(meeting.id, db)
  const notApproval = order.findIndex((id) => automatic.get(id) !== "approve-minutes")
  const approved = (notApproval < 0 ? order.length : notApproval) + came.approvals.length
  order.splice(approved - came.approvals.length, 0, ...came.approvals)
  // The template counts its own items; those that came back earlier stand among them, the left-over ones last.
  const at = (before: number) => {
    let own = 0
    const index = order.findIndex((id, place) =>
      place < approved
        ? false
        : automatic.has(id)
          ? own === before && automatic.get(id) === "carried-over"
          : own++ === before,
    )
    return index < 0 ? order.length : index
  }
  const followAt = Math.max(approved, at(placeOfFollowUp(template)))
  order.splice(followAt, 0, ...came.followUp)
  order.splice(followAt + came.followUp.length, 0, ...came.carried)
  await placeItems(meeting.id, order, db)
}

const automaticOf = async (meetingId: string, db: Db): Promise<Map<string, Item["automatic"]>> => {
  const rows = await db
    .selectFrom("agenda_items")
    .select(["id", "automatic"])
    .where("meeting_id", "=", meetingId)
    .where("automatic", "is not", null)
    .execute()
  return new Map(rows.map(({ id, automatic }) => [id, automatic]))
}

const blank = (organisation_id: string, meeting: Meeting, changed_at: Temporal.Instant) => ({
  organisation_id,
  meeting_id: meeting.id,
  position: 1000,
  changed_at,
})

const templateOf = async ({ type_id }: Meeting, db: Db): Promise<TemplateItem[]> =>
  (type_id &&
    (await db.selectFrom("meeting_types").select("agenda").where("id", "=", type_id).executeTakeFirst())?.agenda) ||
  []

const languageOf = async (db: Db): Promise<Language> =>
  (await db.selectFrom("organisations").select("language").executeTakeFirst())?.language === "en" ? "en" : "fr"
