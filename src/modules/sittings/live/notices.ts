import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import type { Waiting } from "../../../kernel/waiting.ts"
import { bodiesOf } from "../../mandates/contract.ts"
import type { Stance } from "../kinds.ts"
import { isSittingSeen } from "../seen.ts"
import { noticeSeen } from "./events.ts"

/** A position that is decided while the assembly sits is said to all of ours at once; before and after, they read it on its page. */
export const sayAtOnce = async ({ itemId }: { itemId: string }, { actor, db, now }: Circumstances): Promise<void> => {
  const { rows } = await sql<{
    sitting_id: string
    stance: Stance | null
    stance_condition: string | null
    starts: Temporal.PlainDateTime
    zone: string
  }>`
    select i.sitting_id, i.stance, i.stance_condition, s.starts, s.zone from sitting_items i
      join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
     where i.id = ${itemId} and s.ended_at is null and (i.stance is null or i.stance_decided_at is not null)`.execute(
    db,
  )
  const item = rows[0]
  if (!item || !item.starts.toPlainDate().equals(dayOf(now, item.zone))) return
  await db
    .insertInto("sitting_notices")
    .values({
      organisation_id: actor.organisation,
      id: newId(),
      sitting_id: item.sitting_id,
      item_id: itemId,
      stance: item.stance,
      condition: item.stance_condition,
      said_by: actor.personId,
      said_at: now,
    })
    .execute()
}

/** "Vu": one of ours has read a position that changed. Said twice, it is said once. */
export const seeNotice = command({
  name: "sittings.seeNotice",
  input: z.object({ noticeId: z.uuid() }),
  async find({ noticeId }, { actor, db, now }) {
    const { rows } = await sql<{ id: string; sitting_id: string; body_id: string }>`
      select n.id, n.sitting_id, s.body_id from sitting_notices n
        join sittings s on (s.organisation_id, s.id) = (n.organisation_id, n.sitting_id)
       where n.id = ${noticeId} and ${isSittingSeen(actor.personId!, dayOf(now))}`.execute(db)
    return rows[0]
  },
  allow: isSignedIn,
  async run({ subject: { id, sitting_id, body_id }, actor, db, now }) {
    await db
      .insertInto("sitting_notices_seen")
      .values({ organisation_id: actor.organisation, notice_id: id, person_id: actor.personId!, seen_at: now })
      .onConflict((on) => on.columns(["organisation_id", "notice_id", "person_id"]).doNothing())
      .execute()
    return noticeSeen({ noticeId: id, sittingId: sitting_id, bodyId: body_id, personId: actor.personId! })
  },
})

export type Notice = {
  id: string
  item_id: string
  number: string | null
  title: string
  stance: Stance | null
  condition: string | null
  said_by_name: string | null
  said_at: Temporal.Instant
  mine: boolean
  seen_by: string[]
}

/** What changed during a sitting, the newest first: the last word on each item, who saw it, and whether the actor did. */
export const noticesOf = async (sittingId: string, { actor, db }: Circumstances): Promise<Notice[]> => {
  const { rows } = await sql<Notice>`
    select * from (
      select distinct on (n.item_id) n.id, n.item_id, i.number, i.title, n.stance, n.condition, n.said_at,
             p.given_name || ' ' || p.family_name as said_by_name,
             n.said_by is not distinct from ${actor.personId}::uuid
               or exists (select from sitting_notices_seen v
                           where (v.organisation_id, v.notice_id) = (n.organisation_id, n.id) and v.person_id = ${actor.personId}) as mine,
             coalesce((select array_agg(q.given_name || ' ' || q.family_name order by v.seen_at)
                         from sitting_notices_seen v join people q on (q.organisation_id, q.id) = (v.organisation_id, v.person_id)
                        where (v.organisation_id, v.notice_id) = (n.organisation_id, n.id)), '{}') as seen_by
        from sitting_notices n
        join sitting_items i on (i.organisation_id, i.id) = (n.organisation_id, n.item_id)
        left join people p on (p.organisation_id, p.id) = (n.organisation_id, n.said_by)
       where n.sitting_id = ${sittingId}
       order by n.item_id, n.said_at desc, n.id desc) last
     order by said_at desc`.execute(db)
  return rows
}

/** What was agreed in the corridor while it sits today, not seen yet by the actor: it counts beside Today on whatever page they are. */
export const noticesWaiting = async (today: Temporal.PlainDate, { actor, db }: Circumstances): Promise<Waiting[]> => {
  const me = actor.personId!
  const { rows } = await sql<{ sitting_id: string; body_id: string; title: string }>`
    select last.sitting_id, last.body_id, last.title from (
      select distinct on (n.item_id) n.organisation_id, n.id, n.said_by, n.said_at, n.sitting_id, s.body_id,
             concat_ws(' · ', i.number, i.title) as title
        from sittings s
        join sitting_notices n on (n.organisation_id, n.sitting_id) = (s.organisation_id, s.id)
        join sitting_items i on (i.organisation_id, i.id) = (n.organisation_id, n.item_id)
       where s.starts >= ${today}::date and s.starts < ${today.add({ days: 1 })}::date and s.ended_at is null
         and s.body_id in (${bodiesOf(me, today)}) and ${isSittingSeen(me, today)}
       order by n.item_id, n.said_at desc, n.id desc) last
     where last.said_by is distinct from ${me}::uuid
       and not exists (select from sitting_notices_seen v
                        where (v.organisation_id, v.notice_id) = (last.organisation_id, last.id) and v.person_id = ${me})
     order by last.said_at desc limit 20`.execute(db)
  return rows.map(({ sitting_id, body_id, title }) => ({
    key: "sittings.waiting.notice",
    act: "sittings.waiting.notice.act",
    facts: { title },
    at: `/seances/${sitting_id}/direct`,
    due: today,
    body_id,
  }))
}
