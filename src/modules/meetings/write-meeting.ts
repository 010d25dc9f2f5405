import { dayOf } from "../../kernel/clock.ts"
import type { Event } from "../../kernel/event.ts"
import { newId } from "../../kernel/id.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { type BodyRow, ruleOf } from "../bodies/contract.ts"
import { comeBack } from "./agenda/come-back.ts"
import { templateItems, withItems } from "./agenda/template.ts"
import { meetingPrepared } from "./events.ts"
import { insertItems, insertMeeting } from "./store.ts"
import type { MeetingTypeRow, TemplateItem } from "./tables.ts"
import type { Selectable } from "kysely"

type Prepared = ReturnType<typeof meetingPrepared>

/**
 * Writes a meeting in preparation with the agenda of its type, the items given besides, and what comes back by itself.
 * Answers what happened, the preparation first. For every way a meeting begins: by hand, from a series, a poll, the year.
 */
export const writeMeeting = async (
  {
    body,
    type,
    starts,
    items = [],
    ...said
  }: {
    body: Pick<Selectable<BodyRow>, "id" | "name" | "zone" | "place">
    type: Selectable<MeetingTypeRow> | undefined
    starts: Temporal.PlainDateTime
    title?: string | null | undefined
    minutes?: number | null | undefined
    place?: string | null | undefined
    link?: string | null | undefined
    /** Besides the agenda of the type. */
    items?: readonly TemplateItem[]
    /** What the year of the body asked for: see `year/`. */
    occasion?: string
    series?: { id: string; day: Temporal.PlainDate }
    outside?: { host: string | null }
  },
  given: Circumstances,
): Promise<[Prepared, ...Event[]]> => {
  const { actor, db, now } = given
  const meetingId = newId()
  await insertMeeting(
    {
      organisation_id: actor.organisation,
      id: meetingId,
      body_id: body.id,
      type_id: type?.id ?? null,
      title: said.title ?? type?.name ?? body.name,
      starts,
      zone: body.zone,
      minutes: said.minutes ?? type?.minutes ?? 120,
      place: said.place ?? type?.place ?? body.place,
      link: said.link ?? null,
      confidential: type?.confidential ?? false,
      series_id: said.series?.id ?? null,
      series_day: said.series?.day ?? null,
      occasions: said.occasion ? [said.occasion] : [],
      outside: said.outside !== undefined,
      host: said.outside?.host ?? null,
      propose_until: await proposeUntilOf(body.id, type, starts.toPlainDate(), given),
      created_by: actor.personId,
      created_at: now,
    },
    db,
  )
  const prepared = meetingPrepared({ meetingId, bodyId: body.id })
  if (said.outside) return [prepared]
  await insertItems(meetingId, templateItems(withItems(type?.agenda ?? [], items)), actor.organisation, db)
  return [prepared, ...(await comeBack(meetingId, given))]
}

/** The day the rulebook gives for the items of this type of meeting; null when it says nothing, or when that day has passed. */
const proposeUntilOf = async (
  bodyId: string,
  type: Selectable<MeetingTypeRow> | undefined,
  day: Temporal.PlainDate,
  { db, now }: Circumstances,
): Promise<Temporal.PlainDate | null> => {
  const rule = type?.items_rule ? await ruleOf(bodyId, type.items_rule, day, db) : null
  if (typeof rule?.value !== "number") return null
  const until = day.subtract({ days: rule.value })
  return Temporal.PlainDate.compare(until, dayOf(now)) >= 0 ? until : null
}
