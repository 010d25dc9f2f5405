import { type RawBuilder, sql } from "kysely"
import { isBaseSeen } from "../amendments/contract.ts"
import { isExchangeSeen } from "../counterparts/contract.ts"
import { isDecisionSeen } from "../decisions/contract.ts"
import { isIncomingSeen } from "../letters/contract.ts"
import { bodiesOf } from "../mandates/contract.ts"
import { isMatterSeen } from "../matters/contract.ts"
import { isConfidentialReadBy, isSeen } from "../meetings/contract.ts"
import { isOfficeSeen } from "../offices/contract.ts"
import { isTaskSeen } from "../tasks/contract.ts"
import { isTextSeen } from "../texts/contract.ts"

/** SQL, of an entry `s`: each module's own rule, read on the thing as it stands now, not as it stood when it was indexed.
 * `offset 0` keeps each of these a look-up by key: else the planner, short of figures, reads whole tables into a hash for twenty
 * lines (measured at 100 000 decisions: 1.3 s). */
export const isEntrySeen = (me: string, on: Temporal.PlainDate): RawBuilder<boolean> => sql<boolean>`(
  case s.kind
    when 'decision' then exists (select from decisions d where (d.organisation_id, d.id) = (s.organisation_id, s.id) and ${isDecisionSeen(me, on)} offset 0)
    when 'task' then exists (select from tasks t where (t.organisation_id, t.id) = (s.organisation_id, s.id) and ${isTaskSeen(me, on)} offset 0)
    when 'matter' then exists (select from matters x where (x.organisation_id, x.id) = (s.organisation_id, s.id) and ${isMatterSeen(me, on)} offset 0)
    when 'exchange' then exists (select from exchanges e where (e.organisation_id, e.id) = (s.organisation_id, s.id) and ${isExchangeSeen(me, on)} offset 0)
    when 'text' then exists (select from texts w where (w.organisation_id, w.id) = (s.organisation_id, s.id) and ${isTextSeen(me, on)} offset 0)
    when 'incoming' then exists (select from incoming_letters n where (n.organisation_id, n.id) = (s.organisation_id, s.id) and ${isIncomingSeen(me, on)} offset 0)
    when 'base' then exists (select from bases b where (b.organisation_id, b.id) = (s.organisation_id, s.id) and ${isBaseSeen(me, on)} offset 0)
    when 'office' then exists (select from offices o where (o.organisation_id, o.id) = (s.organisation_id, s.id) and ${isOfficeSeen(me, on)} offset 0)
    when 'sitting_item' then ${isItemOfSittingSeen(me, on)}
    when 'sitting_paper' then ${isItemOfSittingSeen(me, on)}
    else exists (
      select from meetings m where (m.organisation_id, m.id) = (s.organisation_id, s.meeting_id) and ${isSeen(me, on)}
         and (not s.confidential and not m.confidential or ${readsItem(me, on)}) offset 0)
  end)`

// `s` is the entry here and the sitting in its own rule: the entry is told its item apart.
const isItemOfSittingSeen = (me: string, on: Temporal.PlainDate) => sql<boolean>`(
  s.body_id in (${bodiesOf(me, on)}) and exists (
    select from sitting_items i where (i.organisation_id, i.id) = (s.organisation_id, s.item_id) and i.removed_at is null offset 0))`

// Or as the one who brings the item.
const readsItem = (me: string, on: Temporal.PlainDate) => sql<boolean>`(
  ${isConfidentialReadBy(me, on)}
  or exists (select from agenda_items i where (i.organisation_id, i.id) = (s.organisation_id, s.item_id)
               and ${me} in (i.presenter_id, i.proposed_by)))`

/** SQL: arrays of where one looks: the bodies one belongs to, and the meetings elsewhere one was convened to. */
export const placesOf = (me: string, on: Temporal.PlainDate) => ({
  bodies: sql`array(${bodiesOf(me, on)})`,
  meetings: sql`array(select v.meeting_id from invitations v join meetings m on (m.organisation_id, m.id) = (v.organisation_id, v.meeting_id)
                       where v.person_id = ${me} and v.withdrawn_at is null and m.body_id not in (${bodiesOf(me, on)}))`,
})
