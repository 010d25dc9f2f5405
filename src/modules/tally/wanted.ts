import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { day } from "../../kernel/input.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { isMatterSeen } from "../matters/contract.ts"
import { isSittingSeen } from "../sittings/contract.ts"
import { isTaskSeen } from "../tasks/contract.ts"
import { isTextSeen } from "../texts/contract.ts"

/** Of which body, when, on what theme, by whom. */
export const tallyFilters = z.object({
  bodyId: z.uuid(),
  from: day().optional(),
  to: day().optional(),
  themeId: z.uuid().optional(),
  personId: z.uuid().optional(),
})
export type TallyFilters = z.output<typeof tallyFilters>

/** All that is counted, as SQL: the texts that left, the items that were sat on, who was there, who spoke, what was promised. */
export const countedIn = (
  { bodyId, from, to, themeId, personId }: TallyFilters,
  { actor, db: _, now }: Circumstances,
) => {
  const [me, today] = [actor.personId!, dayOf(now)]
  const within = (on: ReturnType<typeof sql>) => sql`(
    (${from ?? null}::date is null or ${on} >= ${from ?? null}::date) and (${to ?? null}::date is null or ${on} <= ${to ?? null}::date))`
  const ofTheme = sql`(${themeId ?? null}::uuid is null or x.theme_id = ${themeId ?? null})`
  const by = (person: ReturnType<typeof sql>) =>
    sql`(${personId ?? null}::uuid is null or ${person} = ${personId ?? null})`
  // The theme is that of the matter, within what one may know of it.
  const matter = (id: ReturnType<typeof sql>) => sql`
    left join lateral (select x.theme_id from matters x
      where (x.organisation_id, x.id) = ${id} and ${isMatterSeen(me, today)}) x on true`
  return sql`
    sat as materialized (
      select s.organisation_id, s.id, s.title, s.starts::date as on_day from sittings s
       where s.body_id = ${bodyId} and s.starts < ${today.add({ days: 1 })}::date and ${within(sql`s.starts::date`)}
         and ${isSittingSeen(me, today)}),
    written as materialized (
      select w.id, w.title, w.kind, w.state, w.author_id, w.lodged_on, x.theme_id from texts w
        ${matter(sql`(w.organisation_id, w.matter_id)`)}
       where w.body_id = ${bodyId} and w.lodged_on is not null and w.state <> 'dropped'
         and w.kind not in ('letter', 'note', 'argument_sheet') and ${within(sql`w.lodged_on`)}
         and ${by(sql`w.author_id`)} and ${ofTheme} and ${isTextSeen(me, today)}),
    items as materialized (
      select i.organisation_id, i.id, i.title, i.outcome, coalesce(i.voted, i.stance) as vote, i.reader_id, i.sitting_id, s.on_day,
             s.title as sitting, x.theme_id,
             i.voted is not null and i.stance is not null and i.stance <> 'free' and i.voted <> i.stance as apart
        from sat s join sitting_items i on (i.organisation_id, i.sitting_id) = (s.organisation_id, s.id) and i.removed_at is null
        ${matter(sql`(i.organisation_id, i.matter_id)`)}
       where ${ofTheme}),
    read_items as (select * from items i where ${by(sql`i.reader_id`)}),
    spoken as (
      select k.person_id, k.minutes, i.id, i.title, i.sitting_id, i.sitting, i.on_day from items i
        join sitting_speakers k on (k.organisation_id, k.item_id) = (i.organisation_id, i.id) where ${by(sql`k.person_id`)}),
    there as (
      select t.person_id, t.state, s.id as sitting_id, s.title, s.on_day from sat s
        join sitting_attendances t on (t.organisation_id, t.sitting_id) = (s.organisation_id, s.id)
       where ${by(sql`t.person_id`)} and ${themeId ?? null}::uuid is null),
    promised as (
      select q.id, q.who || ' : ' || q.what as title, q.sitting_id, s.title as sitting, s.on_day, t.state, t.owner_id
        from sat s join sitting_promises q on (q.organisation_id, q.sitting_id) = (s.organisation_id, s.id)
        join tasks t on (t.organisation_id, t.id) = (q.organisation_id, q.task_id)
        left join items i on i.id = q.item_id
       where (${themeId ?? null}::uuid is null or i.id is not null) and ${by(sql`t.owner_id`)} and ${isTaskSeen(me, today)})`
}

/** What is asked and not answered yet. */
export const isAwaited = sql<boolean>`(
  w.kind in ('oral_question', 'topical_question', 'interpellation', 'written_question')
  and w.state in ('lodged', 'scheduled', 'asked'))`
